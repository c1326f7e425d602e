import type { LedgerRows, TallyRow } from '../statistics/rows.ts'
import { lastDayOf } from '../time/calendar.ts'
import type { Month, TimeFrame } from '../time/day.ts'
import { fiscalYearPeriod } from '../time/fiscal-year.ts'

/** Entered numbers of one party and fiscal year: what the checks compare. */
export interface TallyYear {
  readonly party: string
  readonly fiscalYear: number
  /** Adopted rows of the frame; what was carried over and not adopted is no number (domain: product, words). */
  readonly rows: readonly TallyRow[]
  /** The number entered for a statistic, month (null: the year) and codes; null where there is none. */
  value(statistic: string, month: Month | null, codes?: string): number | null
}

/** Codes of a tally as one text, in a fixed order: '' for a total. */
export const codesOfTally = (row: Pick<TallyRow, 'keys'>): string =>
  Object.entries(row.keys)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([breakdown, code]) => `${breakdown}=${code}`)
    .join('&')

/** Tallies of the frame, a grid for each party and year. The year's own value belongs to a whole year only. */
export function tallyYears(rows: LedgerRows, frame: TimeFrame): readonly TallyYear[] {
  const inFrame = rows.tallies.filter((row) => row.adopted && isInFrame(row, frame))
  const groups = Map.groupBy(inFrame, (row) => `${row.fiscalYear} ${row.party}`)
  return [...groups.values()].flatMap((own) => {
    const first = own[0]
    if (first === undefined) return []
    const values = new Map(
      own.map((row) => [`${row.statistic} ${row.month ?? 'year'} ${codesOfTally(row)}`, row.value]),
    )
    return {
      party: first.party,
      fiscalYear: first.fiscalYear,
      rows: own,
      value: (statistic: string, month: Month | null, codes = '') =>
        values.get(`${statistic} ${month ?? 'year'} ${codes}`) ?? null,
    }
  })
}

function isInFrame(row: TallyRow, frame: TimeFrame): boolean {
  const { period, asOf } = frame
  if (row.month !== null) {
    return row.month >= period.from && row.month <= period.to && lastDayOf(row.month) <= asOf
  }
  const year = fiscalYearPeriod(row.fiscalYear)
  return year.from >= period.from && year.to <= period.to && lastDayOf(year.to) <= asOf
}
