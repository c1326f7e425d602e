import type { FiscalYear } from '../../time/day.ts'
import type { LedgerRows, ReferralDepth } from '../rows.ts'

/**
 * 計上ルール: which parties make the city's total of a statistic (`consultation.events`) or of a family
 * (`consultation`). The rule of the statistic itself wins over that of its family; without one all count.
 */
export interface CountingRule {
  readonly statistic: string
  readonly from: FiscalYear
  readonly to: FiscalYear | null
  readonly parties: readonly string[]
}

/** What the statistics ask the code lists. Lists can be edited; codes are stable. */
export interface CodeBook {
  /** Codes of a list in printing order, or null when there is no such list. */
  codes(list: string): readonly string[] | null
  /** The code that stands for this one: itself, or the one it was merged into (a map, domain §8). */
  canonical(list: string, code: string): string
  /** 母 → 家族: the group of a caller. */
  callerGroup(caller: string): string
  /** The band of an age range, `unknown` when the band's edge cuts the range (domain §3). */
  ageBand(breakdown: string, low: number | null, high: number | null): string
}

/** Settings that decide what is counted; inputs, never read inside. */
export interface StatisticContext {
  readonly codes: CodeBook
  readonly countingRules: readonly CountingRule[]
  /** つなぎ: the depths that count. */
  readonly referralDepths: readonly ReferralDepth[]
}

/** 情報提供 alone is not yet a つなぎ; a setting may say otherwise. */
export const defaultReferralDepths: readonly ReferralDepth[] = ['introduced', 'accompanied', 'useConfirmed']

/**
 * The small tables of a ledger that decide how numbers are put together. Both calculators evaluate the
 * same small tables; what they count differently is the records behind `RecordCounter`.
 */
export type StatisticFrameRows = Pick<
  LedgerRows,
  | 'programmes'
  | 'parties'
  | 'partyForms'
  | 'venues'
  | 'reports'
  | 'tallies'
  | 'recordingSince'
  | 'earlierCasesKnown'
>

/** 不明 in every code list. */
export const unknownCode = 'unknown'
