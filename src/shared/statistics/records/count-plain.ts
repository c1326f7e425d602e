import { monthOf } from '../../time/calendar.ts'
import type { Day } from '../../time/day.ts'
import { findBreakdown } from '../catalogue/breakdowns.ts'
import type { StatisticContext } from '../engine/context.ts'
import { unknownCode } from '../engine/context.ts'
import { type CountRequest, type Counts, countKey } from '../engine/counter.ts'
import { sliceCode } from '../engine/slices.ts'

/** Counts rows that have a day, a party and single codes: referrals and coordination. */
export function countPlain<Row extends { readonly day: Day; readonly party: string }>(
  request: CountRequest,
  rows: readonly Row[],
  context: StatisticContext,
  codeOf: (row: Row, breakdown: string) => string | null,
): Counts {
  const code = (row: Row, breakdown: string): string =>
    context.codes.canonical(
      findBreakdown(breakdown)?.list ?? breakdown,
      codeOf(row, breakdown) ?? unknownCode,
    )
  const counts = new Map<string, number>()
  for (const row of rows) {
    const month = monthOf(row.day)
    if (row.day > request.asOf || request.included.get(row.party)?.has(month) !== true) continue
    const passes = request.where.every(
      (filter) =>
        'codes' in filter && filter.codes.includes(code(row, filter.field)) === (filter.operator === 'is'),
    )
    if (!passes) continue
    const key = countKey(
      sliceCode(month, request.time),
      request.keys.map((breakdown) => code(row, breakdown)),
    )
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
