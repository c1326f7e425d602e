import type { CodeLists } from '../codes/code-list.ts'
import type { StatisticDefinition } from '../statistics/definition.ts'
import type { PartyFormRow } from '../statistics/rows.ts'
import type { Day, FiscalYear } from '../time/day.ts'

/** Who may have written a book. */
export interface PartyFacts {
  readonly code: string
  /** Every name and other spelling that it ever had, its corporation's among them. */
  readonly names: readonly string[]
  readonly programme: string
  readonly contractFrom: Day
  readonly contractTo: Day | null
  readonly forms: readonly Pick<PartyFormRow, 'form' | 'mode' | 'from' | 'to'>[]
}

export interface NamedFacts {
  readonly code: string
  readonly names: readonly string[]
}

/** What the ledger knows and the understanding of a book needs. */
export interface IntakeFacts {
  /** The fiscal year of the window. */
  readonly fiscalYear: FiscalYear
  readonly parties: readonly PartyFacts[]
  readonly programmes: readonly NamedFacts[]
  readonly venues: readonly NamedFacts[]
  readonly codes: CodeLists
  /** The catalogue with the office's own labels. */
  readonly statistics: readonly StatisticDefinition[]
}
