import type { Cell, Parts } from '../../cell/cell.ts'
import { firstDayOf, lastDayOf } from '../../time/calendar.ts'
import type { Month } from '../../time/day.ts'
import type { StatisticContext, StatisticFrameRows } from './context.ts'
import type { CountRequest, RecordCounter } from './counter.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { newnessScope } from './newness-scope.ts'
import { NoteCollector } from './notes.ts'
import type { QueryPlan } from './plan.ts'
import { begunMonths, isOver, type Slice, wholeYear } from './slices.ts'
import { missingCell, type TallyCells, tallyCells } from './tally-cells.ts'

/** A party's month that a quotient must leave out, because only one of its two parts was reported. */
export type Excluded = (party: string, month: Month) => boolean

/** One cell to be made: a slice of time, the parties that make it, and the codes of the keys. */
export interface CellPlace {
  readonly slice: Slice
  readonly parties: readonly string[]
  readonly codes: readonly string[]
  /** What the records say; undefined when nothing falls there. */
  readonly counted: number | undefined
}

/** Everything at hand while one query is evaluated. */
export interface Workspace {
  readonly plan: QueryPlan
  readonly rows: StatisticFrameRows
  readonly counter: RecordCounter
  readonly context: StatisticContext
  readonly coverage: Coverage
  /** Entered cells cut as this result is cut. */
  readonly tallies: TallyCells
  /** Entered cells without any cut. */
  readonly entered: TallyCells
  readonly excluded: Excluded
  readonly notes: NoteCollector
}

export function workspaceOf(
  plan: QueryPlan,
  rows: StatisticFrameRows,
  counter: RecordCounter,
  context: StatisticContext,
  keys: readonly string[],
  excluded: Excluded,
): Workspace {
  return {
    plan,
    rows,
    counter,
    context,
    coverage: coverageOf(rows, plan.definition.form),
    tallies: tallyCells(rows.tallies, plan.definition.code, keys, context.codes),
    entered: tallyCells(rows.tallies, plan.definition.code, [], context.codes),
    excluded,
    notes: new NoteCollector(),
  }
}

/**
 * Whether a number that is only ever entered is expected of a party: it told the statistic before or later,
 * and its contract covers some of the slice. The contractor of last year owes nothing this year.
 */
export function isAsked(work: Workspace, party: string, slice: Slice): boolean {
  if (work.plan.source.kind !== 'entered' || !work.tallies.parties.has(party)) return false
  const contract = work.rows.parties.find((row) => row.code === party)
  const [first] = slice.months
  const last = slice.months.at(-1)
  if (contract === undefined || first === undefined || last === undefined) return true
  const { contractFrom, contractTo } = contract
  return contractFrom <= lastDayOf(last) && (contractTo === null || contractTo >= firstDayOf(first))
}

/** Months of a slice that a party told by tally and that can be known on the as-of date. */
export function tallyMonths(work: Workspace, party: string, slice: Slice): readonly Month[] {
  const { asOf } = work.plan.query.frame
  return slice.months.filter(
    (month) =>
      work.coverage.modeOf(party, month) === 'tally' && isOver(month, asOf) && !work.excluded(party, month),
  )
}

/**
 * Parties of mixed modes whose 実人数 of the year was entered: the entered number holds for all their
 * months, so their records must not be counted beside it (domain §3).
 */
function toldForTheYear(work: Workspace, parties: readonly string[]): readonly string[] {
  const { plan } = work
  const fiscalYear = wholeYear(plan.months, plan.query.frame.asOf)
  const wholeRow = plan.time === null || plan.time === 'fiscalYear'
  if (plan.definition.measure !== 'persons' || fiscalYear === null || !wholeRow || plan.where.length > 0)
    return []
  return parties.filter((party) => {
    const tally = plan.months.some((month) => work.coverage.modeOf(party, month) === 'tally')
    return tally && (work.entered.year(party, fiscalYear, [])?.parts.reported ?? 0) > 0
  })
}

/** The tally's cell of a month; a filter cannot be put on an entered number, so it is not known then. */
export function tallyMonthCell(work: Workspace, party: string, month: Month, codes: readonly string[]): Cell {
  if (work.plan.where.length > 0) return { ...missingCell, state: 'unknown' }
  return work.tallies.month(party, month, codes) ?? missingCell
}

/** The request for records of some parties: all months that they do not tell by tally. */
export function requestFor(
  work: Workspace,
  parties: readonly string[],
  cut: { readonly keys: readonly string[]; readonly whole: boolean },
): CountRequest {
  const { plan } = work
  const included = new Map(
    parties.map((party) => [
      party,
      new Set(
        plan.months.filter(
          (month) => work.coverage.modeOf(party, month) !== 'tally' && !work.excluded(party, month),
        ),
      ),
    ]),
  )
  for (const party of toldForTheYear(work, parties)) included.set(party, new Set())
  const party = plan.byParty && parties.length === 1 ? (parties[0] ?? null) : plan.query.party
  return {
    source: plan.source,
    included,
    scope: newnessScope(work.rows, plan.parties, party),
    months: plan.months,
    asOf: plan.query.frame.asOf,
    time: cut.whole ? null : plan.time,
    keys: cut.keys,
    where: plan.where,
  }
}

/**
 * How many months stand behind a cell (n/N), over several parties: a month is there when every party that
 * had to report it has. `provisional`: the records of some month are there but not yet checked.
 */
export function partsOf(
  work: Workspace,
  place: Omit<CellPlace, 'counted'>,
  settled: ReadonlySet<string>,
): { readonly parts: Parts; readonly provisional: boolean } {
  const { asOf } = work.plan.query.frame
  let expected = 0
  let reported = 0
  let provisional = false
  for (const month of begunMonths(place.slice.months, asOf)) {
    const states = place.parties.flatMap((party) =>
      settled.has(party) ? 'there' : (monthState(work, party, month, place.codes) ?? []),
    )
    if (states.includes('provisional')) provisional = true
    if (states.length === 0) continue
    expected += 1
    if (states.every((state) => state === 'there')) reported += 1
  }
  return { parts: { reported, expected }, provisional }
}

function monthState(
  work: Workspace,
  party: string,
  month: Month,
  codes: readonly string[],
): 'there' | 'missing' | 'provisional' | null {
  const mode = work.coverage.modeOf(party, month)
  if (mode === 'unlisted') return null
  if (mode === 'records') return work.coverage.checked(party, month) ? 'there' : 'provisional'
  if (!isOver(month, work.plan.query.frame.asOf)) return null
  // A month that a quotient leaves out is still one that was asked for.
  if (work.excluded(party, month)) return 'missing'
  return tallyMonthCell(work, party, month, codes).parts.reported > 0 ? 'there' : 'missing'
}

/** Whether records make up (part of) the slice: someone reports by records, or no one was asked at all. */
export function hasRecords(
  work: Workspace,
  parties: readonly string[],
  slice: Slice,
  counted: number,
): boolean {
  const { asOf } = work.plan.query.frame
  const months = begunMonths(slice.months, asOf)
  if (months.length === 0) return false
  const modes = parties.flatMap((party) => months.map((month) => work.coverage.modeOf(party, month)))
  return modes.includes('records') || counted > 0 || !modes.includes('tally')
}
