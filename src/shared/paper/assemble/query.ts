import type { Filter, StatisticQuery, StatisticResult } from '../../statistics/definition.ts'
import { lastDayOf } from '../../time/calendar.ts'
import type { FiscalYear, TimeFrame } from '../../time/day.ts'
import { fiscalYearPeriod } from '../../time/fiscal-year.ts'
import { sameFrameLastYear } from '../../time/frame.ts'

export type Queries = Readonly<Record<string, StatisticQuery>>
export type Results = Readonly<Record<string, StatisticResult>>

interface Cut {
  readonly by?: readonly string[]
  readonly where?: readonly Filter[]
  readonly party?: string
}

/** The paper's own frame for its year; for an earlier year the whole year as of its last day. */
export function frameOfYear(frame: TimeFrame, fiscalYear: FiscalYear): TimeFrame {
  if (fiscalYear === frame.fiscalYear) return frame
  const period = fiscalYearPeriod(fiscalYear)
  return { fiscalYear, period, asOf: lastDayOf(period.to) }
}

/** Whether a frame covers its whole year, and the year was over on the as-of date. */
export function coversYear(frame: TimeFrame): boolean {
  const year = fiscalYearPeriod(frame.fiscalYear)
  return frame.period.from === year.from && frame.period.to === year.to && frame.asOf >= lastDayOf(year.to)
}

/** Names a query by what it asks, so that a field, a cell and a query agree: `consultation.events@2023 by month`. */
export function queryName(statistic: string, fiscalYear: FiscalYear, cut: Cut = {}): string {
  const by = cut.by !== undefined && cut.by.length > 0 ? ` by ${cut.by.join(',')}` : ''
  const where = (cut.where ?? []).map(filterName).join(' and ')
  const party = cut.party === undefined ? '' : ` of ${cut.party}`
  return `${statistic}@${fiscalYear}${by}${where === '' ? '' : ` where ${where}`}${party}`
}

const filterName = (filter: Filter): string =>
  'age' in filter
    ? `age${filter.operator}${filter.age}`
    : `${filter.field} ${filter.operator} ${filter.codes.join('|')}`

/** One query under its name, for the paper's year or an earlier one. */
export function ask(frame: TimeFrame, statistic: string, fiscalYear: FiscalYear, cut: Cut = {}): Queries {
  return {
    [queryName(statistic, fiscalYear, cut)]: {
      statistic,
      frame: frameOfYear(frame, fiscalYear),
      by: cut.by ?? [],
      where: cut.where ?? [],
      party: cut.party ?? null,
    },
  }
}

/** The answer, or null where the ledger has none (a year before its first). */
export const answer = (
  results: Results,
  statistic: string,
  fiscalYear: FiscalYear,
  cut: Cut = {},
): StatisticResult | null => results[queryName(statistic, fiscalYear, cut)] ?? null

const samePeriodName = (statistic: string, by: readonly string[]): string =>
  `${statistic}@前年同期${by.length > 0 ? ` by ${by.join(',')}` : ''}`

/** The same months and as-of day one year earlier (前年同期): the only fair comparison within a year. */
export function askSamePeriod(frame: TimeFrame, statistic: string, by: readonly string[] = []): Queries {
  return {
    [samePeriodName(statistic, by)]: {
      statistic,
      frame: sameFrameLastYear(frame),
      by,
      where: [],
      party: null,
    },
  }
}

export const samePeriodAnswer = (
  results: Results,
  statistic: string,
  by: readonly string[] = [],
): StatisticResult | null => results[samePeriodName(statistic, by)] ?? null
