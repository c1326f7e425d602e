import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import type { Identity } from './identity.ts'

/** A collection book that was handed out. */
export interface CollectionIssueTable extends Identity {
  party_key: number
  form: FormCode
  fiscal_year: FiscalYear
  from_month: Month
  to_month: Month
  mode: 'records' | 'tally'
  issued_on: Day
  due_on: Day
  send_to: string
  file_name: string
  /** JSON of a `CollectionContent`. */
  content: string
  withdrawn_on: Day | null
}
