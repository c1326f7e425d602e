import { type DigitStyle, houseDigits } from '../cell/digits.ts'
import {
  isLastDayOfMonth,
  lastDayOf,
  monthOf,
  monthParts,
  monthsOf,
  partsOf,
  weekdayNames,
  weekdayOf,
} from './calendar.ts'
import type { Day, FiscalYear, Month, Period, TimeFrame } from './day.ts'
import { type EraYear, fiscalYearEra, toEra } from './era.ts'

export interface DayStyle {
  /** Default `oneFullWidth`: 「令和６年11月30日」. */
  readonly digits?: DigitStyle
  /** Adds 「（水）」. */
  readonly weekday?: boolean
}

function eraYearText(eraYear: EraYear | null, calendarYear: number, digits: DigitStyle): string {
  if (eraYear === null) return houseDigits(calendarYear, digits)
  return `${eraYear.era.name}${eraYear.year === 1 ? '元' : houseDigits(eraYear.year, digits)}`
}

/** 「令和６年11月30日」, with `weekday` 「令和６年11月30日（土）」. */
export function formatDay(day: Day, style: DayStyle = {}): string {
  const digits = style.digits ?? 'oneFullWidth'
  const { year } = partsOf(day)
  return `${eraYearText(toEra(day), year, digits)}年${formatMonthDay(day, style)}`
}

/** Without the year: 「11月13日（水）」. */
export function formatMonthDay(day: Day, style: DayStyle = {}): string {
  const digits = style.digits ?? 'oneFullWidth'
  const { month, day: dayOfMonth } = partsOf(day)
  const weekday = style.weekday === true ? `（${weekdayNames[weekdayOf(day)]}）` : ''
  return `${houseDigits(month, digits)}月${houseDigits(dayOfMonth, digits)}日${weekday}`
}

/** 「令和６年11月」. A month in which the era changed is called by the era of its last day. */
export function formatMonth(month: Month, digits: DigitStyle = 'oneFullWidth'): string {
  const { year } = monthParts(month)
  return `${eraYearText(toEra(lastDayOf(month)), year, digits)}年${formatMonthOnly(month, digits)}`
}

/** 「11月」. */
export function formatMonthOnly(month: Month, digits: DigitStyle = 'oneFullWidth'): string {
  return `${houseDigits(monthParts(month).month, digits)}月`
}

/** 「令和６年度」, FY2019 「令和元年度」. */
export function formatFiscalYear(fiscalYear: FiscalYear, digits: DigitStyle = 'oneFullWidth'): string {
  return `${eraYearText(fiscalYearEra(fiscalYear), fiscalYear, digits)}年度`
}

/** 「令和６年４月から11月まで」, 「令和６年４月から令和７年３月まで」, one month 「令和６年４月」. */
export function formatPeriod(period: Period, digits: DigitStyle = 'oneFullWidth'): string {
  const from = formatMonth(period.from, digits)
  if (period.from === period.to) return from
  const sameYear =
    monthParts(period.from).year === monthParts(period.to).year &&
    toEra(lastDayOf(period.from))?.era === toEra(lastDayOf(period.to))?.era
  const to = sameYear ? formatMonthOnly(period.to, digits) : formatMonth(period.to, digits)
  return `${from}から${to}まで`
}

/** 「令和６年11月30日現在」. */
export function formatAsOf(asOf: Day, digits: DigitStyle = 'oneFullWidth'): string {
  return `${formatDay(asOf, { digits })}現在`
}

/** Beside a year that is named already: 「11月末現在」, 「11月15日現在」. */
export function formatAsOfShort(asOf: Day, digits: DigitStyle = 'oneFullWidth'): string {
  return isLastDayOfMonth(asOf)
    ? `${formatMonthOnly(monthOf(asOf), digits)}末現在`
    : `${formatMonthDay(asOf, { digits })}現在`
}

export interface FrameStyle {
  readonly digits?: DigitStyle
  /** `short` writes 「（11月末現在）」 where the period names the year of the as-of date. Default `long`. */
  readonly asOf?: 'long' | 'short'
}

/** 「令和６年４月から11月まで（令和６年11月30日現在）」; every statistic and paper states it (domain §1). */
export function formatFrame(frame: TimeFrame, style: FrameStyle = {}): string {
  const digits = style.digits ?? 'oneFullWidth'
  const named = partsOf(frame.asOf).year === monthParts(frame.period.to).year
  const asOf =
    style.asOf === 'short' && named ? formatAsOfShort(frame.asOf, digits) : formatAsOf(frame.asOf, digits)
  return `${formatPeriod(frame.period, digits)}（${asOf}）`
}

/** Axis labels: 「令和４年度」「５年度」「６年度」; the era stands at the first and where it changes. */
export function fiscalYearLabels(
  fiscalYears: readonly FiscalYear[],
  digits: DigitStyle = 'oneFullWidth',
): readonly string[] {
  return fiscalYears.map((fiscalYear, index) => {
    const previous = fiscalYears[index - 1]
    const here = fiscalYearEra(fiscalYear)
    const sameEra = previous !== undefined && here !== null && fiscalYearEra(previous)?.era === here.era
    return sameEra && here.year !== 1
      ? `${houseDigits(here.year, digits)}年度`
      : formatFiscalYear(fiscalYear, digits)
  })
}

/** Axis labels 「４月」 … 「３月」. */
export function monthLabels(period: Period, digits: DigitStyle = 'oneFullWidth'): readonly string[] {
  return monthsOf(period).map((month) => formatMonthOnly(month, digits))
}
