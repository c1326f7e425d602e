import type {
  StagedConsultation,
  StagedIndicator,
  StagedRecord,
  StagedTally,
} from '../../../shared/intake/staged.ts'
import { findSource } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { Day } from '../../../shared/time/day.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { fail } from '../../ledger/failures.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { build } from '../../ledger/query.ts'
import { openCase } from '../../ledger/repositories/cases.ts'
import { insertIndicator, updateIndicator } from '../../ledger/repositories/indicators.ts'
import { knownCases } from '../../ledger/repositories/intake-side.ts'
import { findMonthlyCell, partyKey, saveMonthlyCell } from '../../ledger/repositories/monthly.ts'
import {
  insertConsultation,
  readConsultation,
  removeConsultation,
  updateConsultation,
} from '../../ledger/repositories/register/entry.ts'
import { assertMode, assertMonthOpen, assertYearOpen } from '../guards/month-guard.ts'
import { formOf, planOfIndicators } from './compare.ts'
import type { IntakeOperations } from './operations.ts'
import type { Importing } from './write.ts'
import { changeSession, insertSession } from './write-sessions.ts'

/** Told to the user now and then: every single row would cost more than writing it. */
const progressEvery = 500

/**
 * Writes a record that waited (遅れて届いた報告): over the row that it corrects while that one stands, else as a
 * new one.
 *
 * @throws AppFailure those of the guards: `periodConfirmed` until 確定解除.
 */
export function writeRecord(
  write: LedgerWriter,
  record: StagedRecord,
  replaces: string | null,
  importing: Pick<Importing, 'at' | 'newId'>,
): void {
  const standing = replaces === null ? null : standingRow(write, record.kind, replaces)
  const operations = {
    inserts: standing === null ? [record] : [],
    updates: standing === null ? [] : [{ ...standing, record }],
    removals: [],
  }
  writeRecords(write, operations, { ...importing, onProgress: () => undefined }, 1)
}

function standingRow(write: LedgerWriter, kind: StagedRecord['kind'], id: string) {
  const table = kind === 'session' ? 'activity' : kind
  return write.get(build.selectFrom(table).select(['id', 'revision']).where('id', '=', id)) ?? null
}

/** Writes the records of a book through the guards of every door, inside its action. */
export function writeRecords(
  write: LedgerWriter,
  operations: Pick<IntakeOperations, 'inserts' | 'updates' | 'removals'>,
  importing: Pick<Importing, 'at' | 'newId' | 'onProgress'>,
  size: number,
): void {
  const today = dayInJapan(new Date(importing.at))
  const records = [...operations.inserts, ...operations.updates.map(({ record }) => record)]
  const open = new OpenPlaces(write)
  for (const record of records) open.assert(record)
  for (const { place } of operations.removals) {
    if (place !== null) assertMonthOpen(write, place.party, place.form, place.month)
  }
  const keys = new Keys(write, records)
  let done = 0
  const tell = (): void => {
    done += 1
    if (done % progressEvery === 0) importing.onProgress(done, size)
  }
  // Removed first: the place of a cell is free again.
  for (const removal of operations.removals) {
    remove(write, removal)
    tell()
  }
  for (const record of operations.inserts) {
    insert(write, record, { keys, newId: importing.newId, today })
    tell()
  }
  for (const { id, revision, record } of operations.updates) {
    change(write, { id, revision }, record, { keys, today })
    tell()
  }
  importing.onProgress(size, size)
}

interface Rest {
  readonly keys: Keys
  readonly today: Day
}

function insert(
  write: LedgerWriter,
  record: StagedRecord,
  { keys, newId, today }: Rest & { readonly newId: () => string },
): void {
  switch (record.kind) {
    case 'consultation':
      insertConsultation(write, newId(), consultationOf(record), keys.of(record), record.newClaim)
      return
    case 'session':
      insertSession(write, record, today)
      return
    case 'tally':
      saveTally(write, record, keys)
      return
    case 'indicator':
      insertIndicator(write, keys.plan ?? fail('notFound', { table: 'plan' }), record)
  }
}

function change(
  write: LedgerWriter,
  { id, revision }: { readonly id: string; readonly revision: number },
  record: StagedRecord,
  { keys, today }: Rest,
): void {
  switch (record.kind) {
    case 'consultation': {
      const before = readConsultation(write, id) ?? fail('notFound', { table: 'consultation', id })
      updateConsultation(write, before, revision, consultationOf(record), keys.of(record), record.newClaim)
      return
    }
    case 'session':
      changeSession(write, { id, revision }, record, today)
      return
    case 'tally':
      saveTally(write, record, keys)
      return
    case 'indicator':
      updateIndicator(write, id, revision, record)
  }
}

function remove(write: LedgerWriter, { kind, id, revision }: IntakeOperations['removals'][number]): void {
  if (kind === 'consultation') {
    const before = readConsultation(write, id) ?? fail('notFound', { table: 'consultation', id })
    removeConsultation(write, before, revision)
    return
  }
  write.remove(kind === 'session' ? 'activity' : kind, id, revision)
}

/** As the form of 相談受付簿 has it. */
function consultationOf(record: StagedConsultation): Parameters<typeof insertConsultation>[2] {
  const { kind, month, caseCode, others, newClaim, referrals, ...rest } = record
  return {
    ...rest,
    companions: [...rest.companions],
    topics: [...rest.topics],
    factors: [...rest.factors],
    supports: [...rest.supports],
    referrals: referrals.map((referral) => ({ ...referral })),
    others: Object.entries(others).flatMap(([list, text]) => (text === '' ? [] : { list, text })),
  }
}

/** A cell that was typed meanwhile keeps its comment; an offered value of last year becomes the party's own. */
function saveTally(write: LedgerWriter, record: StagedTally, keys: Keys): void {
  const { fiscalYear, statistic, month, state, value } = record
  const place = { party: keys.party(record.party), fiscalYear, statistic, keys: record.keys, month }
  const current = findMonthlyCell(write, place)
  const kept = (current?.flags ?? []).filter((flag) => flag !== 'estimate')
  const flags = record.flags.includes('estimate') ? [...kept, 'estimate' as const] : kept
  saveMonthlyCell(
    write,
    place,
    { state, value, flags, adopted: true, comment: current?.comment ?? '' },
    current,
  )
}

/** Keys of parties, cases and the plan, each asked once; a case that is not there yet begins with its first contact. */
class Keys {
  readonly plan: number | null
  readonly #write: LedgerWriter
  readonly #parties = new Map<string, number>()
  readonly #cases: Map<string, number>

  constructor(write: LedgerWriter, records: readonly StagedRecord[]) {
    this.#write = write
    const first = new Map<string, Day>()
    for (const record of records) {
      if (record.kind !== 'consultation' || record.caseCode === null) continue
      const known = first.get(record.caseCode)
      if (known === undefined || record.day < known) first.set(record.caseCode, record.day)
    }
    this.#cases = new Map(first.size === 0 ? [] : knownCases(write, first.keys()))
    for (const [code, on] of first) {
      if (!this.#cases.has(code)) this.#cases.set(code, openCase(write, { code, on }).key)
    }
    const isPlan = records.some(({ kind }) => kind === 'indicator')
    this.plan = isPlan ? planOfIndicators(write, records) : null
  }

  party(code: string): number {
    const known = this.#parties.get(code)
    if (known !== undefined) return known
    const key = partyKey(this.#write, code)
    this.#parties.set(code, key)
    return key
  }

  of(record: StagedConsultation): { readonly partyKey: number; readonly caseKey: number | null } {
    const caseKey = record.caseCode === null ? null : (this.#cases.get(record.caseCode) ?? null)
    return { partyKey: this.party(record.party), caseKey }
  }
}

/** The guards of every door, asked once for a party, form and month (domain §3, §8). */
class OpenPlaces {
  readonly #write: LedgerWriter
  readonly #asked = new Set<string>()

  constructor(write: LedgerWriter) {
    this.#write = write
  }

  assert(record: Exclude<StagedRecord, StagedIndicator> | StagedIndicator): void {
    const form = formOf(record)
    if (record.kind === 'indicator' || form === null) return
    const entered = record.kind === 'tally' && findSource(record.statistic)?.kind === 'entered'
    const year = record.kind === 'tally' ? record.fiscalYear : null
    const place = `${record.kind} ${record.party} ${form} ${record.month ?? year} ${entered}`
    if (this.#asked.has(place)) return
    this.#asked.add(place)
    if (record.month === null) {
      assertYearOpen(this.#write, record.party, form, record.fiscalYear)
      return
    }
    assertMonthOpen(this.#write, record.party, form, record.month)
    const mode = record.kind === 'tally' ? 'tally' : 'records'
    if (!entered) assertMode(this.#write, record.party, form, record.month, mode)
  }
}
