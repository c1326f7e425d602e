import type { Month } from '../../time/day.ts'
import type { FormCode, LedgerRows, PartyFormRow } from '../rows.ts'

/** How a party told a month: by records, by tally, or without having been asked for the form. */
export type ReportingMode = 'records' | 'tally' | 'unlisted'

/** Who had to report a form for which months, and whether the report stands (domain §2, §3). */
export interface Coverage {
  modeOf(party: string, month: Month): ReportingMode
  /** Whether the records of a month may be called complete: checked, confirmed, or 「０件」 declared. */
  checked(party: string, month: Month): boolean
}

const within = (row: PartyFormRow, month: Month): boolean =>
  row.from <= month && (row.to === null || month <= row.to)

/** The coverage of one form. Where two rows of a party overlap, the later one in the list wins. */
export function coverageOf(rows: Pick<LedgerRows, 'partyForms' | 'reports'>, form: FormCode): Coverage {
  const forms = Map.groupBy(
    rows.partyForms.filter((row) => row.form === form),
    (row) => row.party,
  )
  const done = new Set(
    rows.reports
      .filter((row) => row.form === form)
      .filter((row) => row.state === 'checked' || row.state === 'confirmed' || row.zeroDeclared)
      .map((row) => `${row.party} ${row.month}`),
  )
  return {
    modeOf: (party, month) => forms.get(party)?.findLast((row) => within(row, month))?.mode ?? 'unlisted',
    checked: (party, month) => done.has(`${party} ${month}`),
  }
}
