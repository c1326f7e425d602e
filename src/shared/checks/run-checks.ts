import { lastDayOf } from '../time/calendar.ts'
import type { Day, TimeFrame } from '../time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../time/fiscal-year.ts'
import { checkBounds } from './bounds.ts'
import { checkClaims } from './claims.ts'
import { checkCopiedYears } from './copied-years.ts'
import type { Check, CheckFinding, CheckRows } from './finding.ts'
import { checkNumbers } from './numbers.ts'
import { checkReports } from './reports.ts'
import { checkSessions } from './sessions.ts'
import { checkSlips } from './slips.ts'
import { checkSums } from './sums.ts'
import { checkYears } from './years.ts'

/** All checks of the first family, in the order of the list (domain §7). */
export const checks: readonly Check[] = [
  checkBounds,
  checkSums,
  checkYears,
  checkSessions,
  checkNumbers,
  checkSlips,
  checkCopiedYears,
  checkReports,
  checkClaims,
]

/**
 * 点検 of a period as of a day: errors first, then by time, then as the checks come. Empty when clean.
 * Pure; over rows of any number of years, of which it looks at those of the frame.
 */
export function runChecks(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const found = checks.flatMap((check) => check(rows, frame))
  const when = ({ place }: CheckFinding): string =>
    place.month ?? `${fiscalYearPeriod(place.fiscalYear).to} year`
  return found.toSorted((a, b) => {
    if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1
    return when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0
  })
}

/** 点検 of everything that the ledger holds up to a day, fiscal year by fiscal year. */
export function runAllChecks(rows: CheckRows, asOf: Day): readonly CheckFinding[] {
  const last = fiscalYearOf(asOf)
  const years: number[] = []
  for (let year = firstYear(rows); year <= last; year += 1) years.push(year)
  return years.flatMap((fiscalYear) => {
    const period = fiscalYearPeriod(fiscalYear)
    const end = lastDayOf(period.to)
    return runChecks(rows, { fiscalYear, period, asOf: end < asOf ? end : asOf })
  })
}

function firstYear(rows: CheckRows): number {
  const since = fiscalYearOf(rows.recordingSince)
  return [...rows.tallies, ...rows.activities].reduce((year, row) => Math.min(year, row.fiscalYear), since)
}
