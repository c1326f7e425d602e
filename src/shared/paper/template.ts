import type { PlanTree } from '../plan/plan-tree.ts'
import type { StatisticQuery, StatisticResult } from '../statistics/definition.ts'
import type { ActivityRow, NamedRow, ProgrammeRow } from '../statistics/rows.ts'
import type { TextBlock } from './assemble/text-block.ts'
import type { PaperDraft, PaperSettings } from './draft.ts'
import type { FieldInline, ReportModel, TemplateCode } from './model.ts'

/** What a template may read beside numbers: the ledger's facts, not yet cut to the as-of date. */
export interface PaperFacts {
  readonly city: string
  readonly fictional: boolean
  /** Department and division names with valid dates, outermost first. */
  readonly departments: readonly NamedRow[]
  readonly plan: PlanTree | null
  readonly programmes: readonly ProgrammeRow[]
  readonly venues: readonly NamedRow[]
  /** Breakdown → its codes with the ledger's labels, in printing order. Time breakdowns are not among them. */
  readonly codes: Readonly<Record<string, readonly CodeLabel[]>>
  /** Of the paper's fiscal year and the one after it. */
  readonly activities: readonly ActivityRow[]
}

export interface CodeLabel {
  readonly code: string
  readonly label: string
}

export interface TemplateInput {
  readonly draft: PaperDraft
  readonly facts: PaperFacts
  /** Results of `queries(settings)`, by the same names. */
  readonly results: Readonly<Record<string, StatisticResult>>
}

/** What a template says before house style, edits and numbers: words with tokens, and their fields. */
export interface Composition {
  readonly blocks: readonly TextBlock[]
  /** Every number that the text may name, by field name. */
  readonly fields: Readonly<Record<string, FieldInline>>
  readonly orientation: ReportModel['orientation']
  readonly pageNumbers: ReportModel['pageNumbers']
}

/** data → words, purely. One file a template; `assemble/assemble.ts` makes the model from them. */
export interface PaperTemplate {
  readonly code: TemplateCode
  /** Every number that the paper may print, by field name. */
  queries(settings: PaperSettings): Readonly<Record<string, StatisticQuery>>
  compose(input: TemplateInput): Composition
}
