import { monthOf } from '../../time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import type { ConsultationRow } from '../rows.ts'
import type { Roots } from './roots.ts'

/** A consultation as the statistics see it. */
export interface Contact {
  readonly row: ConsultationRow
  readonly month: Month
  readonly fiscalYear: FiscalYear
  /** The case after 名寄せ; null for an anonymous contact. */
  readonly root: string | null
}

/** All contacts up to the as-of date, by day, then in the order in which they were recorded. */
export function contactsOf(
  consultations: readonly ConsultationRow[],
  roots: Roots,
  asOf: Day,
): readonly Contact[] {
  return consultations
    .filter((row) => row.day <= asOf)
    .map((row) => ({
      row,
      month: monthOf(row.day),
      fiscalYear: fiscalYearOf(row.day),
      root: row.caseId === null ? null : roots.rootOf(row.caseId),
    }))
    .sort((a, b) => (a.row.day < b.row.day ? -1 : a.row.day > b.row.day ? 1 : 0))
}
