import { expect, test } from 'vitest'
import { dayInJapan } from '../../../src/shared/time/japan.ts'

test.each([
  ['2025-03-31T14:59:59.999Z', '2025-03-31'],
  ['2025-03-31T15:00:00.000Z', '2025-04-01'],
  ['2024-02-28T15:00:00.000Z', '2024-02-29'],
  ['2019-04-30T15:00:00.000Z', '2019-05-01'],
])('%s is %s in Japan', (instant, day) => {
  expect(dayInJapan(new Date(instant))).toBe(day)
})
