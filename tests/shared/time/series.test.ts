import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '../../../src/shared/time/calendar.ts'
import type { Day } from '../../../src/shared/time/day.ts'
import { longestSeries, readSeries, seriesDays } from '../../../src/shared/time/series.ts'
import { anyText } from '../any-text.ts'

const daysOfText = (text: string, from: Day, to: Day, skip = true): readonly string[] => {
  const reading = readSeries(text)
  if (!reading.ok) throw new Error(reading.reason)
  return seriesDays(reading.rule, from, to, { holidays: skip, yearEnd: skip })
    .filter((one) => one.skipped === null)
    .map((one) => one.day.slice(5))
}

describe('what a clerk types', () => {
  test.each([
    ['毎週木曜日', { kind: 'weekly', weekdays: [4] }],
    ['毎週月・水', { kind: 'weekly', weekdays: [1, 3] }],
    ['毎週 火曜 と 金曜', { kind: 'weekly', weekdays: [2, 5] }],
    ['毎月第２・第４水曜日', { kind: 'nthWeekday', nths: [2, 4], weekday: 3 }],
    ['第2・4水', { kind: 'nthWeekday', nths: [2, 4], weekday: 3 }],
    ['第１土曜', { kind: 'nthWeekday', nths: [1], weekday: 6 }],
    ['毎月10日', { kind: 'dayOfMonth', days: [10] }],
    ['毎月１０日・２５日', { kind: 'dayOfMonth', days: [10, 25] }],
    ['毎月末日', { kind: 'lastDay' }],
  ])('「%s」', (text, rule) => {
    expect(readSeries(text)).toEqual({ ok: true, rule })
  })

  test.each([
    ['', 'empty'],
    ['ときどき', 'notARule'],
    ['毎週', 'notARule'],
    ['第６水曜', 'noSuchDay'],
    ['毎月32日', 'noSuchDay'],
    ['毎月0日', 'noSuchDay'],
    ['1000000000', 'notARule'],
    ['毎週木曜日'.repeat(100), 'notARule'],
  ])('「%s」 is refused: %s', (text, reason) => {
    expect(readSeries(text)).toEqual({ ok: false, reason })
  })

  test('any text is answered', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(typeof readSeries(text).ok).toBe('boolean')
      }),
    )
  })
})

describe('the days of a series, counted by hand on a calendar', () => {
  test('every Thursday of December 2024 and January 2025 without the year end', () => {
    expect(daysOfText('毎週木曜日', '2024-12-01', '2025-01-31')).toEqual([
      ...['12-05', '12-12', '12-19', '12-26', '01-09', '01-16', '01-23', '01-30'],
    ])
  })

  test('Mondays of May 2024: the 6th is a substitute holiday', () => {
    expect(daysOfText('毎週月曜日', '2024-05-01', '2024-05-31')).toEqual(['05-13', '05-20', '05-27'])
    expect(daysOfText('毎週月曜日', '2024-05-01', '2024-05-31', false)).toContain('05-06')
  })

  test('second and fourth Wednesdays', () => {
    expect(daysOfText('毎月第２・第４水曜日', '2024-04-01', '2024-06-30')).toEqual([
      ...['04-10', '04-24', '05-08', '05-22', '06-12', '06-26'],
    ])
  })

  test('the fifth Thursday only where there is one', () => {
    expect(daysOfText('第５木', '2024-04-01', '2024-09-30')).toEqual(['05-30', '08-29'])
  })

  test('the 31st only in months that have it; the last day in all', () => {
    expect(daysOfText('毎月31日', '2024-04-01', '2024-08-31')).toEqual(['05-31', '07-31', '08-31'])
    expect(daysOfText('毎月末日', '2024-01-10', '2024-04-29', false)).toEqual(['01-31', '02-29', '03-31'])
  })

  test('what is left out is told with its reason', () => {
    const reading = readSeries('毎週木曜日')
    if (!reading.ok) throw new Error('refused')
    const days = seriesDays(reading.rule, '2024-12-26', '2025-01-02', { holidays: true, yearEnd: true })
    expect(days).toEqual([
      { day: '2024-12-26', skipped: null },
      { day: '2025-01-02', skipped: { kind: 'yearEnd' } },
    ])
    const holiday = seriesDays(reading.rule, '2025-03-20', '2025-03-20', { holidays: true, yearEnd: true })
    expect(holiday).toEqual([{ day: '2025-03-20', skipped: { kind: 'holiday', name: '春分の日' } }])
  })

  test('an end before the beginning has no day; a series without end is cut', () => {
    expect(daysOfText('毎週木曜日', '2024-05-01', '2024-04-01')).toEqual([])
    expect(daysOfText('毎週月火水木金', '2020-01-01', '2028-12-31').length).toBe(longestSeries)
  })

  test('days lie within the span, in order, each once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('毎週水・金', '毎月第１・第３火曜日', '毎月５日・20日', '毎月末日'),
        fc.integer({ min: 0, max: 900 }),
        (text, length) => {
          const reading = readSeries(text)
          if (!reading.ok) throw new Error('refused')
          const to = new Date(Date.UTC(2023, 3, 1 + length)).toISOString().slice(0, 10) as Day
          const days = seriesDays(reading.rule, '2023-04-01', to, { holidays: false, yearEnd: false })
          expect(days.every(({ day }) => day >= '2023-04-01' && day <= to)).toBe(true)
          expect(
            days.every(({ day }, at) => at === 0 || daysBetween(days[at - 1]?.day ?? day, day) > 0),
          ).toBe(true)
        },
      ),
    )
  })
})
