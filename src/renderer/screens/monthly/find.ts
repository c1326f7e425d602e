import { checkBounds } from '../../../shared/checks/bounds.ts'
import { checkCopiedYears } from '../../../shared/checks/copied-years.ts'
import type { Check, CheckFinding } from '../../../shared/checks/finding.ts'
import { checkSlips } from '../../../shared/checks/slips.ts'
import { checkSums } from '../../../shared/checks/sums.ts'
import { checkYears } from '../../../shared/checks/years.ts'
import { cellId } from '../../../shared/monthly/entry.ts'
import type { LedgerRows, TallyRow } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'

/** The rules of 点検 that need nothing but the sheet and the one of the year before. */
const checks: readonly Check[] = [checkBounds, checkSums, checkYears, checkSlips, checkCopiedYears]

/** Rows that these rules do not look at. */
const noRows: Omit<LedgerRows, 'tallies'> = {
  programmes: [],
  parties: [],
  partyForms: [],
  venues: [],
  cases: [],
  caseEpisodes: [],
  consultations: [],
  coordinations: [],
  referrals: [],
  activities: [],
  reports: [],
  recordingSince: '1948-04-01',
  earlierCasesKnown: true,
}

/** Findings by the cell at which they stand; the whole year at once, whatever its months. */
export function findingsByCell(
  tallies: readonly TallyRow[],
  fiscalYear: FiscalYear,
): ReadonlyMap<string, readonly CheckFinding[]> {
  const period = fiscalYearPeriod(fiscalYear)
  const frame = { fiscalYear, period, asOf: lastDayOf(period.to) }
  const found = checks.flatMap((check) => check({ ...noRows, tallies }, frame))
  return Map.groupBy(found, placeOf)
}

function placeOf({ place, parameters }: CheckFinding): string {
  const codes = String(parameters.codes ?? '').replaceAll('&', '|')
  const line = codes === '' ? `${place.statistic}` : `${place.statistic}|${codes}`
  return cellId(line, place.month)
}
