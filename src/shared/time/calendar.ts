import type { Day, Month, Period } from './day.ts'

/** Sunday first, as in the calendars of the office. The index is that of {@link weekdayOf}. */
export const weekdayNames = ['日', '月', '火', '水', '木', '金', '土'] as const

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

const dayPattern = /^([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})$/
const monthPattern = /^[1-9][0-9]{3}-(0[1-9]|1[0-2])$/
const millisecondsPerDay = 86_400_000

const two = (number: number): string => String(number).padStart(2, '0')

/** True for an existing day written `YYYY-MM-DD`, years 1000–9999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false
  const parts = dayPattern.exec(value)
  return parts !== null && exists(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** True for `YYYY-MM`, years 1000–9999. */
export function isMonth(value: unknown): value is Month {
  return typeof value === 'string' && monthPattern.test(value)
}

/** True when the day exists in the Gregorian calendar (29 February in leap years only). */
export function exists(year: number, month: number, dayOfMonth: number): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(dayOfMonth) &&
    year >= 1000 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= daysIn(year, month)
  )
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day of these numbers. Throws RangeError for one that does not exist: test with {@link exists} first. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  if (!exists(year, month, dayOfMonth)) throw new RangeError(`no such day: ${year}-${month}-${dayOfMonth}`)
  return `${year}-${two(month)}-${two(dayOfMonth)}` as Day
}

/** The month of these numbers. Throws RangeError for a month outside 1–12. */
export function monthOfYear(year: number, month: number): Month {
  return monthOf(dayOf(year, month, 1))
}

/** Year, month (1–12) and day of the month as numbers. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const [year, month, dayOfMonth] = day.split('-')
  return { year: Number(year), month: Number(month), day: Number(dayOfMonth) }
}

/** Year and month (1–12) as numbers. */
export function monthParts(month: Month): { readonly year: number; readonly month: number } {
  const [year, number] = month.split('-')
  return { year: Number(year), month: Number(number) }
}

/** −1, 0 or 1, for sorting. ISO days and months sort as text; `<` on them is right as well. */
export function compare<T extends Day | Month>(left: T, right: T): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0
}

function serialOf(day: Day): number {
  const { year, month, day: dayOfMonth } = partsOf(day)
  return Date.UTC(year, month - 1, dayOfMonth) / millisecondsPerDay
}

/** `count` days later; negative is earlier. */
export function addDays(day: Day, count: number): Day {
  const date = new Date((serialOf(day) + count) * millisecondsPerDay)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from)
}

/** 0 is Sunday; see {@link weekdayNames}. */
export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday (4).
  return ((((serialOf(day) + 4) % 7) + 7) % 7) as Weekday
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month
}

export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day
}

export function lastDayOf(month: Month): Day {
  const { year, month: number } = monthParts(month)
  return dayOf(year, number, daysIn(year, number))
}

export function isLastDayOfMonth(day: Day): boolean {
  return day === lastDayOf(monthOf(day))
}

/** `count` months later; negative is earlier. */
export function addMonths(month: Month, count: number): Month {
  const { year, month: number } = monthParts(month)
  const index = year * 12 + (number - 1) + count
  return monthOfYear(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1)
}

/** Months from `from` to `to`: 0 for the same month. */
export function monthsBetween(from: Month, to: Month): number {
  const start = monthParts(from)
  const end = monthParts(to)
  return (end.year - start.year) * 12 + (end.month - start.month)
}

/** Every month of the period, in order; empty when it ends before it begins. */
export function monthsOf(period: Period): readonly Month[] {
  const count = monthsBetween(period.from, period.to) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => addMonths(period.from, index))
}

/** First and last day of the period. */
export function daysOf(period: Period): { readonly from: Day; readonly to: Day } {
  return { from: firstDayOf(period.from), to: lastDayOf(period.to) }
}
