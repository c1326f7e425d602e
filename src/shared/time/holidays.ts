import { addDays, dayOf, isDay, partsOf, weekdayOf } from './calendar.ts'
import type { Day } from './day.ts'

/**
 * 国民の祝日に関する法律（昭和23年法律第178号）: the days of 第２条 as they stand from 2022 on, the substitute
 * holiday (第３条第２項: a holiday on a Sunday moves to the next day that is none) and the day between two
 * holidays (第３条第３項). 春分日 and 秋分日 are those of 暦要項 (国立天文台, 官報 each February for the year after);
 * those not yet published are its computation, and stand in the table all the same.
 */
const equinoxes: Readonly<Record<number, { readonly vernal: Day; readonly autumnal: Day }>> = {
  2022: { vernal: '2022-03-21', autumnal: '2022-09-23' },
  2023: { vernal: '2023-03-21', autumnal: '2023-09-23' },
  2024: { vernal: '2024-03-20', autumnal: '2024-09-22' },
  2025: { vernal: '2025-03-20', autumnal: '2025-09-23' },
  2026: { vernal: '2026-03-20', autumnal: '2026-09-23' },
  2027: { vernal: '2027-03-21', autumnal: '2027-09-23' },
  2028: { vernal: '2028-03-20', autumnal: '2028-09-22' },
}

export const firstHolidayYear = 2022
export const lastHolidayYear = 2028

const fixed: readonly (readonly [month: number, day: number, name: string])[] = [
  [1, 1, '元日'],
  [2, 11, '建国記念の日'],
  [2, 23, '天皇誕生日'],
  [4, 29, '昭和の日'],
  [5, 3, '憲法記念日'],
  [5, 4, 'みどりの日'],
  [5, 5, 'こどもの日'],
  [8, 11, '山の日'],
  [11, 3, '文化の日'],
  [11, 23, '勤労感謝の日'],
]

const mondays: readonly (readonly [month: number, nth: number, name: string])[] = [
  [1, 2, '成人の日'],
  [7, 3, '海の日'],
  [9, 3, '敬老の日'],
  [10, 2, 'スポーツの日'],
]

function nthMonday(year: number, month: number, nth: number): Day {
  const first = dayOf(year, month, 1)
  return addDays(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7)
}

function holidaysOfYear(year: number): ReadonlyMap<Day, string> {
  const equinox = equinoxes[year]
  if (equinox === undefined) return new Map()
  const named = new Map<Day, string>([
    ...fixed.map(([month, day, name]) => [dayOf(year, month, day), name] as const),
    ...mondays.map(([month, nth, name]) => [nthMonday(year, month, nth), name] as const),
    [equinox.vernal, '春分の日'],
    [equinox.autumnal, '秋分の日'],
  ])
  const more = new Map<Day, string>()
  for (const day of named.keys()) {
    if (weekdayOf(day) === 0) {
      let next = addDays(day, 1)
      while (named.has(next)) next = addDays(next, 1)
      more.set(next, '振替休日')
    }
    const between = addDays(day, 1)
    if (!named.has(between) && named.has(addDays(day, 2)) && weekdayOf(between) !== 0) {
      if (!more.has(between)) more.set(between, '国民の休日')
    }
  }
  return new Map([...named, ...more].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const known = new Map<number, ReadonlyMap<Day, string>>()

/** The holidays of a calendar year with their names, in order; empty outside the table (2022–2028). */
export function holidaysIn(year: number): ReadonlyMap<Day, string> {
  const found = known.get(year) ?? holidaysOfYear(year)
  known.set(year, found)
  return found
}

/** 「憲法記念日」, 「振替休日」; null for any other day, and for every day outside the table. */
export function holidayName(day: Day): string | null {
  return isDay(day) ? (holidaysIn(partsOf(day).year).get(day) ?? null) : null
}

/** Whether the table knows the holidays of the year of a day. */
export function holidaysKnown(day: Day): boolean {
  return Object.hasOwn(equinoxes, partsOf(day).year)
}

/** 年末年始: 29 December to 3 January, when offices are closed (行政機関の休日に関する法律第１条の例). */
export function isYearEnd(day: Day): boolean {
  const monthDay = day.slice(5)
  return monthDay >= '12-29' || monthDay <= '01-03'
}
