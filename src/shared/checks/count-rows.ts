import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { LedgerRows, TallyRow } from '../statistics/rows.ts'
import { lastDayOf } from '../time/calendar.ts'
import type { FiscalYear, Month, TimeFrame } from '../time/day.ts'
import { fiscalYearPeriod } from '../time/fiscal-year.ts'
import { modelYear, type YearModel, type YearOfCounts } from './expected-counts.ts'
import { codesOfTally } from './tally-grid.ts'

/** One row of a party's sheet in a fiscal year: twelve counts, with what is expected of them. */
export interface CountRow {
  readonly party: string
  readonly fiscalYear: FiscalYear
  readonly statistic: string
  readonly codes: string
  /** From April on; null where there is no number, or none that the frame may see. */
  readonly cells: readonly (TallyRow | null)[]
  readonly counts: YearOfCounts
  readonly lastYear: YearOfCounts
  readonly model: YearModel
  /** Whether a month lies inside the frame; the others are there to compare with. */
  isAsked(index: number): boolean
}

interface Series {
  readonly party: string
  readonly statistic: string
  readonly codes: string
  readonly years: Map<FiscalYear, (TallyRow | null)[]>
}

const known = new WeakMap<LedgerRows['tallies'], readonly Series[]>()
const empty: YearOfCounts = Array.from({ length: 12 }, () => null)

/** Place of a month in its fiscal year: April is 0. */
export const indexOfMonth = (month: Month): number => (Number(month.slice(5)) + 8) % 12

/** The rows of counts of the frame's year, party by party in the order of recording; not what is a ratio or mean. */
export function countRows(rows: Pick<LedgerRows, 'tallies'>, frame: TimeFrame): readonly CountRow[] {
  const last = lastRows.get(rows.tallies)
  if (last?.frame === frame) return last.rows
  const made = rowsOf(rows, frame)
  lastRows.set(rows.tallies, { frame, rows: made })
  return made
}

/** Of the frame that was asked for last: the models are made once for all rules. */
const lastRows = new WeakMap<
  LedgerRows['tallies'],
  { readonly frame: TimeFrame; readonly rows: readonly CountRow[] }
>()

function rowsOf(rows: Pick<LedgerRows, 'tallies'>, frame: TimeFrame): readonly CountRow[] {
  const all = known.get(rows.tallies) ?? seriesOf(rows.tallies)
  known.set(rows.tallies, all)
  const { period, asOf, fiscalYear } = frame
  const first = indexOfMonth(period.from)
  const last = indexOfMonth(period.to)
  const over = lastDayOf(fiscalYearPeriod(fiscalYear).to) <= asOf
  return all.flatMap(({ party, statistic, codes, years }) => {
    const own = years.get(fiscalYear)
    if (own === undefined) return []
    const cells = over ? own : own.map((row) => (row?.month && lastDayOf(row.month) <= asOf ? row : null))
    const earlier = [1, 2, 3, 4].map((back) => countsOf(years.get(fiscalYear - back)))
    const counts = countsOf(cells)
    let model: YearModel | null = null
    return {
      party,
      fiscalYear,
      statistic,
      codes,
      cells,
      counts,
      lastYear: earlier[0] ?? empty,
      get model() {
        model ??= modelYear(counts, earlier)
        return model
      },
      isAsked: (index) => index >= first && index <= last,
    }
  })
}

const countsOf = (cells: readonly (TallyRow | null)[] | undefined): YearOfCounts =>
  cells === undefined ? empty : cells.map((row) => row?.value ?? null)

function seriesOf(tallies: LedgerRows['tallies']): readonly Series[] {
  const found = new Map<string, Series>()
  for (const row of tallies) {
    if (!row.adopted || row.month === null || row.value === null || row.value < 0) continue
    const codes = codesOfTally(row)
    const name = `${row.party} ${row.statistic} ${codes}`
    let series = found.get(name)
    if (series === undefined) {
      if (!isCount(row.statistic)) continue
      series = { party: row.party, statistic: row.statistic, codes, years: new Map() }
      found.set(name, series)
    }
    let year = series.years.get(row.fiscalYear)
    if (year === undefined) {
      year = Array.from({ length: 12 }, () => null)
      series.years.set(row.fiscalYear, year)
    }
    year[indexOfMonth(row.month)] = row
  }
  return [...found.values()]
}

/** Whether a statistic is a plain count; ratios, means and rates are none. */
export function isCount(statistic: string): boolean {
  const measure = findStatistic(statistic)?.measure
  return measure !== undefined && !['ratio', 'mean', 'rate'].includes(measure)
}
