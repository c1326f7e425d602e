import { formOfActivity } from '../../../shared/activities/kinds.ts'
import { type AppError, AppFailure } from '../../../shared/contract/errors.ts'
import {
  type Comparison,
  compareBook,
  type LedgerSide,
  type Reason,
  type StoredRecord,
} from '../../../shared/intake/match.ts'
import type { StagedRecord, StagedRow } from '../../../shared/intake/staged.ts'
import { findSource } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { FormCode, PartyRow } from '../../../shared/statistics/rows.ts'
import { firstDayOf, lastDayOf } from '../../../shared/time/calendar.ts'
import type { Month, Period } from '../../../shared/time/day.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { nameOn } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { planKeyOf, storedIndicators } from '../../ledger/repositories/indicators.ts'
import { storedConsultations, storedSessions, storedTallies } from '../../ledger/repositories/intake-side.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { assertMode, assertMonthOpen, assertYearOpen } from '../guards/month-guard.ts'
import type { ReadOfBook } from './understand.ts'

/** Compares what a profile read with the ledger, on one unchanging state of it. */
export function compareWithLedger(reader: LedgerReader, read: ReadOfBook): Comparison {
  return reader.snapshot(() => {
    const records = read.rows.flatMap((row) => (row.outcome === 'record' ? [row.record] : []))
    const parties = new Map(readParties(reader).map((party) => [party.code, party]))
    const known = records.filter((record) => record.kind === 'indicator' || parties.has(record.party))
    const side: LedgerSide = {
      stored: storedFor(reader, known),
      told: read.told,
      refuses: refusals(reader, parties),
      closes: closings(reader),
    }
    return compareBook(withDoubts(read.rows, parties), side)
  })
}

/** The ledger's records of every kind, party and period that the book touches. */
function storedFor(reader: LedgerReader, records: readonly StagedRecord[]): readonly StoredRecord[] {
  const groups = Map.groupBy(records, (record) => {
    if (record.kind === 'indicator') return record.kind
    if (record.kind === 'tally') return `${record.kind} ${record.party} ${record.fiscalYear}`
    return `${record.kind} ${record.party} ${record.kind === 'session' ? record.activityKind : ''}`
  })
  return [...groups.values()].flatMap((members) => storedOf(reader, members))
}

function storedOf(reader: LedgerReader, members: readonly StagedRecord[]): readonly StoredRecord[] {
  const [first] = members
  if (first === undefined) return []
  switch (first.kind) {
    case 'consultation':
      return storedConsultations(reader, first.party, periodOf(members))
    case 'session':
      return storedSessions(reader, first.party, first.activityKind, periodOf(members))
    case 'tally':
      return storedTallies(reader, first.party, first.fiscalYear)
    case 'indicator': {
      const plan = planOfIndicators(reader, members)
      return plan === null ? [] : storedIndicators(reader, plan)
    }
  }
}

/** The plan of a book of indicators: the one of its first target. */
export function planOfIndicators(reader: LedgerReader, records: readonly StagedRecord[]): number | null {
  const years = records.flatMap((record) =>
    record.kind === 'indicator' ? record.targets.map(({ fiscalYear }) => fiscalYear) : [],
  )
  return planKeyOf(reader, years.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...years))
}

function periodOf(records: readonly StagedRecord[]): Period {
  const months = records.flatMap((record) =>
    record.kind === 'indicator' || record.month === null ? [] : [record.month],
  )
  const sorted = months.toSorted()
  const [from, to] = [sorted[0], sorted.at(-1)]
  if (from === undefined || to === undefined) throw new Error('A record of a book has a month')
  return { from, to }
}

/** The form with which a record is reported; null for indicators, which no party reports. */
export function formOf(record: StagedRecord): FormCode | null {
  switch (record.kind) {
    case 'consultation':
      return 'consultation'
    case 'session':
      return formOfActivity({ kind: record.activityKind, category: record.category })
    case 'tally':
      return record.form
    case 'indicator':
      return null
  }
}

/** Why the ledger takes no such record; asked once for a party, form and month. */
function refusals(
  reader: LedgerReader,
  parties: ReadonlyMap<string, PartyRow>,
): (record: StagedRecord) => Reason | null {
  const modes = remember((party: string, form: FormCode, month: Month, mode: 'records' | 'tally') =>
    reasonOf(() => assertMode(reader, party, form, month, mode), ['reportedByTally', 'reportedByRecords']),
  )
  return (record) => {
    const form = formOf(record)
    if (record.kind === 'indicator' || form === null) return null
    const party = parties.get(record.party)
    if (party === undefined) return { code: 'unknownParty', parameters: { party: record.party } }
    // What has no records at all is tallied in both modes, and the year's own value belongs to no month.
    if (record.kind === 'tally' && findSource(record.statistic)?.kind === 'entered') return null
    if (record.month === null || (record.kind === 'tally' && record.state === 'blank')) return null
    return modes(record.party, form, record.month, record.kind === 'tally' ? 'tally' : 'records')
  }
}

/**
 * Outside its contract a party's records are doubted, not refused: a ledger may be younger than its books. Said
 * once a party, on its first row.
 */
function withDoubts(
  rows: readonly StagedRow[],
  parties: ReadonlyMap<string, PartyRow>,
): readonly StagedRow[] {
  const told = new Set<string>()
  return rows.map((row) => {
    if (row.outcome !== 'record' || row.record.kind === 'indicator') return row
    const party = parties.get(row.record.party)
    if (party === undefined || told.has(party.code)) return row
    const outside = outsideContract(party, row.record)
    if (outside === null) return row
    told.add(row.record.party)
    const doubt = { ...outside, place: row.place, column: '', value: '' }
    return { ...row, warnings: [...row.warnings, doubt] }
  })
}

function outsideContract(
  party: PartyRow,
  record: Exclude<StagedRecord, { kind: 'indicator' }>,
): Reason | null {
  const { contractFrom: from, contractTo: to } = party
  const [first, last] =
    record.kind === 'consultation'
      ? [record.day, record.day]
      : record.month === null
        ? [null, null]
        : [firstDayOf(record.month), lastDayOf(record.month)]
  if (first === null || last === null) return null
  if (last >= from && (to === null || first <= to)) return null
  const name = nameOn(party.names, last) ?? party.names.at(-1)?.name ?? party.code
  const parameters = { party: name, from: formatDay(from), to: to === null ? '' : formatDay(to) }
  return { code: 'outsideContract', parameters }
}

/** Why the period of a record is shut; asked once for a party, form and month. */
function closings(reader: LedgerReader): (record: StagedRecord) => Reason | null {
  const codes = ['periodConfirmed', 'periodSubmitted']
  const months = remember((party: string, form: FormCode, month: Month) =>
    reasonOf(() => assertMonthOpen(reader, party, form, month), codes),
  )
  const years = remember((party: string, form: FormCode, year: number) =>
    reasonOf(() => assertYearOpen(reader, party, form, year), codes),
  )
  return (record) => {
    const form = formOf(record)
    if (record.kind === 'indicator' || form === null) return null
    if (record.month !== null) return months(record.party, form, record.month)
    return record.kind === 'tally' ? years(record.party, form, record.fiscalYear) : null
  }
}

/** The refusal of a guard as a reason; other failures go on. */
function reasonOf(guard: () => void, codes: readonly string[]): Reason | null {
  try {
    guard()
    return null
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error
    const { code, parameters }: AppError = error.appError
    if (!codes.includes(code)) throw error
    return { code, parameters }
  }
}

function remember<Parameters extends readonly (string | number)[], Answer>(
  ask: (...parameters: Parameters) => Answer,
): (...parameters: Parameters) => Answer {
  const answers = new Map<string, Answer>()
  return (...parameters) => {
    const key = parameters.join(' ')
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = ask(...parameters)
    answers.set(key, answer)
    return answer
  }
}
