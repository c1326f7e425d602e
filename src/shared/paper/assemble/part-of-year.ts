import { lastDayOf, monthOf } from '../../time/calendar.ts'
import type { TimeFrame } from '../../time/day.ts'
import { fiscalYearPeriod } from '../../time/fiscal-year.ts'
import { formatAsOfShort, formatMonthOnly } from '../../time/format.ts'
import { coversYear } from './query.ts'

/**
 * Beside a year of which only a part is counted: 「11月末現在」, or the months where the period ends before
 * the as-of date or begins after April: 「４月から６月」. '' for a whole year.
 */
export function partOfYear(frame: TimeFrame): string {
  if (coversYear(frame)) return ''
  const { from, to } = frame.period
  const year = fiscalYearPeriod(frame.fiscalYear)
  const upToDate = from === year.from && (monthOf(frame.asOf) === to || frame.asOf < lastDayOf(to))
  if (upToDate) return formatAsOfShort(frame.asOf)
  return from === to ? formatMonthOnly(from) : `${formatMonthOnly(from)}から${formatMonthOnly(to)}`
}
