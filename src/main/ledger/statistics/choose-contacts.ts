import type { CountRequest } from '../../../shared/statistics/engine/counter.ts'
import { addMonths } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { YearCuts } from './year-cuts.ts'

/** Filters of a request together with the statistic's own (visits, accompanied support). */
function filtersOf({ source, where }: CountRequest): CountRequest['where'] {
  const only = source.kind === 'contacts' ? source.only : null
  if (only === null) return where
  return [...where, { field: only.breakdown, operator: 'is', codes: [only.code] }]
}

/** Two requests with the same text choose the same contacts. */
export function choiceKey(request: CountRequest): string {
  const included = [...request.included].map(([party, months]) => [party, [...months].join(' ')])
  return JSON.stringify([request.asOf, included, filtersOf(request)])
}

/** 1 for each contact of the year that the request counts: by party, month and filters. */
export function chooseContacts(
  cuts: YearCuts,
  request: CountRequest,
  partyCodes: ReadonlyMap<number, string>,
): Uint8Array {
  const { month, party, size, fiscalYear } = cuts.year
  const first = fiscalYearPeriod(fiscalYear).from
  const months = Array.from({ length: 12 }, (_, index) => addMonths(first, index))
  // party × month → counted, as one small table.
  const table = new Uint8Array((Math.max(0, ...partyCodes.keys()) + 1) * 12)
  for (const [key, code] of partyCodes) {
    const own = request.included.get(code)
    months.forEach((one, index) => {
      if (own?.has(one) === true) table[key * 12 + index] = 1
    })
  }
  const mask = cuts.mask(filtersOf(request))
  const chosen = new Uint8Array(size)
  for (let row = 0; row < size; row += 1) {
    const counted = table[(party[row] ?? 0) * 12 + (month[row] ?? 0)] ?? 0
    chosen[row] = mask === null ? counted : counted & (mask[row] ?? 0)
  }
  return chosen
}
