import { firstDayOf, lastDayOf, monthsOf } from '../../time/calendar.ts'
import type { Day, FiscalYear, Month, Period } from '../../time/day.ts'
import { fiscalYearOf, fiscalYearPeriod, quarterOf } from '../../time/fiscal-year.ts'
import type { TimeBreakdown } from '../catalogue/breakdowns.ts'

/** A stretch of the period that makes one row: a month, a quarter, or all of it (code ''). */
export interface Slice {
  /** `2024-04`, `2024-Q1`, `2024-H1`, `2024`, or '' for the whole period. */
  readonly code: string
  /** The months of the period that lie in it, in order, never empty. */
  readonly months: readonly Month[]
}

/** The code of the row in which a month stands: 第１四半期 of FY2024 is `2024-Q1`. */
export function sliceCode(month: Month, by: TimeBreakdown | null): string {
  if (by === null) return ''
  if (by === 'month') return month
  const fiscalYear = fiscalYearOf(month)
  if (by === 'fiscalYear') return String(fiscalYear)
  const quarter = quarterOf(month)
  return by === 'quarter' ? `${fiscalYear}-Q${quarter}` : `${fiscalYear}-H${quarter <= 2 ? 1 : 2}`
}

/** The rows of a time breakdown within a period, in order. A quarter that the period cuts keeps its code. */
export function slicesOf(period: Period, by: TimeBreakdown | null): readonly Slice[] {
  const groups = new Map<string, Month[]>()
  for (const month of monthsOf(period)) {
    const code = sliceCode(month, by)
    groups.set(code, [...(groups.get(code) ?? []), month])
  }
  return [...groups].map(([code, months]) => ({ code, months }))
}

/** Months that had begun by the as-of date: later ones do not exist yet (domain §1). */
export function begunMonths(months: readonly Month[], asOf: Day): readonly Month[] {
  return months.filter((month) => firstDayOf(month) <= asOf)
}

/** A month can be told (by a tally) once it is over. */
export const isOver = (month: Month, asOf: Day): boolean => lastDayOf(month) <= asOf

/** The fiscal year that the months make up in full and that was over by the as-of date, or null. */
export function wholeYear(months: readonly Month[], asOf: Day): FiscalYear | null {
  const first = months[0]
  if (first === undefined || months.length !== 12) return null
  const year = fiscalYearPeriod(fiscalYearOf(first))
  return first === year.from && isOver(year.to, asOf) ? fiscalYearOf(first) : null
}

/** Fiscal years that the months touch, in order. */
export function yearsOf(months: readonly Month[]): readonly FiscalYear[] {
  return [...new Set(months.map(fiscalYearOf))]
}
