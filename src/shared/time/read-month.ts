import { toHalfWidthDigits } from '../cell/digits.ts'
import { monthOf } from './calendar.ts'
import type { Month } from './day.ts'
import { findEra, monthInEra } from './era.ts'
import { type DayContext, type DayFinding, type DayForm, type DayRefusal, readDay } from './read-day.ts'

export type MonthReading =
  | {
      readonly ok: true
      readonly month: Month
      readonly form: DayForm
      readonly findings: readonly DayFinding[]
    }
  | { readonly ok: false; readonly reason: DayRefusal }

/**
 * A month where the day is not known (domain §4: 「令和７年３月」): 2025-03, 2025/3, R7.3, 令和７年３月, and ３月
 * with the year from the fiscal-year context. The same findings and refusals as `readDay`. Never throws.
 */
export function readMonth(input: string, context: DayContext = {}): MonthReading {
  if (input.length > 60) return { ok: false, reason: 'tooLong' }
  const text = toHalfWidthDigits(input.trim()).replace(/[．]/g, '.').replace(/[／]/g, '/')
  if (text === '') return { ok: false, reason: 'empty' }
  const first = asFirstDay(text)
  if (first === null) return { ok: false, reason: 'notADate' }
  const reading = readDay(first, context)
  if (!reading.ok) return reading
  const month = monthOf(reading.day)
  // The first of a month may lie before the era that began within it: 平成元年１月.
  const findings = reading.findings.filter((finding) => {
    const era = 'era' in finding ? findEra(finding.era) : null
    return era === null || !monthInEra(era, month)
  })
  return { ok: true, month, form: reading.form, findings }
}

function asFirstDay(text: string): string | null {
  if (/月$/.test(text)) return `${text}1日`
  if (/^\d{4}-\d{2}$/.test(text)) return `${text}-01`
  const separator = /^(?:\d{4}|\D{1,2}(?:元|\d{1,2}))([-/.])\d{1,2}$/.exec(text)?.[1]
  return separator === undefined ? null : `${text}${separator}1`
}
