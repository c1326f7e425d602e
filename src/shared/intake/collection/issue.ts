import type { FormCode } from '../../statistics/rows.ts'
import type { FiscalYear, Month } from '../../time/day.ts'
import type { CollectionContent } from './content.ts'

/** A book that was handed to a party. Who and when come from here alone, never from what a sheet says. */
export interface CollectionIssue {
  readonly id: string
  readonly party: string
  readonly form: FormCode
  readonly fiscalYear: FiscalYear
  readonly from: Month
  readonly to: Month
  readonly mode: 'records' | 'tally'
  readonly content: CollectionContent
}
