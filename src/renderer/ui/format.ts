import type { Day } from '../../shared/time/day.ts'
import { formatDay } from '../../shared/time/format.ts'

const tokyo = (instant: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', ...options }).format(new Date(instant))

/** 「12:03」, in the office's time. */
export function clockTime(instant: string): string {
  return tokyo(instant, { hour: '2-digit', minute: '2-digit' })
}

/** The calendar day of an instant in the office's time. */
export function dayOfInstant(instant: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Tokyo',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant))
  return parts as Day
}

/** 「令和６年12月６日 17:29」. */
export function dayAndTime(instant: string): string {
  return `${formatDay(dayOfInstant(instant))} ${clockTime(instant)}`
}

/** 「12/6（金）17:29」, for lists. */
export function shortDayAndTime(instant: string): string {
  const date = tokyo(instant, { month: 'numeric', day: 'numeric' })
  const weekday = tokyo(instant, { weekday: 'short' })
  return `${date}（${weekday}）${clockTime(instant)}`
}

/** 「12,467」. */
export const grouped = (count: number): string => new Intl.NumberFormat('ja-JP').format(count)
