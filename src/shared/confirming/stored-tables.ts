import { breakdowns, findBreakdown, isTimeBreakdown } from '../statistics/catalogue/breakdowns.ts'
import { findStatistic, statistics } from '../statistics/catalogue/catalogue.ts'
import type { StatisticDefinition, StatisticQuery } from '../statistics/definition.ts'
import { monthsOf } from '../time/calendar.ts'
import { type ConfirmablePeriod, endOfPeriod, frameOf } from './period.ts'

/** One statistic cut in one way, as it is stored at 確定. */
export interface StoredTable {
  readonly statistic: string
  /** In the order of the catalogue; at most two. */
  readonly by: readonly string[]
}

/** Crosses of two attributes that papers print; any other cross is counted from the records. */
const crosses: readonly (readonly [string, string])[] = [['sex', 'ageBand']]

const order = new Map(breakdowns.map(({ code }, index) => [code, index]))
const sorted = (by: readonly string[]): readonly string[] =>
  by.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))

/**
 * What is stored of a period (domain §8: all statistics × breakdowns): each total, each breakdown alone; of a
 * year also by time and month by month with each breakdown; of 全体 also by party.
 */
export function storedTables(period: ConfirmablePeriod): readonly StoredTable[] {
  return statistics
    .filter(({ form }) => form === period.form)
    .filter((definition) => period.party === null || definition.breakdowns.includes('party'))
    .flatMap((definition) =>
      cutsOf(definition, period).map((by) => ({ statistic: definition.code, by: sorted(by) })),
    )
}

function cutsOf(definition: StatisticDefinition, { party, month }: ConfirmablePeriod): readonly string[][] {
  const own = definition.breakdowns.filter(
    (code) => !isTimeBreakdown(code) && (party === null || code !== 'party'),
  )
  const single = [[], ...own.map((code) => [code])]
  if (month !== null) return single
  const time = definition.breakdowns.filter(isTimeBreakdown)
  const monthly = time.includes('month') ? own.map((code) => ['month', code]) : []
  const crossed = crosses.filter((pair) => pair.every((code) => own.includes(code))).map((pair) => [...pair])
  return [...single, ...time.map((code) => [code]), ...monthly, ...crossed]
}

/** The query that counts a stored table. */
export const storedQuery = (period: ConfirmablePeriod, { statistic, by }: StoredTable): StatisticQuery => ({
  statistic,
  frame: frameOf(period),
  by,
  where: [],
  party: period.party,
})

/**
 * Where the answer to a query would be stored: the period and the table. Null where it asks for anything that
 * is not stored as such: filters, several months, or a day before the period's end.
 */
export function storedPlaceOf(
  query: StatisticQuery,
): { readonly period: ConfirmablePeriod; readonly table: StoredTable } | null {
  const { frame, where, by } = query
  const definition = findStatistic(query.statistic)
  if (definition === null || where.length > 0 || by.some((code) => findBreakdown(code) === null)) return null
  const { fiscalYear, period } = frame
  const year = frameOf({ fiscalYear, month: null }).period
  const months = monthsOf(period)
  const isYear = period.from === year.from && period.to === year.to
  const [month = null] = months
  if (!isYear && months.length !== 1) return null
  const place = {
    party: query.party,
    form: definition.form,
    fiscalYear,
    month: isYear ? null : month,
  }
  if (frame.asOf < endOfPeriod(place)) return null
  return { period: place, table: { statistic: query.statistic, by: sorted(by) } }
}
