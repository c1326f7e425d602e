import { plain } from '../../../shared/contract/plain.ts'
import type { MonthlyMonth, MonthlySheet } from '../../../shared/contract/schemas/monthly.ts'
import { type LineKey, lineId } from '../../../shared/monthly/entry.ts'
import { findSource } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { StatisticQuery } from '../../../shared/statistics/definition.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { queryStatistics } from '../../ledger/statistics/query-statistics.ts'

/**
 * What the statistics count for the months that a party tells by records, line by line: the same engine as
 * every table and paper, month by month. Lines that no statistic can cut by month are left out.
 */
export function readCounted(
  reader: LedgerReader,
  place: { readonly party: string; readonly fiscalYear: FiscalYear },
  months: readonly MonthlyMonth[],
  lines: readonly LineKey[],
  today: Day,
): MonthlySheet['counted'] {
  const byRecords = new Set<string>(months.filter(({ mode }) => mode === 'records').map(({ month }) => month))
  if (byRecords.size === 0) return []
  const period = fiscalYearPeriod(place.fiscalYear)
  const end = lastDayOf(period.to)
  const frame = { fiscalYear: place.fiscalYear, period, asOf: end < today ? end : today }
  const wanted = lines.filter(({ statistic }) => findSource(statistic)?.kind !== 'entered')
  const groups = Map.groupBy(wanted, ({ statistic, keys }) =>
    JSON.stringify([statistic, Object.keys(keys).toSorted()]),
  )
  const party = place.party
  const asked = [...groups.keys()].flatMap((group): Asked[] => {
    const [statistic, cuts] = JSON.parse(group) as [string, string[]]
    const where: StatisticQuery['where'] = []
    if (cuts.length < 2)
      return [{ month: null, query: { statistic, frame, by: ['month', ...cuts], where, party } }]
    // A query takes two breakdowns: a line of two cuts is asked month by month.
    return months.flatMap(({ month }) =>
      byRecords.has(month)
        ? [
            {
              month,
              query: {
                statistic,
                frame: { ...frame, period: { from: month, to: month } },
                by: cuts,
                where,
                party,
              },
            },
          ]
        : [],
    )
  })
  const ids = new Set(wanted.map(lineId))
  const answers = queryStatistics(
    reader,
    asked.map(({ query }) => query),
  )
  return asked.flatMap(({ month: ofQuery, query }, index) => {
    const answer = answers[index]
    if (!answer?.ok) return []
    return answer.value.rows.flatMap(({ keys, cell }) => {
      const [month, codes] = ofQuery === null ? [keys[0], keys.slice(1)] : [ofQuery, keys]
      const cuts = query.by.filter((cut) => cut !== 'month')
      const line = {
        statistic: query.statistic,
        keys: Object.fromEntries(cuts.map((cut, at) => [cut, codes[at] ?? ''])),
      }
      if (month === undefined || !byRecords.has(month) || !ids.has(lineId(line))) return []
      return [{ ...line, month: month as Month, cell: plain(cell) }]
    })
  })
}

/** A question, with the month that it is about where the question is not cut by months itself. */
interface Asked {
  readonly month: Month | null
  readonly query: StatisticQuery
}
