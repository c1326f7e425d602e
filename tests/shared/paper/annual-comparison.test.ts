import { expect, test } from 'vitest'
import { integerCell, stateCell } from '../../../src/shared/cell/construct.ts'
import { answer, ask, askSamePeriod, type Results } from '../../../src/shared/paper/assemble/query.ts'
import { comparison } from '../../../src/shared/paper/templates/annual/comparison.ts'
import type { StatisticResult } from '../../../src/shared/statistics/definition.ts'
import { addMonths } from '../../../src/shared/time/calendar.ts'
import type { Month, TimeFrame } from '../../../src/shared/time/day.ts'

const statistic = 'place.attendance'
const frame: TimeFrame = { fiscalYear: 2025, period: { from: '2025-04', to: '2026-03' }, asOf: '2026-03-31' }

/** A year of twelve months from `first`; null is a month without a report. */
function results(first: Month, values: readonly (number | null)[]) {
  const rows = values.map((value, index) => ({
    keys: [addMonths(first, index)],
    cell: value === null ? stateCell('blank', { parts: { reported: 0, expected: 1 } }) : integerCell(value),
  }))
  const reported = values.filter((value) => value !== null).length
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0)
  return { total: integerCell(sum, { parts: { reported, expected: 12 } }), rows, notes: [] }
}

/** What the annual report asks of a statistic, answered. */
function answered(now: readonly (number | null)[], before: readonly (number | null)[]): Results {
  const own = results('2025-04', now)
  const earlier = results('2024-04', before)
  const given: [ReturnType<typeof ask>, typeof own][] = [
    [ask(frame, statistic, 2025), { ...own, rows: [] }],
    [ask(frame, statistic, 2025, { by: ['month'] }), own],
    [askSamePeriod(frame, statistic), { ...earlier, rows: [] }],
    [askSamePeriod(frame, statistic, ['month']), earlier],
  ]
  return Object.fromEntries(
    given.flatMap(([queries, result]) =>
      Object.entries(queries).map(([name, query]): [string, StatisticResult] => [name, { query, ...result }]),
    ),
  )
}

/** The sentence with its fields filled in. */
function said(given: Results): string {
  const { text, fields } = comparison(statistic, frame, given)
  return text.replaceAll(/\{\{(.*?)\}\}/g, (_whole, name) => {
    const field = fields.find((each) => each.name === name)
    if (field === undefined) throw new Error(`a field without a value: ${name}`)
    return field.display
  })
}

const whole = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]

test('two whole years are compared as they are', () => {
  expect(answer(answered(whole, whole), statistic, 2025)?.total).toBeDefined()
  expect(said(answered([22, ...whole.slice(1)], whole))).toMatch(
    /^居場所の?参加延べ人数は132人で、前年度の120人と比べ12人（10.0％）増加した。$/,
  )
})

test('a missing month: said with its months, then only the months that both years have are compared', () => {
  // 令和７年６月 and 令和６年２月 are missing: ten months are common, 100 + 20 against 100.
  const now = [20, 20, null, ...whole.slice(3)]
  const before = [...whole.slice(0, 10), null, 10]
  expect(said(answered(now, before))).toMatch(
    /^居場所の?参加延べ人数は130人（11\/12か月分）である。両年度とも報告のある10か月に限ると120人で、前年度の同じ月の100人と比べ20人（20.0％）増加した。$/,
  )
})

test('without a common month nothing is compared', () => {
  const odd = whole.map((value, index) => (index % 2 === 0 ? value : null))
  const even = whole.map((value, index) => (index % 2 === 1 ? value : null))
  expect(said(answered(odd, even))).toMatch(/か月分）である。$/)
})
