import { monthOfYear, monthParts } from './calendar.ts'
import type { Day, FiscalYear, Month, Period } from './day.ts'

/** The fiscal year (1 April – 31 March) of a day or month (domain §1). */
export function fiscalYearOf(when: Day | Month): FiscalYear {
  const { year, month } = monthParts(when.slice(0, 7) as Month)
  return month >= 4 ? year : year - 1
}

/** April to March. */
export function fiscalYearPeriod(fiscalYear: FiscalYear): Period {
  return { from: monthOfYear(fiscalYear, 4), to: monthOfYear(fiscalYear + 1, 3) }
}

/** 第１四半期 (4–6月) … 第４四半期 (1–3月). */
export function quartersOf(fiscalYear: FiscalYear): readonly [Period, Period, Period, Period] {
  return [
    { from: monthOfYear(fiscalYear, 4), to: monthOfYear(fiscalYear, 6) },
    { from: monthOfYear(fiscalYear, 7), to: monthOfYear(fiscalYear, 9) },
    { from: monthOfYear(fiscalYear, 10), to: monthOfYear(fiscalYear, 12) },
    { from: monthOfYear(fiscalYear + 1, 1), to: monthOfYear(fiscalYear + 1, 3) },
  ]
}

/** 上半期 (4–9月) and 下半期 (10–3月). */
export function halvesOf(fiscalYear: FiscalYear): readonly [Period, Period] {
  return [
    { from: monthOfYear(fiscalYear, 4), to: monthOfYear(fiscalYear, 9) },
    { from: monthOfYear(fiscalYear, 10), to: monthOfYear(fiscalYear + 1, 3) },
  ]
}

/** 1–4: the quarter of the fiscal year in which the day or month lies. */
export function quarterOf(when: Day | Month): 1 | 2 | 3 | 4 {
  const { month } = monthParts(when.slice(0, 7) as Month)
  return (Math.floor(((month + 8) % 12) / 3) + 1) as 1 | 2 | 3 | 4
}
