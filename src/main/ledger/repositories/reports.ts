import type { FormCode, ReportRow, ReportState } from '../../../shared/statistics/rows.ts'
import type { Month } from '../../../shared/time/day.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** The states of all reports (提出状況). A month without a row is `missing`. */
export function readReports(reader: LedgerReader): readonly ReportRow[] {
  const rows = reader.all(
    build
      .selectFrom('report as r')
      .innerJoin('party', 'party.key', 'r.party_key')
      .select(['party.code as party', 'r.form', 'r.month', 'r.state', 'r.zero_declared as zero'])
      .orderBy('r.key'),
  )
  return rows.map(({ zero, ...row }) => ({ ...row, zeroDeclared: zero === 1 }))
}

/** Sets the state of a party's form for a month; `seen` is its revision, 0 when there is no row yet. */
export function saveReport(
  write: LedgerWriter,
  place: { readonly party: string; readonly form: FormCode; readonly month: Month },
  change: { readonly state: ReportState; readonly zeroDeclared: boolean },
  seen: number,
): void {
  const party = write.get(build.selectFrom('party').select('key').where('code', '=', place.party))
  if (party === undefined) fail('unknownParty', { party: place.party })
  const current = write.get(
    build
      .selectFrom('report')
      .select('id')
      .where('party_key', '=', party.key)
      .where('form', '=', place.form)
      .where('month', '=', place.month),
  )
  const values = { state: change.state, zero_declared: change.zeroDeclared ? 1 : 0 }
  if (current === undefined) {
    write.insert('report', { party_key: party.key, form: place.form, month: place.month, ...values })
  } else write.update('report', current.id, seen, values)
}

/** The report of a party's form for a month, with its revision; null while there is none. */
export function readMonthReport(
  reader: LedgerReader,
  { party, form, month }: { readonly party: string; readonly form: FormCode; readonly month: Month },
): { readonly state: ReportState; readonly revision: number } | null {
  const row = reader.get(
    build
      .selectFrom('report as r')
      .innerJoin('party', 'party.key', 'r.party_key')
      .select(['r.state', 'r.revision'])
      .where('party.code', '=', party)
      .where('r.form', '=', form)
      .where('r.month', '=', month),
  )
  return row ?? null
}
