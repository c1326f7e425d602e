import { firstDayOf, lastDayOf, monthOfYear } from '../time/calendar.ts'
import type { Day, FiscalYear, Month, TimeFrame } from '../time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../time/fiscal-year.ts'
import type { Term } from './term.ts'

export type FrameProblem = 'severalYears' | 'severalPeriods' | 'notYetBegun' | 'monthOutsideYear'

export type FrameFound =
  | { readonly kind: 'frame'; readonly frame: TimeFrame }
  | { readonly kind: 'problem'; readonly problem: FrameProblem; readonly what: string }

/** April of a fiscal year comes before its January. */
const monthIn = (fiscalYear: FiscalYear, month: number): Month =>
  monthOfYear(month >= 4 ? fiscalYear : fiscalYear + 1, month)

/**
 * The frame that the words mean: the window's own where they say nothing; of another year the whole year,
 * as of its end or of today (domain §1). The as-of date never lies after the window's in the window's year.
 */
export function frameOfTerms(terms: readonly Term[], window: TimeFrame, today: Day): FrameFound {
  const problem = (name: FrameProblem, what = ''): FrameFound => ({ kind: 'problem', problem: name, what })
  const years = [...new Set(terms.flatMap((term) => (term.kind === 'year' ? [term.fiscalYear] : [])))]
  if (years.length > 1) return problem('severalYears')
  const periods = terms.filter(
    (term) => term.kind === 'months' || term.kind === 'period' || term.kind === 'until',
  )
  if (periods.length > 1) return problem('severalPeriods')
  const [period] = periods
  const year = years[0] ?? (period?.kind === 'period' ? fiscalYearOf(period.from) : window.fiscalYear)
  if (period?.kind === 'period' && fiscalYearOf(period.from) !== year) return problem('monthOutsideYear')
  const asOf = year === window.fiscalYear ? window.asOf : endOf(year, today)
  const whole = fiscalYearPeriod(year)
  const made = ((): TimeFrame => {
    if (period === undefined) {
      if (year === window.fiscalYear) return window
      const to = asOf.slice(0, 7) as Month
      return {
        fiscalYear: year,
        period: { from: whole.from, to: to < whole.to ? (to < whole.from ? whole.from : to) : whole.to },
        asOf,
      }
    }
    if (period.kind === 'until') {
      const to = monthIn(year, period.month)
      return { fiscalYear: year, period: { from: whole.from, to }, asOf: lastDayOf(to) }
    }
    if (period.kind === 'months') {
      return {
        fiscalYear: year,
        period: { from: monthIn(year, period.from), to: monthIn(year, period.to) },
        asOf,
      }
    }
    const end = lastDayOf(period.to)
    return { fiscalYear: year, period: { from: period.from, to: period.to }, asOf: end < today ? end : today }
  })()
  const given = terms.find((term) => term.kind === 'asOf')
  const frame = given === undefined ? made : { ...made, asOf: given.day }
  return frame.asOf < firstDayOf(frame.period.from) ? problem('notYetBegun') : { kind: 'frame', frame }
}

function endOf(year: FiscalYear, today: Day): Day {
  const last = lastDayOf(fiscalYearPeriod(year).to)
  return last < today ? last : today
}
