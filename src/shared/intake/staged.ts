import type { CellFlag, CellState } from '../cell/cell.ts'
import type { ActivityDate, ActivityRow, ActivityState, FormCode, ReferralDepth } from '../statistics/rows.ts'
import type { Day, FiscalYear, Month } from '../time/day.ts'

/** What a sheet can be. A collection book is any of the first three, read by its mark instead of its place. */
export type BookKind = 'consultations' | 'sessions' | 'tally' | 'indicators'

/** Where something stands in the user's file. `column` 1-based; null: the whole row. */
export interface BookPlace {
  readonly sheet: string
  readonly row: number
  readonly column: number | null
}

/**
 * One row of the book after reading, before it is compared with the ledger. The accounting closes over them:
 * every row of every chosen sheet that holds anything is in exactly one outcome, so that
 * read = new + changed + same + refused + ignored (domain §2, the samples' README).
 */
export type StagedRow = StagedRecordRow | RefusedRow | IgnoredRow

export interface StagedRecordRow {
  readonly outcome: 'record'
  readonly place: BookPlace
  readonly record: StagedRecord
  /** Readings that are worth showing: what was typed, what it was taken for. */
  readonly readings: readonly Reading[]
  /** Taken, but to be looked at: a claim that contradicts, a weekday that is wrong, free text with a telephone number. */
  readonly warnings: readonly RowProblem[]
}

export interface RefusedRow {
  readonly outcome: 'refused'
  readonly place: BookPlace
  readonly problem: RowProblem
}

export interface IgnoredRow {
  readonly outcome: 'ignored'
  readonly place: BookPlace
  readonly reason: 'title' | 'head' | 'note' | 'total' | 'derived' | 'empty' | 'notChosen'
}

/** A value of the file and what is wrong with it; words by code in `shared/words/intake.ts`. */
export interface RowProblem {
  readonly code: string
  readonly place: BookPlace
  /** The head of the column: 「受付日」. */
  readonly column: string
  /** As it stands in the file, cut at 60 characters; never free text. */
  readonly value: string
  readonly parameters: Readonly<Record<string, string | number>>
}

/** 「Ｒ6.4.3」 → 令和６年４月３日. `took` says how: an alias, a decade, a ditto mark, a computed sum. */
export interface Reading {
  readonly place: BookPlace
  readonly field: string
  readonly text: string
  readonly as: string
  readonly took: 'plain' | 'alias' | 'ditto' | 'partOf' | 'answer' | 'computed' | 'unknown'
}

export type StagedRecord = StagedConsultation | StagedSession | StagedTally | StagedIndicator

/** Codes are those of the code lists; as in `ConsultationRow`, but with the case by its code. */
export interface StagedConsultation {
  readonly kind: 'consultation'
  readonly party: string
  readonly month: Month
  readonly day: Day
  /** Null: anonymous. */
  readonly caseCode: string | null
  readonly method: string
  readonly supports: readonly string[]
  readonly caller: string
  readonly companions: readonly string[]
  readonly ageLow: number | null
  readonly ageHigh: number | null
  readonly sex: string
  readonly schooling: string
  readonly economic: string
  readonly household: string
  readonly area: string
  readonly duration: string
  readonly route: string
  readonly mainTopic: string
  readonly topics: readonly string[]
  readonly factors: readonly string[]
  readonly referrals: readonly { readonly destination: string; readonly depth: ReferralDepth }[]
  /** Texts of その他, by list. */
  readonly others: Readonly<Record<string, string>>
  readonly newClaim: boolean | null
  readonly note: string
}

/** One session of a place, a meeting, a seminar (活動). */
export interface StagedSession {
  readonly kind: 'session'
  readonly party: string
  readonly month: Month
  readonly category: ActivityRow['category']
  /** `place`, `familyMeeting` … */
  readonly activityKind: string
  readonly title: string
  readonly venue: string | null
  readonly date: ActivityDate
  readonly state: Extract<ActivityState, 'planned' | 'held' | 'cancelled' | 'postponed'>
  readonly reason: string
  readonly hours: string
  readonly attendance: readonly { readonly group: string; readonly count: number }[]
  readonly content: string
}

/** A cell of 月報: one statistic × month (or year) × breakdown. */
export interface StagedTally {
  readonly kind: 'tally'
  readonly party: string
  readonly form: FormCode
  /** Null: the year's own value. */
  readonly month: Month | null
  readonly fiscalYear: FiscalYear
  readonly statistic: string
  readonly keys: Readonly<Record<string, string>>
  readonly state: CellState
  readonly value: number | null
  readonly flags: readonly CellFlag[]
}

/** An indicator of the plan with its values per fiscal year (domain §5). */
export interface StagedIndicator {
  readonly kind: 'indicator'
  readonly goalMark: string
  readonly measure: string
  readonly name: string
  readonly indicatorKind: 'activity' | 'outcome' | 'survey' | 'ladder'
  readonly unit: string
  readonly direction: 'rise' | 'fall' | 'atLeast' | 'atMost' | 'keep' | null
  readonly baselineYear: FiscalYear | null
  readonly baseline: IndicatorCell
  readonly targets: readonly { readonly fiscalYear: FiscalYear; readonly cell: IndicatorCell }[]
  readonly actuals: readonly { readonly fiscalYear: FiscalYear; readonly cell: IndicatorCell }[]
}

/** 「88.2（30/34）」 keeps its parts; 「85以上」 its bound; a stage of a ladder its word. Decimals as text: 「88.2」. */
export type IndicatorCell =
  | {
      readonly kind: 'number'
      readonly value: string
      readonly bound: 'atLeast' | 'atMost' | null
      readonly parts: { readonly numerator: number; readonly denominator: number } | null
    }
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'none'; readonly reason: 'blank' | 'notApplicable' | 'noSurvey' }
