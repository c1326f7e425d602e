import type { Result } from '../contract/errors.ts'
import type { StatisticQuery, StatisticResult } from './definition.ts'
import type { StatisticContext } from './engine/context.ts'
import { evaluate } from './engine/evaluate.ts'
import { pureCounter } from './records/pure-counter.ts'
import type { LedgerRows } from './rows.ts'

/**
 * One statistic over plain rows (domain §1–§3): what it counts by record, what parties entered, and how
 * both are put together, with states, n/N months, bounds and notes. Numbers are integers, fractions or
 * ranges, never rounded. Errors: `unknownStatistic`, `unknownBreakdown`, `tooManyBreakdowns`,
 * `unknownFilter`, `unknownParty`, `unknownYear`, `noDataForYear`, `invalidPeriod`, `invalidAsOf`.
 */
export function calculate(
  query: StatisticQuery,
  rows: LedgerRows,
  context: StatisticContext,
): Result<StatisticResult> {
  return evaluate(query, rows, pureCounter(rows), context)
}

/** Many statistics over the same rows: what all need is derived once. Answers in the order of the queries. */
export function calculateAll(
  queries: readonly StatisticQuery[],
  rows: LedgerRows,
  context: StatisticContext,
): readonly Result<StatisticResult>[] {
  const counter = pureCounter(rows)
  return queries.map((query) => evaluate(query, rows, counter, context))
}
