import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logCount, logGamma, logSum } from '../../../src/shared/checks/count-likelihood.ts'
import { modelYear } from '../../../src/shared/checks/expected-counts.ts'
import { intendedBy, judgeSlip } from '../../../src/shared/checks/typing-slips.ts'

describe('likelihood of a count', () => {
  test('Γ of whole numbers is the factorial', () => {
    let factorial = 1
    for (let n = 1; n < 15; n += 1) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 9)
      factorial *= n
    }
  })

  test.each([
    [3, 3],
    [3, 9],
    [40, 40],
    [40, 200],
  ])(
    'with mean %d and variance %d all counts together are sure, and have that mean and variance',
    (mean, variance) => {
      const shares = Array.from({ length: 2_000 }, (_, count) => Math.exp(logCount(count, mean, variance)))
      const moment = (of: (count: number) => number) =>
        shares.reduce((sum, share, count) => sum + share * of(count), 0)
      expect(moment(() => 1)).toBeCloseTo(1, 6)
      expect(moment((count) => count)).toBeCloseTo(mean, 4)
      expect(moment((count) => (count - mean) ** 2)).toBeCloseTo(variance, 3)
    },
  )

  test('what is no count is impossible', () => {
    expect(logCount(-1, 3, 3)).toBe(Number.NEGATIVE_INFINITY)
    expect(logCount(1.5, 3, 3)).toBe(Number.NEGATIVE_INFINITY)
    expect(logSum([])).toBe(Number.NEGATIVE_INFINITY)
  })
})

describe('slips of the keyboard', () => {
  const values = (typed: number) => intendedBy(typed).map(({ value }) => value)

  test('every slip can be undone: what was meant is among what may have been meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 999_999 }), fc.nat(), fc.nat(9), (meant, where, digit) => {
        const text = String(meant)
        const at = where % text.length
        const slips = [
          Number(text.slice(0, at) + text.slice(at + 1)),
          Number(`${text.slice(0, at + 1)}${digit}${text.slice(at + 1)}`),
          meant * 10,
          Math.floor(meant / 10),
        ]
        for (const typed of slips) {
          // A leading 0 is gone when the number is read: 105 typed as 05 is 5.
          if (typed === meant || String(typed).length < text.length - 1) continue
          expect(values(typed)).toContain(meant)
        }
      }),
    )
  })

  test('changed places, and thousands', () => {
    expect(values(4_521)).toContain(4_251)
    expect(values(45_000)).toContain(45)
    expect(intendedBy(-4)).toEqual([])
  })

  test('35,339 typed as 353,439 is doubted and put right; 38,000 is not', () => {
    const judged = judgeSlip(353_439, 35_100, 4_000_000)
    expect(judged).toMatchObject({ kind: 'digit', likely: 35_339 })
    expect(judged?.log).toBeGreaterThan(10)
    expect(judgeSlip(38_000, 35_100, 4_000_000)?.log).toBeLessThan(0)
  })

  test('of a small count nothing can be said', () => {
    expect(judgeSlip(2, 3, 5)?.log).toBeLessThan(1)
    expect(judgeSlip(5, 3, 5)?.log).toBeLessThan(1)
  })
})

describe('expected counts', () => {
  const flat = (value: number) => Array.from({ length: 12 }, () => value)
  const season = [30, 40, 50, 60, 70, 80, 80, 70, 60, 50, 40, 30]

  test('the same months of earlier years at the level of this one', () => {
    const now = season.map((value) => value * 2)
    const expected = modelYear(now, [season, season, season]).expected(3)
    expect(expected?.mean).toBeGreaterThan(105)
    expect(expected?.mean).toBeLessThan(130)
  })

  test('the month itself has no say, and another mistake little', () => {
    const usual = modelYear(season, [season]).expected(3)
    const wild = modelYear(
      season.map((value, at) => (at === 3 ? 6_000 : value)),
      [season],
    ).expected(3)
    expect(wild?.mean).toBeCloseTo(usual?.mean ?? 0, 0)
    const other = modelYear(
      season.map((value, at) => (at === 8 ? 6_000 : value)),
      [season],
    ).expected(3)
    expect(other?.mean).toBeLessThan((usual?.mean ?? 0) * 1.3)
  })

  test('more is known after more years, and an uneven count is known less', () => {
    const [one, three] = [[season], [season, season, season]].map((years) =>
      modelYear(season, years).expected(3),
    )
    expect(three?.variance).toBeLessThan(one?.variance ?? 0)
    const uneven = flat(40).map((value, at) => (at % 2 === 0 ? value * 2 : 5))
    const even = modelYear(flat(40), []).expected(3)
    expect(modelYear(uneven, []).expected(3)?.variance).toBeGreaterThan(5 * (even?.variance ?? 0))
  })

  test('months without any event say nothing of the others', () => {
    const events = [0, 0, 80, 0, 0, 95, 0, 0, 0, 70, 0, 0]
    const model = modelYear(events, [events])
    expect(model.expected(0)).toBeNull()
    expect(model.expected(2)?.mean).toBeGreaterThan(60)
  })

  test('nothing is known of the first number of all', () => {
    expect(
      modelYear(
        [
          5,
          ...flat(0)
            .slice(1)
            .map(() => null),
        ],
        [],
      ).expected(0),
    ).toBeNull()
    expect(modelYear(flat(5), []).expected(0)?.mean).toBeCloseTo(5, 1)
  })
})
