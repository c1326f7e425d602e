import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatDay, formatFiscalYear, formatMonth } from '../../../shared/time/format.ts'
import { formWords } from '../../../shared/words/checks.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'

/**
 * Refuses a write into a month that is 確定, alone, with its year or with 全体 (domain §8: it changes only after
 * 確定解除), and into one that was handed in to the nation or Tokyo while nobody has said that it must be handed
 * in again. Every door that writes a consultation, activity or tally calls it inside its action, for the month
 * before and the month after where a date moves.
 *
 * @throws AppFailure `periodConfirmed` {party, month}, both as the user reads them; `periodSubmitted` {period,
 *   recipient, day}.
 */
export function assertMonthOpen(reader: LedgerReader, party: string, form: FormCode, month: Month): void {
  const fiscalYear = fiscalYearOf(month)
  if (
    reportState(reader, party, form, month) === 'confirmed' ||
    isConfirmed(reader, party, { form, fiscalYear, month })
  ) {
    throw new AppFailure(appError('periodConfirmed', placeWords(reader, party, month)))
  }
  assertNotSubmitted(reader, { form, fiscalYear, month })
}

/**
 * As {@link assertMonthOpen}, for a value of the year itself (年の実人数): it is shut with the year, not with its
 * months, since it is asked for when they are 確定.
 */
export function assertYearOpen(
  reader: LedgerReader,
  party: string,
  form: FormCode,
  fiscalYear: FiscalYear,
): void {
  if (isConfirmed(reader, party, { form, fiscalYear, month: null })) {
    const { party: name } = placeWords(reader, party, fiscalYearPeriod(fiscalYear).to)
    throw new AppFailure(appError('periodConfirmed', { party: name, month: formatFiscalYear(fiscalYear) }))
  }
  assertNotSubmitted(reader, { form, fiscalYear, month: null })
}

interface FormPeriod {
  readonly form: FormCode
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
}

/** The period itself or its year is 確定, of the party or of 全体. */
function isConfirmed(reader: LedgerReader, party: string, { form, fiscalYear, month }: FormPeriod): boolean {
  const found = reader.get(
    build
      .selectFrom('confirmation as c')
      .leftJoin('party', 'party.key', 'c.party_key')
      .select('c.key')
      .where('c.form', '=', form)
      .where('c.fiscal_year', '=', fiscalYear)
      .where((where) => where.or([where('c.party_key', 'is', null), where('party.code', '=', party)]))
      .where((where) => where.or([where('c.month', 'is', null), where('c.month', '=', month)]))
      .limit(1),
  )
  return found !== undefined
}

/**
 * 「国・都へ提出済み」 is a lock of its own (domain §8). A year that was handed in shuts its months.
 *
 * @throws AppFailure `periodSubmitted`.
 */
export function assertNotSubmitted(reader: LedgerReader, { form, fiscalYear, month }: FormPeriod): void {
  const found = reader.get(
    build
      .selectFrom('submission')
      .select(['month', 'recipient', 'submitted_on as on'])
      .where('form', '=', form)
      .where('fiscal_year', '=', fiscalYear)
      .where('needs_again', '=', 0)
      .where((where) => where.or([where('month', 'is', null), where('month', '=', month)]))
      .limit(1),
  )
  if (found === undefined) return
  const period = found.month === null ? formatFiscalYear(fiscalYear) : formatMonth(found.month)
  const parameters = { form: formWords[form], period, recipient: found.recipient, day: formatDay(found.on) }
  throw new AppFailure(appError('periodSubmitted', parameters))
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
