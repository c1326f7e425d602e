import type { FormCode } from '../statistics/rows.ts'
import { lastDayOf } from '../time/calendar.ts'
import type { Day, FiscalYear, Month, TimeFrame } from '../time/day.ts'
import { fiscalYearPeriod } from '../time/fiscal-year.ts'

/** What can be 確定 (domain §8): a month, or a year (`month` null), of a form; of a party, or of 全体 (`party` null). */
export interface ConfirmablePeriod {
  readonly party: string | null
  readonly form: FormCode
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
}

/** The last day of the period: up to it its values are counted (基準日), and from it on they are read as stored. */
export const endOfPeriod = ({ fiscalYear, month }: Pick<ConfirmablePeriod, 'fiscalYear' | 'month'>): Day =>
  lastDayOf(month ?? fiscalYearPeriod(fiscalYear).to)

/** The frame in which the period's values are counted. */
export function frameOf(period: Pick<ConfirmablePeriod, 'fiscalYear' | 'month'>): TimeFrame {
  const { fiscalYear, month } = period
  return {
    fiscalYear,
    period: month === null ? fiscalYearPeriod(fiscalYear) : { from: month, to: month },
    asOf: endOfPeriod(period),
  }
}

/** One text a period, to find it by. */
export const periodKey = ({ party, form, fiscalYear, month }: ConfirmablePeriod): string =>
  [party ?? '*', form, fiscalYear, month ?? 'year'].join(' ')
