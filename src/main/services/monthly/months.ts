import type { MonthlyMonth, MonthlyParty } from '../../../shared/contract/schemas/monthly.ts'
import type { FormCode, PartyFormRow } from '../../../shared/statistics/rows.ts'
import { lastDayOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { nameOn } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { readParties, readPartyForms } from '../../ledger/repositories/parties.ts'

/** How a party tells its form in each month of a year, and the state of each report. */
export function readMonths(
  reader: LedgerReader,
  party: string,
  form: FormCode,
  fiscalYear: FiscalYear,
): MonthlyMonth[] {
  const forms = readPartyForms(reader).filter((row) => row.party === party && row.form === form)
  const reports = reader.all(
    build
      .selectFrom('report as r')
      .innerJoin('party', 'party.key', 'r.party_key')
      .select(['r.month', 'r.state', 'r.zero_declared as zero', 'r.revision'])
      .where('party.code', '=', party)
      .where('r.form', '=', form)
      .where('r.fiscal_year', '=', fiscalYear),
  )
  const byMonth = new Map(reports.map((row) => [row.month, row]))
  return monthsOf(fiscalYearPeriod(fiscalYear)).map((month) => {
    const report = byMonth.get(month)
    return {
      month,
      mode: modeIn(forms, month) ?? 'unlisted',
      state: report?.state ?? 'missing',
      zeroDeclared: report?.zero === 1,
      revision: report?.revision ?? 0,
    }
  })
}

/** Where two rows overlap the later one wins, as in the statistics. */
const modeIn = (forms: readonly PartyFormRow[], month: Month): PartyFormRow['mode'] | undefined =>
  forms.findLast((row) => row.from <= month && (row.to === null || month <= row.to))?.mode

/** 報告元 × 様式 of a fiscal year: by tally first, then in the order of recording. */
export function readMonthlyParties(reader: LedgerReader, fiscalYear: FiscalYear): MonthlyParty[] {
  const period = fiscalYearPeriod(fiscalYear)
  const months = monthsOf(period)
  const forms = readPartyForms(reader)
  const parties = readParties(reader).flatMap((party) => {
    const own = forms.filter((row) => row.party === party.code)
    return [...new Set(own.map(({ form }) => form))].flatMap((form): MonthlyParty[] => {
      const rows = own.filter((row) => row.form === form)
      const modes = new Set(months.flatMap((month) => modeIn(rows, month) ?? []))
      const [mode] = modes
      if (mode === undefined) return []
      const name = nameOn(party.names, lastDayOf(period.to)) ?? party.names.at(-1)?.name ?? party.code
      return [{ party: party.code, name, form, mode: modes.size > 1 ? 'mixed' : mode }]
    })
  })
  return [
    ...parties.filter(({ mode }) => mode !== 'records'),
    ...parties.filter(({ mode }) => mode === 'records'),
  ]
}

/**
 * The form on whose sheet a statistic stands for a party: its own where the party hands it in that year, else
 * the party's first (就労準備支援につながった人数 on the sheet of 相談).
 */
export function sheetFormOf(forms: readonly FormCode[], own: FormCode): FormCode | null {
  return forms.includes(own) ? own : (forms[0] ?? null)
}
