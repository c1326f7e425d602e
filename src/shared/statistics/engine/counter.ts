import type { Day, FiscalYear, Month } from '../../time/day.ts'
import type { TimeBreakdown } from '../catalogue/breakdowns.ts'
import type { Source } from '../catalogue/define.ts'
import type { Filter } from '../definition.ts'
import type { StatisticContext } from './context.ts'

/** Records that are to be counted, and how. */
export interface CountRequest {
  readonly source: Source
  /** Months whose records count, party by party: what a party told by tally is not counted again. */
  readonly included: ReadonlyMap<string, ReadonlySet<Month>>
  /** The parties within which a contact is the first one (新規), or later. */
  readonly scope: ReadonlySet<string>
  /** The first and last month asked for; resolved attributes look at the whole fiscal year. */
  readonly months: readonly Month[]
  readonly asOf: Day
  readonly time: TimeBreakdown | null
  /** Breakdowns of records and persons, at most two. */
  readonly keys: readonly string[]
  readonly where: readonly Filter[]
}

/** Numbers by {@link countKey}. A key that nothing falls under is absent. */
export type Counts = ReadonlyMap<string, number>

/** `slice` is '' without a time breakdown; `codes` follow `CountRequest.keys`. */
export const countKey = (slice: string, codes: readonly string[]): string => [slice, ...codes].join('\u0001')

/** The codes of a key, slice first. */
export const splitCountKey = (key: string): readonly string[] => key.split('\u0001')

/** Counts records: the pure one walks over rows, the ledger's one asks SQL. Both must agree. */
export interface RecordCounter {
  /** Whether the ledger holds anything of a fiscal year. */
  hasData(fiscalYear: FiscalYear): boolean
  count(request: CountRequest, context: StatisticContext): Counts
  /** Anonymous contacts among those asked for (never in 実). */
  anonymous(request: CountRequest, context: StatisticContext): number
  /** Records, or persons, with at least one code of a multiple-choice breakdown: its other denominator. */
  withAny(breakdown: string, request: CountRequest, context: StatisticContext): number
  /** Held activities whose month is not known, so that they stand in no row of a month. */
  undated(request: CountRequest, context: StatisticContext): number
}
