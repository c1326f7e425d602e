import type { Filter } from '../statistics/definition.ts'
import type { Day, TimeFrame } from '../time/day.ts'
import type { TemplateCode } from './model.ts'

/** What the reader chooses for a paper before its text. */
export interface PaperSettings {
  readonly template: TemplateCode
  readonly frame: TimeFrame
  readonly title: string
  /** 「資料１」; '' prints no box. */
  readonly number: string
  readonly meeting: string
  readonly meetingDate: Day | null
  readonly numbering: 'city' | 'national'
  /** 原文どおり or 整えて (documents §2). */
  readonly wording: 'asWritten' | 'tidied'
  /** Whether the optional block with this year's figures (table, chart) is printed. */
  readonly withFigures: boolean
  /** For `tables`: the statistics × breakdowns × years to print; empty elsewhere. */
  readonly tables: readonly TableChoice[]
}

export interface TableChoice {
  readonly statistic: string
  readonly by: readonly string[]
  readonly fiscalYears: readonly number[]
  /** Conditions and one party, as 集計・統計表 hands them over; absent: everything. */
  readonly where?: readonly Filter[]
  readonly party?: string
}

/**
 * A paper being written. `edits` replaces the words of an editable place: the key is a block's id, or
 * `blockId/index` for a label line or list item; the text carries number fields as `{{name}}`.
 */
export interface PaperDraft {
  readonly id: string
  readonly revision: number
  readonly settings: PaperSettings
  readonly edits: Readonly<Record<string, string>>
}
