import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, partsOf } from '../../../src/shared/time/calendar.ts'
import type { Day } from '../../../src/shared/time/day.ts'
import { eras, fiscalYearEra, fromEra, monthInEra, toEra } from '../../../src/shared/time/era.ts'
import {
  fiscalYearLabels,
  formatAsOfShort,
  formatDay,
  formatFiscalYear,
  formatFrame,
  formatMonth,
  formatMonthDay,
  formatPeriod,
  monthLabels,
} from '../../../src/shared/time/format.ts'
import { nameOn } from '../../../src/shared/time/names.ts'
import { anyDay } from './arbitrary-day.ts'

describe('eras', () => {
  test('follow each other without a gap', () => {
    for (const [index, era] of eras.entries()) {
      const next = eras[index + 1]
      if (next === undefined) expect(era.to).toBeNull()
      else expect(daysBetween(era.to as Day, next.from)).toBe(1)
    }
  })

  test.each([
    ['1926-12-24', '大正', 15],
    ['1926-12-25', '昭和', 1],
    ['1989-01-07', '昭和', 64],
    ['1989-01-08', '平成', 1],
    ['2019-04-30', '平成', 31],
    ['2019-05-01', '令和', 1],
    ['2024-11-30', '令和', 6],
  ] as const)('%s is %s%i', (day, name, year) => {
    expect(toEra(day)).toMatchObject({ era: { name }, year })
  })

  test('before 明治６年 there is none', () => {
    expect(toEra('1872-12-31')).toBeNull()
    expect(formatDay('1800-01-01')).toBe('1800年１月１日')
    expect(fiscalYearEra(1800)).toBeNull()
  })

  test('every day comes back from its era', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const found = toEra(day)
        const parts = partsOf(day)
        expect(found && fromEra(found.era, found.year, parts.month, parts.day)).toBe(day)
        expect(found && monthInEra(found.era, day.slice(0, 7) as `${number}-${number}`)).toBe(true)
      }),
    )
  })
})

describe('house style', () => {
  test.each([
    ['2024-11-30', '令和６年11月30日', '令和6年11月30日'],
    ['2024-04-03', '令和６年４月３日', '令和6年4月3日'],
    ['2019-05-01', '令和元年５月１日', '令和元年5月1日'],
    ['2019-04-30', '平成31年４月30日', '平成31年4月30日'],
    ['2028-10-10', '令和10年10月10日', '令和10年10月10日'],
  ] as const)('%s: %s, %s', (day, house, half) => {
    expect(formatDay(day)).toBe(house)
    expect(formatDay(day, { digits: 'halfWidth' })).toBe(half)
  })

  test('weekdays', () => {
    expect(formatDay('2024-11-13', { weekday: true })).toBe('令和６年11月13日（水）')
    expect(formatMonthDay('2024-11-13', { weekday: true })).toBe('11月13日（水）')
  })

  test.each([
    [2024, '令和６年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
    [2028, '令和10年度'],
  ])('FY%i is %s', (year, text) => {
    expect(formatFiscalYear(year)).toBe(text)
  })

  test.each([
    ['2019-04', '平成31年４月'],
    ['2019-05', '令和元年５月'],
    ['2025-03', '令和７年３月'],
  ] as const)('%s is %s', (month, text) => {
    expect(formatMonth(month)).toBe(text)
  })

  test.each([
    [{ from: '2024-04', to: '2024-11' }, '令和６年４月から11月まで'],
    [{ from: '2024-04', to: '2025-03' }, '令和６年４月から令和７年３月まで'],
    [{ from: '2025-01', to: '2025-02' }, '令和７年１月から２月まで'],
    [{ from: '2019-04', to: '2019-06' }, '平成31年４月から令和元年６月まで'],
    [{ from: '2024-04', to: '2024-04' }, '令和６年４月'],
  ] as const)('%j is %s', (period, text) => {
    expect(formatPeriod(period)).toBe(text)
  })

  test('frames', () => {
    const frame = {
      fiscalYear: 2024,
      period: { from: '2024-04', to: '2024-11' },
      asOf: '2024-11-30',
    } as const
    expect(formatFrame(frame)).toBe('令和６年４月から11月まで（令和６年11月30日現在）')
    expect(formatFrame(frame, { asOf: 'short' })).toBe('令和６年４月から11月まで（11月末現在）')
    expect(formatFrame({ ...frame, asOf: '2025-05-31' }, { asOf: 'short' })).toBe(
      '令和６年４月から11月まで（令和７年５月31日現在）',
    )
    expect(formatFrame(frame, { digits: 'halfWidth' })).toBe('令和6年4月から11月まで（令和6年11月30日現在）')
    expect(formatAsOfShort('2024-11-15')).toBe('11月15日現在')
    expect(formatAsOfShort('2024-02-29')).toBe('２月末現在')
    expect(formatAsOfShort('2024-02-28')).toBe('２月28日現在')
  })

  test('axis labels', () => {
    expect(fiscalYearLabels([2022, 2023, 2024])).toEqual(['令和４年度', '５年度', '６年度'])
    expect(fiscalYearLabels([2018, 2019, 2020])).toEqual(['平成30年度', '令和元年度', '２年度'])
    expect(fiscalYearLabels([])).toEqual([])
    expect(monthLabels({ from: '2024-11', to: '2025-01' })).toEqual(['11月', '12月', '１月'])
  })
})

describe('names with valid dates', () => {
  const names = [
    { name: '生活福祉課', from: null, to: '2024-03-31' },
    { name: '地域共生課', from: '2024-04-01', to: null },
  ] as const

  test('an old paper keeps the old name', () => {
    expect(nameOn(names, '2024-03-31')).toBe('生活福祉課')
    expect(nameOn(names, '2024-04-01')).toBe('地域共生課')
  })

  test('a day without a name, and the later of two', () => {
    expect(nameOn([{ name: 'A', from: '2024-04-01', to: null }], '2024-03-31')).toBeNull()
    expect(nameOn([], '2024-03-31')).toBeNull()
    expect(nameOn([...names, { name: '新課', from: '2024-06-01', to: null }], '2024-06-01')).toBe('新課')
  })
})
