import { isAdditive } from '../statistics/algebra.ts'
import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { TallyRow } from '../statistics/rows.ts'
import { monthsOf } from '../time/calendar.ts'
import type { Month } from '../time/day.ts'
import { fiscalYearPeriod } from '../time/fiscal-year.ts'
import { type Check, type CheckFinding, finding } from './finding.ts'
import { codesOfTally, type TallyYear, tallyYears } from './tally-grid.ts'

/** The year's own value against its months: max month ≤ year ≤ Σ months; events are Σ months exactly. */
export const checkYears: Check = (rows, frame) =>
  tallyYears(rows, frame).flatMap((year) =>
    year.rows.filter((row) => row.month === null).flatMap((row) => checkYear(year, row)),
  )

function checkYear(year: TallyYear, row: TallyRow): readonly CheckFinding[] {
  const { value } = row
  const measure = findStatistic(row.statistic)?.measure
  if (value === null || measure === undefined || measure === 'snapshot') return []
  const codes = codesOfTally(row)
  const months = monthsOf(fiscalYearPeriod(year.fiscalYear))
  const entered = months.map((month) => year.value(row.statistic, month, codes))
  const values = entered.filter((one) => one !== null)
  const sum = values.reduce((all, one) => all + one, 0)
  const complete = months.every((month) => year.isTold(row.statistic, month, codes))
  const { party, fiscalYear } = year
  const place = { party, fiscalYear, statistic: row.statistic, rowId: row.id }
  if (isAdditive(measure, 'months')) {
    const wrong = complete ? sum !== value : sum > value
    return wrong ? [finding('yearNotSum', place, { value, sum, codes })] : []
  }
  const largest = Math.max(0, ...values)
  const shortOfNew = measure === 'persons' ? underNew(year, row, months, codes) : null
  return [
    ...(value < largest ? [finding('yearUnderMonth', place, { value, limit: largest, codes })] : []),
    ...(complete && value > sum ? [finding('yearOverMonths', place, { value, limit: sum, codes })] : []),
    ...(shortOfNew === null ? [] : [finding('yearUnderNew', place, { value, limit: shortOfNew, codes })]),
  ]
}

/**
 * 4月の継続 + Σ新規, when the year's 実人数 is below it; else null. Whoever was 継続 in April and whoever
 * became 新規 in the year are different persons, and all of them were seen.
 */
function underNew(year: TallyYear, row: TallyRow, months: readonly Month[], codes: string): number | null {
  const april = months[0]
  if (row.statistic !== 'consultation.persons' || row.value === null || april === undefined) return null
  const newOf = (month: Month): number | null => year.value('consultation.new', month, codes)
  const persons = year.value(row.statistic, april, codes)
  const newInApril = newOf(april)
  const told = year.value('consultation.continuing', april, codes)
  const continuing = told ?? (persons === null || newInApril === null ? null : persons - newInApril)
  if (continuing === null) return null
  const least = continuing + months.reduce((sum, month) => sum + (newOf(month) ?? 0), 0)
  return row.value < least ? least : null
}
