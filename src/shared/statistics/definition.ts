import type { Cell } from '../cell/cell.ts'
import type { FiscalYear, TimeFrame } from '../time/day.ts'
import type { FormCode } from './rows.ts'

/** The type of a statistic decides what may be added (domain §3). */
export type MeasureType =
  | 'events'
  | 'attendance'
  | 'persons'
  | 'newPersons'
  | 'snapshot'
  | 'ratio'
  | 'mean'
  | 'rate'

/** 可 / 参考 / 不可: whether a version may be compared with the one before it. */
export type Comparability = 'comparable' | 'reference' | 'broken'

/** A version of a definition; valid from the start of a fiscal year until the next version. */
export interface DefinitionVersion {
  readonly validFrom: FiscalYear
  readonly text: string
  /** Whom it counts, in words: 「中学３年生から29歳までの生活困窮者・被保護者」. */
  readonly scope: string
  /** Youngest and oldest age counted; null is open. The oldest age makes the 参考 re-cut possible. */
  readonly ages: { readonly low: number | null; readonly high: number | null }
  readonly comparability: Comparability
  /** Printed at a break. */
  readonly breakNote: string
}

export interface StatisticDefinition {
  /** Stable: `consultation.events`. */
  readonly code: string
  readonly category: 1 | 2 | 3 | 4 | 5 | 6 | null
  readonly label: string
  readonly unit: string
  readonly measure: MeasureType
  /** The statistic of which this is a 再掲 (⊂). */
  readonly partOf: string | null
  readonly form: FormCode
  /** Breakdowns that it can be cut by, by code (`month`, `method`, `caller`, `ageBand` …). */
  readonly breakdowns: readonly string[]
  readonly versions: readonly DefinitionVersion[]
  /**
   * For `ratio`, `mean`, `rate`: Σnumerator ÷ Σdenominator; `per` 100 for percent, 100000 for a rate. The
   * cell keeps the plain parts (30/34); whoever prints it multiplies by `per`.
   */
  readonly quotient: {
    readonly numerator: string
    readonly denominator: string
    readonly per: number
    /** The share of answers in a survey: with few of them it is printed with its parts, or not at all (domain §5). */
    readonly survey?: boolean
  } | null
}

/** `code` or a comparison over age: `age>=30`. Several filters are joined by AND. */
export type Filter =
  | { readonly field: string; readonly operator: 'is' | 'isNot'; readonly codes: readonly string[] }
  | { readonly field: 'age'; readonly operator: '>=' | '<='; readonly age: number }

export interface StatisticQuery {
  readonly statistic: string
  readonly frame: TimeFrame
  /** At most two. */
  readonly by: readonly string[]
  readonly where: readonly Filter[]
  /** One party, or null for the city's total by its 計上ルール. */
  readonly party: string | null
}

/** One combination of codes, in the order of `query.by`, with its cell. */
export interface StatisticRow {
  readonly keys: readonly string[]
  readonly cell: Cell
}

/** A note by code with its parameters; the words are in `shared/words`. */
export interface StatisticNote {
  readonly code:
    | 'missingMonths'
    | 'provisional'
    | 'break'
    | 'firstYearNew'
    | 'sharedPersons'
    | 'rangeOfPersons'
    | 'multipleChoice'
    | 'resolvedAttributes'
    | 'anonymousExcluded'
    | 'snapshotDate'
    | 'yearEntered'
    | 'yearNotEntered'
    | 'undatedActivities'
    | 'commonMonthsOnly'
    /** Strata of a survey stand side by side and are never added (worked case 7). */
    | 'strataNotSummed'
    /** Read from what was stored at 確定 (domain §8). */
    | 'confirmed'
  readonly parameters: Readonly<Record<string, string | number>>
}

export interface StatisticResult {
  readonly query: StatisticQuery
  readonly total: Cell
  readonly rows: readonly StatisticRow[]
  readonly notes: readonly StatisticNote[]
}
