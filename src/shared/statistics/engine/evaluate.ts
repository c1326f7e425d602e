import { failure, ok, type Result } from '../../contract/errors.ts'
import type { StatisticQuery, StatisticResult } from '../definition.ts'
import type { StatisticContext, StatisticFrameRows } from './context.ts'
import { evaluateCounted } from './counted.ts'
import type { RecordCounter } from './counter.ts'
import { planQuery } from './plan.ts'
import { evaluateQuotient } from './quotient.ts'
import { yearsOf } from './slices.ts'

/**
 * One statistic from the small tables and a counter of records: total, rows and notes. Both calculators
 * share this; they differ in the counter. Errors: those of `planQuery`, and `noDataForYear`.
 */
export function evaluate(
  query: StatisticQuery,
  rows: StatisticFrameRows,
  counter: RecordCounter,
  context: StatisticContext,
): Result<StatisticResult> {
  const planned = planQuery(query, rows, context)
  if (!planned.ok) return planned
  const plan = planned.value
  if (!yearsOf(plan.months).some((year) => counter.hasData(year))) {
    return failure('noDataForYear', { fiscalYear: query.frame.fiscalYear }, 'frame.fiscalYear')
  }
  return plan.source.kind === 'quotient'
    ? evaluateQuotient(plan, rows, counter, context)
    : ok(evaluateCounted(plan, rows, counter, context, () => false))
}
