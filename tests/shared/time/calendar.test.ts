import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compare,
  dayOf,
  daysBetween,
  firstDayOf,
  isDay,
  isMonth,
  lastDayOf,
  monthOf,
  monthsBetween,
  monthsOf,
  weekdayNames,
  weekdayOf,
} from '../../../src/shared/time/calendar.ts'
import { anyDay } from './arbitrary-day.ts'

describe('a day', () => {
  test.each(['2024-02-29', '2000-02-29', '1926-12-25', '9999-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-4-3',
    '2024-04-03 ',
    '2024-04-03\n',
    '２０２４-04-03',
    '0000-01-01',
    '',
    'x'.repeat(10_000),
    null,
    20240403,
    Number.NaN,
  ])('%j does not', (value) => {
    expect(isDay(value)).toBe(false)
  })

  test.each([
    ['2024-11', true],
    ['2024-13', false],
    ['2024-00', false],
    ['2024-1', false],
    ['2024-11-01', false],
    [undefined, false],
  ])('month %j: %j', (value, expected) => {
    expect(isMonth(value)).toBe(expected)
  })

  test('is refused when it is made of numbers that are no day', () => {
    expect(() => dayOf(2023, 2, 29)).toThrow(RangeError)
    expect(() => dayOf(Number.NaN, 2, 1)).toThrow(RangeError)
  })

  test.each([
    ['2024-11-13', '水'],
    ['2024-04-03', '水'],
    ['1970-01-01', '木'],
    ['1926-12-25', '土'],
    ['2024-11-30', '土'],
  ] as const)('%s is a %s', (day, name) => {
    expect(weekdayNames[weekdayOf(day)]).toBe(name)
  })
})

describe('counting', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2024-01-01', 366, '2025-01-01'],
  ] as const)('%s %i days on is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
  })

  test.each([
    ['2024-04', -1, '2024-03'],
    ['2024-12', 1, '2025-01'],
    ['2024-01', -1, '2023-12'],
    ['2024-04', -12, '2023-04'],
    ['2024-04', 25, '2026-05'],
  ] as const)('%s %i months on is %s', (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected)
  })

  test('months of a period', () => {
    expect(monthsOf({ from: '2024-11', to: '2025-02' })).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
    expect(monthsOf({ from: '2024-11', to: '2024-10' })).toEqual([])
  })

  test('order', () => {
    expect(['2024-10-01', '2023-01-01', '2024-09-30'].sort()).toEqual(
      (['2024-10-01', '2023-01-01', '2024-09-30'] as const).toSorted(compare),
    )
    expect(compare('2024-04', '2024-04')).toBe(0)
  })
})

describe('laws', () => {
  test('adding and counting days agree, and days are ordered as text', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        const other = addDays(day, count)
        expect(isDay(other)).toBe(true)
        expect(daysBetween(day, other)).toBe(count)
        expect(compare(other, day)).toBe(Math.sign(count))
        expect(weekdayOf(other)).toBe((((weekdayOf(day) + count) % 7) + 7) % 7)
      }),
    )
  })

  test('a day lies between the first and last of its month, and months add up', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const month = monthOf(day)
        expect(firstDayOf(month) <= day && day <= lastDayOf(month)).toBe(true)
        expect(monthOf(addDays(lastDayOf(month), 1))).toBe(addMonths(month, 1))
        expect(monthsBetween(month, addMonths(month, count))).toBe(count)
      }),
    )
  })
})
