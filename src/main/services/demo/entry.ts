import type { FiscalYear, Month } from '../../../shared/time/day.ts'

/** A figure before it has an id; `value` null is 未報告. */
export interface Entry {
  readonly party: string
  readonly statistic: string
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
  readonly value: number | null
  readonly keys?: Readonly<Record<string, string>>
  readonly comment?: string
}
