import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { Month } from '../../../shared/time/day.ts'
import { formatMonth } from '../../../shared/time/format.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'

/**
 * Refuses a write into a month that is 確定 (domain §8: it changes only after 確定解除). Every door that
 * writes a consultation, activity or tally calls it inside its action, for the month before and the month
 * after where a date moves.
 *
 * @throws AppFailure `periodConfirmed` {party, month}, both as the user reads them.
 */
export function assertMonthOpen(reader: LedgerReader, party: string, form: FormCode, month: Month): void {
  if (reportState(reader, party, form, month) !== 'confirmed') return
  throw new AppFailure(appError('periodConfirmed', placeWords(reader, party, month)))
}

/**
 * Refuses a write in the mode that the party does not report by: a statistic is told by records or by
 * tally for a month, never both (domain §3). A month for which the form is not listed takes either. Call
 * it not for statistics that have no records at all (source `entered`): they are tallied in both modes.
 *
 * @throws AppFailure `reportedByTally` or `reportedByRecords` {party, month}.
 */
export function assertMode(
  reader: LedgerReader,
  party: string,
  form: FormCode,
  month: Month,
  mode: 'records' | 'tally',
): void {
  const agreed = agreedMode(reader, party, form, month)
  if (agreed === null || agreed === mode) return
  const code = agreed === 'tally' ? 'reportedByTally' : 'reportedByRecords'
  throw new AppFailure(appError(code, placeWords(reader, party, month)))
}

function reportState(reader: LedgerReader, party: string, form: FormCode, month: Month): string | null {
  const row = reader.get(
    build
      .selectFrom('report')
      .innerJoin('party', 'party.key', 'report.party_key')
      .select('report.state')
      .where('party.code', '=', party)
      .where('report.form', '=', form)
      .where('report.month', '=', month),
  )
  return row?.state ?? null
}

/** Where two rows of a party overlap, the later one in the list wins, as in the statistics (`coverageOf`). */
function agreedMode(
  reader: LedgerReader,
  party: string,
  form: FormCode,
  month: Month,
): 'records' | 'tally' | null {
  const row = reader.get(
    build
      .selectFrom('party_form as f')
      .innerJoin('party', 'party.key', 'f.party_key')
      .select('f.mode')
      .where('party.code', '=', party)
      .where('f.form', '=', form)
      .where('f.from_month', '<=', month)
      .where((where) => where.or([where('f.to_month', 'is', null), where('f.to_month', '>=', month)]))
      .orderBy('f.key', 'desc'),
  )
  return row?.mode ?? null
}

/** The party by its name of that month, and the month in words; the code where it has no name. */
function placeWords(
  reader: LedgerReader,
  party: string,
  month: Month,
): { readonly party: string; readonly month: string } {
  const day = lastDayOf(month)
  const named = reader.get(
    build
      .selectFrom('party_name as n')
      .innerJoin('party', 'party.key', 'n.party_key')
      .select('n.name')
      .where('party.code', '=', party)
      .where((where) => where.or([where('n.valid_from', 'is', null), where('n.valid_from', '<=', day)]))
      .where((where) => where.or([where('n.valid_to', 'is', null), where('n.valid_to', '>=', day)]))
      .orderBy('n.position', 'desc'),
  )
  return { party: named?.name ?? party, month: formatMonth(month) }
}
