import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  firstDayOf,
  isLastDayOfMonth,
  lastDayOf,
  monthOf,
  monthsOf,
} from '../../../src/shared/time/calendar.ts'
import type { TimeFrame } from '../../../src/shared/time/day.ts'
import {
  fiscalYearOf,
  fiscalYearPeriod,
  halvesOf,
  quarterOf,
  quartersOf,
} from '../../../src/shared/time/fiscal-year.ts'
import {
  defaultFrame,
  isFiscalYear,
  periodOf,
  sameDayLastYear,
  sameFrameLastYear,
  validateFrame,
} from '../../../src/shared/time/frame.ts'
import { timeFrameSchema } from '../../../src/shared/time/schema.ts'
import { anyDay } from './arbitrary-day.ts'

const november: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2024-11' },
  asOf: '2024-11-30',
}

describe('the fiscal year', () => {
  test.each([
    ['2025-03-31', 2024],
    ['2025-04-01', 2025],
    ['2024-04', 2024],
    ['2024-03', 2023],
  ] as const)('of %s is %i', (when, expected) => {
    expect(fiscalYearOf(when)).toBe(expected)
  })

  test('quarters and halves are those of the office', () => {
    expect(quartersOf(2024)[0]).toEqual({ from: '2024-04', to: '2024-06' })
    expect(quartersOf(2024)[3]).toEqual({ from: '2025-01', to: '2025-03' })
    expect(halvesOf(2024)).toEqual([
      { from: '2024-04', to: '2024-09' },
      { from: '2024-10', to: '2025-03' },
    ])
  })

  test('a day and its month have the same year, within which they lie', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const year = fiscalYearOf(day)
        expect(fiscalYearOf(monthOf(day))).toBe(year)
        const period = fiscalYearPeriod(year)
        expect(firstDayOf(period.from) <= day && day <= lastDayOf(period.to)).toBe(true)
        const quarter = quartersOf(year)[quarterOf(day) - 1]
        expect(quarter && quarter.from <= monthOf(day) && monthOf(day) <= quarter.to).toBe(true)
      }),
    )
  })

  test('quarters, halves and the year have the same twelve months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1948, max: 2199 }), (year) => {
        const months = monthsOf(fiscalYearPeriod(year))
        expect(months).toHaveLength(12)
        expect(quartersOf(year).flatMap(monthsOf)).toEqual(months)
        expect(halvesOf(year).flatMap(monthsOf)).toEqual(months)
      }),
    )
  })
})

describe('the frame', () => {
  test.each([
    ['2024-11-30', { from: '2024-04', to: '2024-11' }],
    ['2025-03-31', { from: '2024-04', to: '2025-03' }],
    ['2025-05-31', { from: '2024-04', to: '2025-03' }],
    ['2024-03-31', { from: '2024-04', to: '2024-04' }],
  ] as const)('period of FY2024 as of %s', (asOf, expected) => {
    expect(periodOf({ fiscalYear: 2024, asOf })).toEqual(expected)
  })

  test.each([
    ['2024-11-13', '2024-11-13'],
    ['2026-01-01', '2025-03-31'],
    ['2024-01-01', '2024-04-01'],
  ] as const)('default of FY2024 on %s is as of %s', (today, asOf) => {
    const frame = defaultFrame(2024, today)
    expect(frame.asOf).toBe(asOf)
    expect(validateFrame(frame).ok).toBe(true)
  })

  test.each([
    ['2024-11-30', '2023-11-30'],
    ['2024-02-29', '2023-02-28'],
    ['2025-02-28', '2024-02-29'],
    ['2024-11-13', '2023-11-13'],
  ] as const)('%s one year earlier is %s', (day, expected) => {
    expect(sameDayLastYear(day)).toBe(expected)
  })

  test('前年同期 has the same months', () => {
    expect(sameFrameLastYear(november)).toEqual({
      fiscalYear: 2023,
      period: { from: '2023-04', to: '2023-11' },
      asOf: '2023-11-30',
    })
  })

  test('前年同期 of every default frame is valid, as long, and keeps the end of a month', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        fc.pre(fiscalYearOf(day) > 1948)
        const frame = defaultFrame(fiscalYearOf(day), day)
        const last = sameFrameLastYear(frame)
        expect(validateFrame(last).ok).toBe(true)
        expect(monthsOf(last.period)).toHaveLength(monthsOf(frame.period).length)
        if (isLastDayOfMonth(frame.asOf)) expect(isLastDayOfMonth(last.asOf)).toBe(true)
      }),
    )
  })

  test.each([
    [{ ...november, fiscalYear: 20240 }, 'unknownYear'],
    [{ ...november, fiscalYear: Number.NaN }, 'unknownYear'],
    [{ ...november, fiscalYear: 2024.5 }, 'unknownYear'],
    [{ ...november, period: { from: '2024-11', to: '2024-04' } }, 'invalidPeriod'],
    [{ ...november, period: { from: '2024-03', to: '2024-11' } }, 'invalidPeriod'],
    [{ ...november, period: { from: '2024-04', to: '2025-04' } }, 'invalidPeriod'],
    [{ ...november, period: { from: '2024-4', to: '2024-11' } }, 'invalidPeriod'],
    [{ ...november, asOf: '2024-11-31' }, 'invalidAsOf'],
    [{ ...november, asOf: '2024-03-31' }, 'invalidAsOf'],
  ] as const)('%j is refused: %s', (frame, code) => {
    const result = validateFrame(frame as TimeFrame)
    expect(result.ok ? null : result.error.code).toBe(code)
  })

  test('as-of before the period ends is no error: what comes later is planned', () => {
    expect(validateFrame({ ...november, period: fiscalYearPeriod(2024) }).ok).toBe(true)
  })

  test('the schema takes a frame and refuses strangers', () => {
    expect(timeFrameSchema.parse(november)).toEqual(november)
    expect(timeFrameSchema.safeParse({ ...november, more: 1 }).success).toBe(false)
    expect(timeFrameSchema.safeParse({ ...november, asOf: '2024-11-31' }).success).toBe(false)
    expect(isFiscalYear('2024')).toBe(false)
  })
})
