import { failure, ok, type Result } from '../../shared/contract/errors.ts'
import { plain } from '../../shared/contract/plain.ts'
import type { CodeList } from '../../shared/contract/schemas/statistics.ts'
import { breakdowns } from '../../shared/statistics/catalogue/breakdowns.ts'
import { findStatistic, statistics } from '../../shared/statistics/catalogue/catalogue.ts'
import type { StatisticQuery } from '../../shared/statistics/definition.ts'
import { dayInJapan } from '../../shared/time/japan.ts'
import { stampWords } from '../../shared/words/papers.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { readLedgerFacts } from '../ledger/repositories/settings.ts'
import { queryStatistics } from '../ledger/statistics/query-statistics.ts'
import type { ReaderHandlers } from './contexts.ts'
import { choiceLists } from './statistics/choice-lists.ts'
import { readCodeLabels } from './statistics/code-labels.ts'
import { checkFilterCodes } from './statistics/read-filter.ts'
import { numberSources } from './statistics/sources.ts'
import { type StatsJson, statsJson } from './statistics/stats-json.ts'
import { namingYears, orNamingYears } from './years-with-data.ts'

export { dayInJapan } from '../../shared/time/japan.ts'
export { readFilters } from './statistics/read-filter.ts'
export type { StatsCell, StatsJson } from './statistics/stats-json.ts'

/** `statistics.*`: the catalogue, and one statistic as the screens and papers see it. */
export const statisticsReader = {
  'statistics.catalogue': (_input, { ledger, now }) => {
    const codes = readCodeLabels(ledger, dayInJapan(now()))
    return {
      statistics: plain(statistics),
      breakdowns: breakdowns.map(
        ({ code, label }): CodeList => ({
          code,
          label,
          items: (codes[code] ?? []).map((item) => ({ ...item })),
        }),
      ),
    }
  },
  'statistics.query': (input, { ledger }) => {
    const [result] = queryStatistics(ledger, [input])
    if (result === undefined) throw new Error('One query has one answer')
    return plain(orNamingYears(ledger, result))
  },
  'statistics.sources': numberSources,
  'codes.lists': (_input, { ledger }) => choiceLists(ledger),
} satisfies Pick<
  ReaderHandlers,
  'statistics.catalogue' | 'statistics.query' | 'statistics.sources' | 'codes.lists'
>

/**
 * `stats` of the command line (architecture §6); figures of a demonstration ledger carry the note
 * `fictional`. Errors: those of the statistics, each by its own code
 * (`unknownStatistic`, `unknownBreakdown`, `tooManyBreakdowns`, `unknownFilter`, `unknownParty`,
 * `noDataForYear`, `invalidPeriod`, `invalidAsOf` …).
 */
export function stats(reader: LedgerReader, query: StatisticQuery): Result<StatsJson> {
  const definition = findStatistic(query.statistic)
  if (definition === null) return failure('unknownStatistic', { statistic: query.statistic }, 'statistic')
  const filters = checkFilterCodes(query, readCodeLabels(reader, query.frame.asOf))
  if (!filters.ok) return filters
  const [result] = queryStatistics(reader, [query])
  if (result === undefined) throw new Error('One query has one answer')
  if (!result.ok) return namingYears(reader, result)
  const answer = statsJson(definition, result.value)
  if (!readLedgerFacts(reader).fictional) return ok(answer)
  return ok({ ...answer, notes: [...answer.notes, { code: 'fictional', text: stampWords.fictional }] })
}
