import type { Consultation } from '../../../../shared/contract/schemas/consultations.ts'
import type { Day } from '../../../../shared/time/day.ts'
import type { RowChange } from '../../history/entities.ts'
import type { LedgerReader } from '../../ledger.ts'
import { build } from '../../query.ts'
import type { LedgerWriter, RowReference } from '../../writer.ts'
import { referralsOf } from './rows.ts'

/** A whole record, with what a change of it must know. */
export interface StoredConsultation {
  readonly key: number
  readonly id: string
  readonly revision: number
  readonly partyKey: number
  readonly caseKey: number | null
  readonly newClaim: boolean | null
  readonly consultation: Consultation
}

/** A record by its id, or null. */
export function readConsultation(reader: LedgerReader, id: string): StoredConsultation | null {
  const row = reader.get(
    build
      .selectFrom('consultation as c')
      .innerJoin('party', 'party.key', 'c.party_key')
      .selectAll('c')
      .select('party.code as party')
      .where('c.id', '=', id),
  )
  if (row === undefined) return null
  const choices = reader.all(
    build
      .selectFrom('consultation_choice')
      .select(['list', 'code'])
      .where('consultation_key', '=', row.key)
      .orderBy('list')
      .orderBy('position'),
  )
  const codes = (list: string): string[] =>
    choices.filter((choice) => choice.list === list).map((choice) => choice.code)
  const others = reader.all(
    build
      .selectFrom('consultation_other')
      .select(['list', 'text'])
      .where('consultation_key', '=', row.key)
      .orderBy('list')
      .orderBy('position'),
  )
  const referrals = referralsOf(reader, [row.key]).get(row.key) ?? []
  return {
    key: row.key,
    id: row.id,
    revision: row.revision,
    partyKey: row.party_key,
    caseKey: row.case_key,
    newClaim: row.new_claim === null ? null : row.new_claim === 1,
    consultation: {
      day: row.day,
      party: row.party,
      method: row.method,
      caller: row.caller,
      companions: codes('companion'),
      ageLow: row.age_low,
      ageHigh: row.age_high,
      sex: row.sex,
      schooling: row.schooling,
      economic: row.economic,
      household: row.household,
      area: row.area,
      duration: row.duration,
      route: row.route,
      mainTopic: row.main_topic,
      topics: codes('topic'),
      factors: codes('factor'),
      supports: codes('support'),
      referrals: referrals.map(({ destination, depth }) => ({ destination, depth })),
      others: others.map(({ list, text }) => ({ list, text })),
      note: row.note,
    },
  }
}

/** Whose contact it is, by keys. */
export interface EntryKeys {
  readonly partyKey: number
  readonly caseKey: number | null
}

/** Writes a record with its つなぎ先, as rows of their own. `newClaim`: 「新規」 as a book wrote it. */
export function insertConsultation(
  write: LedgerWriter,
  id: string,
  consultation: Consultation,
  keys: EntryKeys,
  newClaim: boolean | null = null,
): RowReference {
  const { day, method, caller, ageLow, ageHigh, sex, schooling, economic } = consultation
  const { household, area, duration, route, mainTopic, note } = consultation
  const reference = write.insert('consultation', {
    id,
    day,
    party_key: keys.partyKey,
    case_key: keys.caseKey,
    method,
    caller,
    age_low: ageLow,
    age_high: ageHigh,
    sex,
    schooling,
    economic,
    household,
    area,
    duration,
    route,
    main_topic: mainTopic,
    new_claim: newClaim === null ? null : newClaim ? 1 : 0,
    note,
    consultation_choice: choicesOf(consultation),
    consultation_other: othersOf(consultation.others),
  })
  insertReferrals(write, reference.key, consultation, keys, consultation.referrals)
  return reference
}

/** Writes the whole record as it is to be; what is equal is not written again. `seen`: the revision. */
export function updateConsultation(
  write: LedgerWriter,
  before: StoredConsultation,
  seen: number,
  after: Consultation,
  keys: EntryKeys,
  newClaim: boolean | null = before.newClaim,
): RowReference {
  const change: RowChange<'consultation'> = {
    day: after.day,
    party_key: keys.partyKey,
    case_key: keys.caseKey,
    method: after.method,
    caller: after.caller,
    age_low: after.ageLow,
    age_high: after.ageHigh,
    sex: after.sex,
    schooling: after.schooling,
    economic: after.economic,
    household: after.household,
    area: after.area,
    duration: after.duration,
    route: after.route,
    main_topic: after.mainTopic,
    new_claim: newClaim === null ? null : newClaim ? 1 : 0,
    note: after.note,
    // Rows that came in bulk count their positions in another way: what says the same stays as it is.
    ...(same(choicesOf(before.consultation), choicesOf(after))
      ? {}
      : { consultation_choice: choicesOf(after) }),
    ...(same(othersOf(before.consultation.others), othersOf(after.others))
      ? {}
      : { consultation_other: othersOf(after.others) }),
  }
  const reference = write.update('consultation', before.id, seen, change)
  const stored = referralsOf(write, [before.key]).get(before.key) ?? []
  const place = { day: after.day, party_key: keys.partyKey, case_key: keys.caseKey }
  after.referrals.slice(0, stored.length).forEach((referral, index) => {
    const row = stored[index]
    if (row !== undefined) write.update('referral', row.id, row.revision, { ...place, ...referral })
  })
  for (const row of stored.slice(after.referrals.length)) write.remove('referral', row.id, row.revision)
  insertReferrals(write, before.key, after, keys, after.referrals.slice(stored.length))
  return reference
}

/** Takes a record out with its つなぎ先. */
export function removeConsultation(write: LedgerWriter, before: StoredConsultation, seen: number): void {
  for (const row of referralsOf(write, [before.key]).get(before.key) ?? []) {
    write.remove('referral', row.id, row.revision)
  }
  write.remove('consultation', before.id, seen)
}

function insertReferrals(
  write: LedgerWriter,
  consultationKey: number,
  { day }: { readonly day: Day },
  keys: EntryKeys,
  referrals: Consultation['referrals'],
): void {
  for (const { destination, depth } of referrals) {
    write.insert('referral', {
      day,
      party_key: keys.partyKey,
      case_key: keys.caseKey,
      consultation_key: consultationKey,
      destination,
      depth,
    })
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** In the order in which history keeps children: by list, then as chosen. */
function choicesOf({ supports, companions, topics, factors }: Consultation) {
  const rows = (list: 'support' | 'companion' | 'topic' | 'factor', codes: readonly string[]) =>
    codes.map((code, position) => ({ list, position, code }))
  return [
    ...rows('companion', companions),
    ...rows('factor', factors),
    ...rows('support', supports),
    ...rows('topic', topics),
  ]
}

function othersOf(others: Consultation['others']) {
  return others
    .toSorted((a, b) => (a.list < b.list ? -1 : a.list > b.list ? 1 : 0))
    .map(({ list, text }, position) => ({ list, position, text }))
}
