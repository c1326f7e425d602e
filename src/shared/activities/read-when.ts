import type { DigitStyle } from '../cell/digits.ts'
import type { ActivityDate } from '../statistics/rows.ts'
import type { Day, Month } from '../time/day.ts'
import { formatDay, formatMonth, formatPeriod } from '../time/format.ts'
import { type DayContext, type DayFinding, type DayRefusal, readDay } from '../time/read-day.ts'
import { readMonth } from '../time/read-month.ts'

export type WhenReading =
  | { readonly ok: true; readonly date: ActivityDate; readonly findings: readonly DayFinding[] }
  | { readonly ok: false; readonly reason: DayRefusal | 'reversed' }

const openWords = /^(?:日程|日時|日付|期日|時期)?(?:未定|不明|調整中|検討中)$/

/**
 * When an activity is planned or was held, as far as it is known (domain §4): a day, a month 「令和７年３月」,
 * months 「令和７年１月から２月まで」, or nothing yet: empty, 「未定」. Never throws.
 */
export function readWhen(input: string, context: DayContext = {}): WhenReading {
  if (input.length > 60) return { ok: false, reason: 'tooLong' }
  const text = input.trim()
  if (text === '' || openWords.test(text)) return { ok: true, date: { kind: 'unknown' }, findings: [] }
  const range = /^(.+?)(?:から|[~〜～])(.+?)(?:まで)?$/.exec(text)
  if (range) return readMonths(range[1] ?? '', range[2] ?? '', context)
  const month = readMonth(text, context)
  if (month.ok) return { ok: true, date: { kind: 'month', month: month.month }, findings: month.findings }
  const day = readDay(text, context)
  if (day.ok) return { ok: true, date: { kind: 'day', day: day.day }, findings: day.findings }
  // 「13月」 is a month that is not there, not a text that cannot be read.
  return { ok: false, reason: day.reason === 'notADate' ? month.reason : day.reason }
}

function readMonths(fromText: string, toText: string, context: DayContext): WhenReading {
  const from = readMonth(fromText, context)
  if (!from.ok) return from
  const year = Number(from.month.slice(0, 4)) - (from.month.slice(5) < '04' ? 1 : 0)
  const to = readMonth(toText, { fiscalYear: year, ...(/年/.test(fromText) ? {} : context) })
  if (!to.ok) return to
  if (from.month > to.month) return { ok: false, reason: 'reversed' }
  const findings = [...from.findings, ...to.findings]
  if (from.month === to.month) return { ok: true, date: { kind: 'month', month: from.month }, findings }
  return { ok: true, date: { kind: 'months', from: from.month, to: to.month }, findings }
}

/** 「令和６年11月13日（水）」, 「令和７年３月」, 「令和７年１月から２月まで」; '' when nothing is known. */
export function formatWhen(
  date: ActivityDate,
  style: { readonly weekday?: boolean; readonly digits?: DigitStyle } = {},
): string {
  const digits = style.digits ?? 'oneFullWidth'
  switch (date.kind) {
    case 'day':
      return formatDay(date.day, { weekday: style.weekday ?? true, digits })
    case 'month':
      return formatMonth(date.month, digits)
    case 'months':
      return formatPeriod({ from: date.from, to: date.to }, digits)
    case 'unknown':
      return ''
  }
}

/** Sorts by the first day it can mean; what is not known comes last. */
export function whenSortKey(date: ActivityDate): string {
  const start: Day | Month | null =
    date.kind === 'day'
      ? date.day
      : date.kind === 'month'
        ? date.month
        : date.kind === 'months'
          ? date.from
          : null
  // A month without a day stands after its days.
  return start === null ? '9999' : date.kind === 'day' ? start : `${start}-99`
}
