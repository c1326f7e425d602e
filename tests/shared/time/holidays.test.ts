import { describe, expect, test } from 'vitest'
import { weekdayOf } from '../../../src/shared/time/calendar.ts'
import { holidayName, holidaysIn, holidaysKnown, isYearEnd } from '../../../src/shared/time/holidays.ts'

/** Written by hand from the calendars of the years, apart from the rules that make them. */
const byHand: Readonly<Record<number, string>> = {
  2022: '1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23',
  2023: '1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23',
  2024: '1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23',
  2025: '1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24',
  2026: '1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23',
  2027: '1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23',
  2028: '1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23',
}

test.each(Object.entries(byHand))('the holidays of %s', (year, days) => {
  const made = [...holidaysIn(Number(year)).keys()].map(
    (day) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`,
  )
  expect(made.join(' ')).toBe(days)
})

test.each([
  ['2024-05-06', '振替休日'],
  ['2026-05-06', '振替休日'],
  ['2026-09-22', '国民の休日'],
  ['2025-02-24', '振替休日'],
  ['2024-09-22', '秋分の日'],
  ['2027-03-22', '振替休日'],
  ['2024-05-02', null],
  ['2021-01-01', null],
  ['2029-01-01', null],
] as const)('%s is %s', (day, name) => {
  expect(holidayName(day)).toBe(name)
})

test('no substitute holiday is a Sunday, and no year outside the table is answered', () => {
  for (const year of Object.keys(byHand).map(Number)) {
    for (const [day, name] of holidaysIn(year)) {
      if (name === '振替休日' || name === '国民の休日') expect(weekdayOf(day)).not.toBe(0)
    }
  }
  expect(holidaysKnown('2028-12-31')).toBe(true)
  expect(holidaysKnown('2029-01-01')).toBe(false)
})

describe('年末年始', () => {
  test.each([
    ['2024-12-28', false],
    ['2024-12-29', true],
    ['2024-12-31', true],
    ['2025-01-03', true],
    ['2025-01-04', false],
  ] as const)('%s: %s', (day, closed) => {
    expect(isYearEnd(day)).toBe(closed)
  })
})
