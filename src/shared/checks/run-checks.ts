import { lastDayOf } from '../time/calendar.ts'
import type { Day, TimeFrame } from '../time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../time/fiscal-year.ts'
import { checkActivityStates } from './activity-states.ts'
import { checkAhead } from './ahead.ts'
import { checkBounds } from './bounds.ts'
import { checkCases } from './cases.ts'
import { checkClaims } from './claims.ts'
import { checkClosedDays } from './closed-days.ts'
import { checkCopiedYears } from './copied-years.ts'
import { checkDerived } from './derived.ts'
import type { Check, CheckFinding, CheckRows } from './finding.ts'
import { checkMoved } from './moved.ts'
import { checkNumbers } from './numbers.ts'
import { checkReports } from './reports.ts'
import { checkSessions } from './sessions.ts'
import { checkSlips } from './slips.ts'
import { checkSums } from './sums.ts'
import { checkYears } from './years.ts'

/** All families of checks, in the order of the list (domain §7). */
export const checks: readonly Check[] = [
  checkBounds,
  checkSums,
  checkYears,
  checkDerived,
  checkSessions,
  checkNumbers,
  checkSlips,
  checkCopiedYears,
  checkAhead,
  checkReports,
  checkClaims,
  checkCases,
  checkClosedDays,
  checkActivityStates,
  checkMoved,
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
