import { toHalfWidthDigits } from '../cell/digits.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  exists,
  firstDayOf,
  monthOf,
  monthParts,
  partsOf,
  type Weekday,
  weekdayNames,
  weekdayOf,
} from './calendar.ts'
import type { Day } from './day.ts'
import { holidayName, isYearEnd } from './holidays.ts'

/** How sessions of a series follow each other. */
export type SeriesRule =
  /** 毎週木曜日, 毎週月・水曜日. */
  | { readonly kind: 'weekly'; readonly weekdays: readonly Weekday[] }
  /** 毎月第２・第４水曜日. */
  | { readonly kind: 'nthWeekday'; readonly nths: readonly number[]; readonly weekday: Weekday }
  /** 毎月10日, 毎月10日・25日; a month without that day has no session. */
  | { readonly kind: 'dayOfMonth'; readonly days: readonly number[] }
  /** 毎月末日. */
  | { readonly kind: 'lastDay' }

export type SeriesReading =
  | { readonly ok: true; readonly rule: SeriesRule }
  | { readonly ok: false; readonly reason: 'empty' | 'notARule' | 'noSuchDay' }

/** The longest span that is spread out: two fiscal years of daily sessions never happen. */
export const longestSeries = 200

const weekdayOfName = new Map<string, Weekday>(weekdayNames.map((name, index) => [name, index as Weekday]))

/** Reads 「毎週木曜日」「毎週月・水」「毎月第２・第４水曜日」「第2水」「毎月10日」「10日・25日」「毎月末日」. Never throws. */
export function readSeries(input: string): SeriesReading {
  if (input.length > 60) return { ok: false, reason: 'notARule' }
  const text = toHalfWidthDigits(input.normalize('NFKC'))
    .replace(/[\s、，,･及びと]+/g, '・')
    .replace(/・+/g, '・')
    .replace(/^・|・$/g, '')
  if (text === '') return { ok: false, reason: 'empty' }
  const weekly = /^毎週・?((?:[日月火水木金土](?:曜日?)?・?)+)$/.exec(text)
  if (weekly) {
    const names = (weekly[1] ?? '').replace(/曜日?/g, '').replace(/・/g, '')
    const weekdays = [...new Set(names)].flatMap((name) => weekdayOfName.get(name) ?? [])
    return { ok: true, rule: { kind: 'weekly', weekdays: weekdays.toSorted() } }
  }
  const nth = /^(?:毎月)?・?(第[1-9](?:・?第?[1-9])*)・?([日月火水木金土])(?:曜日?)?$/.exec(text)
  if (nth) {
    const nths = [...new Set([...(nth[1] ?? '').matchAll(/[1-9]/g)].map(([digit]) => Number(digit)))]
    if (nths.some((number) => number > 5)) return { ok: false, reason: 'noSuchDay' }
    const weekday = weekdayOfName.get(nth[2] ?? '')
    if (weekday === undefined) return { ok: false, reason: 'notARule' }
    return { ok: true, rule: { kind: 'nthWeekday', nths: nths.toSorted((a, b) => a - b), weekday } }
  }
  if (/^(?:毎月)?・?(?:月末|末日)$/.test(text)) return { ok: true, rule: { kind: 'lastDay' } }
  const days = /^(?:毎月)?・?((?:\d{1,3}日?・)*\d{1,3}日)$/.exec(text)
  if (days) {
    const numbers = [...new Set([...(days[1] ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits)))]
    if (numbers.some((number) => number < 1 || number > 31)) return { ok: false, reason: 'noSuchDay' }
    return { ok: true, rule: { kind: 'dayOfMonth', days: numbers.toSorted((a, b) => a - b) } }
  }
  return { ok: false, reason: 'notARule' }
}

/** Days off that a series leaves out. */
export interface SeriesSkips {
  readonly holidays: boolean
  readonly yearEnd: boolean
}

export interface SeriesDay {
  readonly day: Day
  /** Why it is left out: a holiday's name or 年末年始; null when it is a session. */
  readonly skipped: { readonly kind: 'holiday'; readonly name: string } | { readonly kind: 'yearEnd' } | null
}

/**
 * Every day of the rule from `from` to `to`, both included, in order; those that are left out are among
 * them with the reason, so that a preview can show them. At most {@link longestSeries} sessions.
 */
export function seriesDays(rule: SeriesRule, from: Day, to: Day, skips: SeriesSkips): readonly SeriesDay[] {
  const days = rule.kind === 'weekly' ? weeklyDays(rule.weekdays, from, to) : monthlyDays(rule, from, to)
  const judged = days.map((day): SeriesDay => {
    const name = skips.holidays ? holidayName(day) : null
    if (skips.yearEnd && isYearEnd(day)) return { day, skipped: { kind: 'yearEnd' } }
    return { day, skipped: name === null ? null : { kind: 'holiday', name } }
  })
  let sessions = 0
  return judged.filter((one) => one.skipped !== null || ++sessions <= longestSeries)
}

function weeklyDays(weekdays: readonly Weekday[], from: Day, to: Day): readonly Day[] {
  const count = Math.min(daysBetween(from, to) + 1, 3_660)
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index)).filter((day) =>
    weekdays.includes(weekdayOf(day)),
  )
}

function monthlyDays(rule: Exclude<SeriesRule, { kind: 'weekly' }>, from: Day, to: Day): readonly Day[] {
  const days: Day[] = []
  let month = monthOf(from)
  for (let count = 0; month <= monthOf(to) && count < 120; count += 1) {
    const first = firstDayOf(month)
    const all = Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter(
      (day) => monthOf(day) === month,
    )
    days.push(...all.filter((day) => matches(rule, day)))
    month = addMonths(month, 1)
  }
  return days.filter((day) => from <= day && day <= to)
}

function matches(rule: Exclude<SeriesRule, { kind: 'weekly' }>, day: Day): boolean {
  const { year, month } = monthParts(monthOf(day))
  const { day: number } = partsOf(day)
  if (rule.kind === 'dayOfMonth') return rule.days.includes(number)
  if (rule.kind === 'lastDay') return !exists(year, month, number + 1)
  return weekdayOf(day) === rule.weekday && rule.nths.includes(Math.floor((number - 1) / 7) + 1)
}
