import { type ConfirmedPeriods, expectedMonths } from '../../../shared/confirming/judge.ts'
import { periodKey } from '../../../shared/confirming/period.ts'
import { type BoardRow, submissionBoard } from '../../../shared/reports/board.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { type Confirmation, readConfirmations } from '../../ledger/repositories/confirmations.ts'
import { readParties, readPartyForms } from '../../ledger/repositories/parties.ts'
import { readReports } from '../../ledger/repositories/reports.ts'
import { readDueDay } from '../reports/due-day.ts'

/** Who owes which forms in a year, with the state of each month. */
export function placesOf(reader: LedgerReader, fiscalYear: FiscalYear, today: Day): readonly BoardRow[] {
  return submissionBoard({
    fiscalYear,
    today,
    dueDay: readDueDay(reader),
    parties: readParties(reader),
    partyForms: readPartyForms(reader),
    reports: readReports(reader),
    hasEntries: () => false,
  })
}

/** Those that owe something in the month, or in the year. */
export const placesIn = (rows: readonly BoardRow[], month: Month | null): readonly BoardRow[] =>
  rows.filter((row) => month === null || expectedMonths(row).includes(month))

/** What is 確定 in a year. */
export function confirmedIn(
  reader: LedgerReader,
  fiscalYear: FiscalYear,
): { readonly list: readonly Confirmation[]; readonly keys: ConfirmedPeriods } {
  const list = readConfirmations(reader, fiscalYear)
  return { list, keys: new Set(list.map(periodKey)) }
}
