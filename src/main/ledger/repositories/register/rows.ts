import { sql } from 'kysely'
import type { ReferralDepth } from '../../../../shared/statistics/rows.ts'
import type { Day } from '../../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger.ts'
import { build } from '../../query.ts'

/** A consultation as a list shows it. */
export interface RegisterRow {
  readonly key: number
  readonly id: string
  readonly revision: number
  readonly day: Day
  readonly party: string
  readonly caseKey: number | null
  readonly caseId: string | null
  readonly caseCode: string | null
  readonly method: string
  readonly caller: string
  readonly ageLow: number | null
  readonly ageHigh: number | null
  readonly sex: string
  readonly household: string
  readonly mainTopic: string
  readonly newClaim: number | null
  readonly note: string
}

const keysOf = (keys: Iterable<number>) =>
  sql<number>`(SELECT value FROM json_each(${JSON.stringify([...keys])}))`

/** The rows of these keys, in the order given. */
export function registerRows(reader: LedgerReader, keys: readonly number[]): readonly RegisterRow[] {
  const rows = reader.all(
    build
      .selectFrom('consultation as c')
      .innerJoin('party', 'party.key', 'c.party_key')
      .leftJoin('case_file as f', 'f.key', 'c.case_key')
      .select([
        'c.key',
        'c.id',
        'c.revision',
        'c.day',
        'party.code as party',
        'c.case_key as caseKey',
        'f.id as caseId',
        'f.code as caseCode',
        'c.method',
        'c.caller',
        'c.age_low as ageLow',
        'c.age_high as ageHigh',
        'c.sex',
        'c.household',
        'c.main_topic as mainTopic',
        'c.new_claim as newClaim',
        'c.note',
      ])
      .where('c.key', 'in', keysOf(keys)),
  )
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

/** What is judged of a record: without what only a list shows. */
export type RegisterFacts = Omit<
  RegisterRow,
  'note' | 'caseCode' | 'caseId' | 'id' | 'revision' | 'mainTopic' | 'caller' | 'sex'
>

/** The same rows for judging many of them: no more than the rules look at. */
export function registerFacts(reader: LedgerReader, keys: Iterable<number>): readonly RegisterFacts[] {
  return reader.all(
    build
      .selectFrom('consultation as c')
      .innerJoin('party', 'party.key', 'c.party_key')
      .select([
        'c.key',
        'c.day',
        'party.code as party',
        'c.case_key as caseKey',
        'c.method',
        'c.age_low as ageLow',
        'c.age_high as ageHigh',
        'c.household',
        'c.new_claim as newClaim',
      ])
      .where('c.key', 'in', keysOf(keys)),
  )
}

export interface StoredReferral {
  readonly id: string
  readonly revision: number
  readonly consultationKey: number
  readonly destination: string
  readonly depth: ReferralDepth
}

/** つなぎ先 of these consultations, in the order of recording. */
export function referralsOf(
  reader: LedgerReader,
  keys: readonly number[],
): ReadonlyMap<number, readonly StoredReferral[]> {
  const rows = reader.all(
    build
      .selectFrom('referral')
      .select(['id', 'revision', 'consultation_key', 'destination', 'depth'])
      .where('consultation_key', 'in', keysOf(keys))
      .orderBy('key'),
  )
  return Map.groupBy(
    rows.map(({ consultation_key, ...row }) => ({ ...row, consultationKey: consultation_key ?? 0 })),
    (row) => row.consultationKey,
  )
}

/** As much of a contact of a case as judges its neighbours. */
export interface CaseContact {
  readonly key: number
  readonly caseKey: number
  readonly day: Day
  readonly party: string
  readonly method: string
  readonly ageLow: number | null
  readonly ageHigh: number | null
}

/** Every contact of these cases, by day, then in the order of recording. */
export function contactsOfCases(reader: LedgerReader, caseKeys: readonly number[]): readonly CaseContact[] {
  return reader
    .all(
      build
        .selectFrom('consultation as c')
        .innerJoin('party', 'party.key', 'c.party_key')
        .select([
          'c.key',
          'c.case_key',
          'c.day',
          'party.code as party',
          'c.method',
          'c.age_low as ageLow',
          'c.age_high as ageHigh',
        ])
        .where('c.case_key', 'in', keysOf(caseKeys))
        .orderBy('c.day')
        .orderBy('c.key'),
    )
    .map(({ case_key, ...row }) => ({ ...row, caseKey: case_key ?? 0 }))
}

export interface CaseEpisode {
  readonly caseKey: number
  readonly openedOn: Day
  readonly closedOn: Day | null
}

export function episodesOfCases(reader: LedgerReader, caseKeys: readonly number[]): readonly CaseEpisode[] {
  return reader.all(
    build
      .selectFrom('case_episode')
      .select(['case_key as caseKey', 'opened_on as openedOn', 'closed_on as closedOn'])
      .where('case_key', 'in', keysOf(caseKeys))
      .orderBy('opened_on'),
  )
}

/** Consultations in a span of days; null is open. */
export function countConsultations(reader: LedgerReader, from: Day | null, to: Day | null): number {
  let query = build.selectFrom('consultation').select((count) => count.fn.countAll<number>().as('count'))
  if (from !== null) query = query.where('day', '>=', from)
  if (to !== null) query = query.where('day', '<=', to)
  return reader.get(query)?.count ?? 0
}

/** The number that the next record would get: none is ever given again. */
export function nextConsultationNumber(reader: LedgerReader): number {
  const row = reader.get(
    sql<{ next: number }>`SELECT max((SELECT ifnull(max(key), 0) FROM consultation),
      (SELECT ifnull(max(row_key), 0) FROM history WHERE table_name = 'consultation')) + 1 AS next`.compile(
      build,
    ),
  )
  return row?.next ?? 1
}

/** The record with the greatest number, or null. */
export function lastConsultationId(reader: LedgerReader): string | null {
  return reader.get(build.selectFrom('consultation').select('id').orderBy('key', 'desc').limit(1))?.id ?? null
}

/** The codes of every list, retired ones among them. */
export function codesOfLists(reader: LedgerReader): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = reader.all(
    build
      .selectFrom('code_item as i')
      .innerJoin('code_list as l', 'l.key', 'i.code_list_key')
      .select(['l.code as list', 'i.code']),
  )
  const byList = Map.groupBy(rows, (row) => row.list)
  return new Map([...byList].map(([list, items]) => [list, new Set(items.map((item) => item.code))]))
}
