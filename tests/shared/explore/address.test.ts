import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, choicesOfAddress } from '../../../src/shared/explore/address.ts'
import {
  type ExploreChoices,
  firstChoices,
  withStatistic,
  yearsOfChoices,
} from '../../../src/shared/explore/choices.ts'
import type { TimeFrame } from '../../../src/shared/time/day.ts'

const frame: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2024-11' },
  asOf: '2024-11-30',
}
const code = fc.constantFrom('method', 'ageBand', 'party', '8050', '6m-1y', 'consultation.events')

const choices: fc.Arbitrary<ExploreChoices> = fc.record({
  statistic: code,
  by: fc.array(code, { maxLength: 2 }),
  where: fc.array(
    fc.oneof(
      fc.record({
        field: fc.constantFrom('method', 'household'),
        operator: fc.constantFrom('is' as const, 'isNot' as const),
        codes: fc.array(code, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        field: fc.constant('age' as const),
        operator: fc.constantFrom('>=' as const, '<=' as const),
        age: fc.integer({ min: 0, max: 150 }),
      }),
    ),
    { maxLength: 3 },
  ),
  party: fc.option(code),
  years: fc.oneof(
    fc.record({ kind: fc.constant('window' as const), count: fc.integer({ min: 1, max: 10 }) }),
    fc.record({
      kind: fc.constant('fixed' as const),
      from: fc.integer({ min: 2015, max: 2024 }),
      frame: fc.constant(frame),
    }),
  ),
  per: fc.constantFrom('year' as const, 'month' as const),
  earlier: fc.constantFrom('whole' as const, 'same' as const),
  shares: fc.boolean(),
  recut: fc.boolean(),
})

test('every choice survives the address, as a browser hands it back', () => {
  fc.assert(
    fc.property(choices, (made) => {
      const address = new URL(`https://x/?${addressOf(made)}`).searchParams.toString()
      expect(choicesOfAddress(address)).toEqual(made)
    }),
  )
})

test('what cannot be read falls back to the usual, and never throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (years, where) => {
      const address = new URLSearchParams({ statistic: 'consultation.events', years, where, 'as-of': years })
      expect(choicesOfAddress(address.toString())?.statistic).toBe('consultation.events')
    }),
  )
  expect(choicesOfAddress('years=5')).toBeNull()
  expect(choicesOfAddress('statistic=x&years=99')?.years).toEqual(firstChoices.years)
  expect(
    choicesOfAddress('statistic=x&years=2030-2024&period=2024-04..2024-11&as-of=2024-11-30')?.years,
  ).toEqual(firstChoices.years)
  expect(choicesOfAddress('statistic=x&where=age>=999')?.where).toEqual([])
})

test('years follow the window, or stand', () => {
  expect(yearsOfChoices({ ...firstChoices, years: { kind: 'window', count: 3 } }, frame)).toEqual([
    2022, 2023, 2024,
  ])
  expect(yearsOfChoices({ ...firstChoices, years: { kind: 'fixed', from: 2023, frame } }, frame)).toEqual([
    2023, 2024,
  ])
})

test('another statistic keeps what it can be cut by, and drops the rest', () => {
  const cut: ExploreChoices = {
    ...firstChoices,
    by: ['method', 'sex'],
    where: [{ field: 'age', operator: '>=', age: 30 }],
    per: 'month',
  }
  expect(withStatistic(cut, 'consultation.persons')).toMatchObject({ by: ['method', 'sex'], per: 'year' })
  expect(withStatistic(cut, 'place.attendance')).toMatchObject({ by: [], where: [], per: 'month' })
})
