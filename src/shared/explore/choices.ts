import { findBreakdown, isTimeBreakdown } from '../statistics/catalogue/breakdowns.ts'
import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { Filter, StatisticDefinition } from '../statistics/definition.ts'
import { lastDayOf } from '../time/calendar.ts'
import type { FiscalYear, TimeFrame } from '../time/day.ts'
import { fiscalYearPeriod } from '../time/fiscal-year.ts'
import { sameFrameLastYear } from '../time/frame.ts'

/** What a reader chooses in 集計・統計表. Plain JSON: it is an address, a favourite and a request alike. */
export interface ExploreChoices {
  readonly statistic: string
  /** Up to two breakdowns by codes or parties; time is `per`. */
  readonly by: readonly string[]
  readonly where: readonly Filter[]
  /** One party, or null for the city's total. */
  readonly party: string | null
  readonly years: ExploreYears
  /** 年度別 or 月別. */
  readonly per: 'year' | 'month'
  /** Earlier years as a whole, or the same months as the last one (前年同期). */
  readonly earlier: 'whole' | 'same'
  /** 構成比 of the last year. */
  readonly shares: boolean
  /** 参考: re-cut to the scope before a break. */
  readonly recut: boolean
}

export type ExploreYears =
  /** The last `count` years up to the window's; period and as-of date are the window's. */
  | { readonly kind: 'window'; readonly count: number }
  /** From this year to that of the frame, whatever the window shows. */
  | { readonly kind: 'fixed'; readonly from: FiscalYear; readonly frame: TimeFrame }

/** More years than this do not fit a table. */
export const mostYears = 10

export const firstChoices: ExploreChoices = {
  statistic: 'consultation.events',
  by: ['method'],
  where: [],
  party: null,
  years: { kind: 'window', count: 5 },
  per: 'year',
  earlier: 'whole',
  shares: false,
  recut: false,
}

/** Breakdowns that the screen offers for a statistic: time is chosen by 年度別 and 月別. */
export const offeredBreakdowns = (definition: StatisticDefinition): readonly string[] =>
  definition.breakdowns.filter((code) => !isTimeBreakdown(code))

/** Whether months can stand across: not with two breakdowns, nor where the statistic has none. */
export const allowsMonths = (definition: StatisticDefinition, by: readonly string[]): boolean =>
  by.length < 2 && definition.breakdowns.includes('month')

/**
 * The choices with another statistic: what it cannot be cut or filtered by falls away, the rest stays.
 */
export function withStatistic(choices: ExploreChoices, statistic: string): ExploreChoices {
  const definition = findStatistic(statistic)
  if (definition === null) return choices
  const offered = offeredBreakdowns(definition)
  const by = choices.by.filter((code) => offered.includes(code))
  return {
    ...choices,
    statistic,
    by,
    where: choices.where.filter((filter) => filterFits(definition, filter)),
    party: definition.breakdowns.includes('party') ? choices.party : null,
    per: allowsMonths(definition, by) ? choices.per : 'year',
  }
}

/** The choices with other breakdowns; months give way to a second one. */
export function withBreakdowns(choices: ExploreChoices, by: readonly string[]): ExploreChoices {
  const definition = findStatistic(choices.statistic)
  const months = definition !== null && allowsMonths(definition, by)
  return { ...choices, by, per: months ? choices.per : 'year' }
}

/** Whether a statistic can be filtered so. */
export function filterFits(definition: StatisticDefinition, filter: Filter): boolean {
  const field = filter.field === 'age' ? 'ageBand' : filter.field
  const kind = findBreakdown(field)?.kind
  return definition.breakdowns.includes(field) && kind !== undefined && kind !== 'time'
}

/** The frame that the choices count in, given the window's. */
export const frameOfChoices = (choices: ExploreChoices, window: TimeFrame): TimeFrame =>
  choices.years.kind === 'fixed' ? choices.years.frame : window

/** The fiscal years of a table, oldest first. */
export function yearsOfChoices(choices: ExploreChoices, frame: TimeFrame): readonly FiscalYear[] {
  const last = frame.fiscalYear
  const { years } = choices
  const wanted = years.kind === 'fixed' ? last - years.from + 1 : years.count
  const count = Math.max(1, Math.min(mostYears, wanted))
  return Array.from({ length: count }, (_, index) => last - count + 1 + index)
}

/** The frame of one of the years: the last one's own, earlier ones whole or the same months (前年同期). */
export function frameIn(choices: ExploreChoices, frame: TimeFrame, year: FiscalYear): TimeFrame {
  if (year === frame.fiscalYear) return frame
  if (choices.earlier === 'same') {
    let earlier = frame
    while (earlier.fiscalYear > year) earlier = sameFrameLastYear(earlier)
    return earlier
  }
  const period = fiscalYearPeriod(year)
  return { fiscalYear: year, period, asOf: lastDayOf(period.to) }
}
