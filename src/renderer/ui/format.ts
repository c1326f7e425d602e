import type { Day } from '../../shared/time/day.ts'
import { formatDay } from '../../shared/time/format.ts'

/** Made once: making one costs half a millisecond, and lists write hundreds of times. */
const tokyo = (options: Intl.DateTimeFormatOptions, locale = 'ja-JP'): ((instant: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Tokyo', ...options })
  return (instant) => format.format(new Date(instant))
}

const clock = tokyo({ hour: '2-digit', minute: '2-digit' })
const monthAndDay = tokyo({ month: 'numeric', day: 'numeric' })
const shortWeekday = tokyo({ weekday: 'short' })
const isoDay = tokyo({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA')
const grouping = new Intl.NumberFormat('ja-JP')

/** 「12:03」, in the office's time. */
export function clockTime(instant: string): string {
  return clock(instant)
}

/** The calendar day of an instant in the office's time. */
export function dayOfInstant(instant: string): Day {
  return isoDay(instant) as Day
}

/** 「令和６年12月６日 17:29」. */
export function dayAndTime(instant: string): string {
  return `${formatDay(dayOfInstant(instant))} ${clockTime(instant)}`
}

/** 「12/6（金）17:29」, for lists. */
export function shortDayAndTime(instant: string): string {
  return `${monthAndDay(instant)}（${shortWeekday(instant)}）${clockTime(instant)}`
}

/** 「12,467」. */
export const grouped = (count: number): string => grouping.format(count)
