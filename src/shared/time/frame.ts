import { failure, ok, type Result } from '../contract/errors.ts'
import {
  addMonths,
  dayOf,
  exists,
  firstDayOf,
  isDay,
  isLastDayOfMonth,
  isMonth,
  lastDayOf,
  monthOf,
  partsOf,
} from './calendar.ts'
import type { Day, FiscalYear, Period, TimeFrame } from './day.ts'
import { fiscalYearPeriod } from './fiscal-year.ts'

/** Years that the office can mean: after the law on local finance, and not a slip of the keyboard. */
export const firstFiscalYear = 1948
export const lastFiscalYear = 2199

export function isFiscalYear(value: unknown): value is FiscalYear {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= firstFiscalYear &&
    value <= lastFiscalYear
  )
}

/**
 * The period that belongs to an as-of date: April to the month of that date, at most the whole year.
 * An as-of date before the year begins gives April alone.
 */
export function periodOf(choice: { readonly fiscalYear: FiscalYear; readonly asOf: Day }): Period {
  const year = fiscalYearPeriod(choice.fiscalYear)
  const month = monthOf(choice.asOf)
  if (month < year.from) return { from: year.from, to: year.from }
  return { from: year.from, to: month > year.to ? year.to : month }
}

/** As-of is the year's end, or today if that is earlier (domain §1); never before the year's first day. */
export function defaultFrame(fiscalYear: FiscalYear, today: Day): TimeFrame {
  const year = fiscalYearPeriod(fiscalYear)
  const first = firstDayOf(year.from)
  const last = lastDayOf(year.to)
  const asOf = today < first ? first : today > last ? last : today
  return { fiscalYear, period: periodOf({ fiscalYear, asOf }), asOf }
}

/** The same day one year earlier; a month's end stays a month's end (29 February ↔ 28 February). */
export function sameDayLastYear(day: Day): Day {
  const { year, month, day: dayOfMonth } = partsOf(day)
  if (isLastDayOfMonth(day)) return lastDayOf(addMonths(monthOf(day), -12))
  return exists(year - 1, month, dayOfMonth)
    ? dayOf(year - 1, month, dayOfMonth)
    : lastDayOf(addMonths(monthOf(day), -12))
}

/** 前年同期: the same months and the same as-of date, one year earlier. */
export function sameFrameLastYear(frame: TimeFrame): TimeFrame {
  return {
    fiscalYear: frame.fiscalYear - 1,
    period: { from: addMonths(frame.period.from, -12), to: addMonths(frame.period.to, -12) },
    asOf: sameDayLastYear(frame.asOf),
  }
}

/**
 * Checks a frame that came from outside. The period lies within the fiscal year, and the as-of date not
 * before the period's first day (it may be before its last: what is planned then counts nothing yet).
 * Errors: `unknownYear`, `invalidPeriod`, `invalidAsOf`, each with the field's path.
 */
export function validateFrame(frame: TimeFrame): Result<TimeFrame> {
  const { fiscalYear, period, asOf } = frame
  if (!isFiscalYear(fiscalYear)) {
    return failure('unknownYear', { fiscalYear: String(fiscalYear) }, 'fiscalYear')
  }
  if (!isMonth(period.from) || !isMonth(period.to) || period.from > period.to) {
    return failure('invalidPeriod', { from: String(period.from), to: String(period.to) }, 'period')
  }
  const year = fiscalYearPeriod(fiscalYear)
  if (period.from < year.from || period.to > year.to) {
    return failure('invalidPeriod', { from: period.from, to: period.to }, 'period')
  }
  if (!isDay(asOf) || asOf < firstDayOf(period.from)) {
    return failure('invalidAsOf', { asOf: String(asOf) }, 'asOf')
  }
  return ok(frame)
}
