import { answerOf, numberWords } from '../../../shared/answers/answer.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { limits } from '../../../shared/contract/limits.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { conditionWords, filterWords, unknownFilters } from '../../../shared/explore/filter-words.ts'
import { statisticLabel } from '../../../shared/paper/assemble/labels.ts'
import { measureOf } from '../../../shared/paper/assemble/measure.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import { oldScopeRecut } from '../../../shared/statistics/comparisons.ts'
import type {
  StatisticDefinition,
  StatisticQuery,
  StatisticResult,
} from '../../../shared/statistics/definition.ts'
import { formatFrame } from '../../../shared/time/format.ts'
import { sameFrameLastYear } from '../../../shared/time/frame.ts'
import { exploreTable } from '../../../shared/words/explore.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { listFigures } from '../../ledger/repositories/known-figures.ts'
import { contributorsOf } from '../../ledger/statistics/contributors.ts'
import { queryStatistics } from '../../ledger/statistics/query-statistics.ts'
import type { ReaderHandlers } from '../contexts.ts'
import { readCodeLabels } from '../statistics/code-labels.ts'
import { orNamingYears } from '../years-with-data.ts'

/** `answers.run` and `figures.list`. */
export const answersReader = {
  'answers.run': ({ query }, { ledger }) =>
    ledger.snapshot(() => {
      const definition = definitionOf(query)
      const facts = { codes: readCodeLabels(ledger, query.frame.asOf) }
      const [unknown] = unknownFilters(query.where, facts)
      if (unknown !== undefined) {
        throw new AppFailure(appError('unknownFilter', { filter: filterWords(unknown, facts) }, 'where'))
      }
      const recut = query.where.length === 0 ? oldScopeRecut(query) : null
      const whole = query.where.length === 0 ? null : { ...query, where: [] }
      const [own, previous, recutAnswer, wholeAnswer] = queryStatistics(ledger, [
        query,
        { ...query, frame: sameFrameLastYear(query.frame) },
        recut ?? query,
        whole ?? query,
      ])
      if (own === undefined) throw new Error('One query has one answer')
      const result = orNamingYears(ledger, own)
      const resultOf = (answer: typeof own | undefined): StatisticResult | null =>
        answer?.ok === true ? answer.value : null
      return plain(
        answerOf({
          definition,
          query,
          result,
          previous: resultOf(previous),
          recut: recut === null ? null : resultOf(recutAnswer),
          whole: whole === null ? null : (resultOf(wholeAnswer)?.total ?? null),
          // Totals are told as they are: who is behind them is not asked.
          contributors: query.where.length === 0 ? null : contributorsOf(ledger, query),
          saidBefore: saidBefore(ledger, query),
          facts,
        }),
      )
    }),
  'figures.list': (_input, { ledger }) =>
    ledger.snapshot(() => {
      const figures = listFigures(ledger, limits.list)
      const answers = queryStatistics(
        ledger,
        figures.map((figure) => figure.query),
      )
      return {
        figures: figures.map(({ cell, ...figure }, index) => {
          const definition = findStatistic(figure.query.statistic)
          const now = answers[index]?.ok === true ? answers[index].value.total : null
          const words = (one: typeof cell): string =>
            definition === null ? '' : numberWords(one, measureOf(definition))
          return {
            ...plain(figure),
            label: labelOf(ledger, figure.query, definition),
            said: words(cell),
            now: now === null ? null : words(now),
            moved: now === null || !sameNumber(now, cell),
          }
        }),
      }
    }),
} satisfies Pick<ReaderHandlers, 'answers.run' | 'figures.list'>

function definitionOf(query: StatisticQuery): StatisticDefinition {
  const definition = findStatistic(query.statistic)
  if (definition === null) {
    throw new AppFailure(appError('unknownStatistic', { statistic: query.statistic }, 'query.statistic'))
  }
  return definition
}

/** 「相談延べ件数［30歳以上］　令和６年４月から…」. */
function labelOf(
  ledger: LedgerReader,
  query: StatisticQuery,
  definition: StatisticDefinition | null,
): string {
  const facts = { codes: readCodeLabels(ledger, query.frame.asOf) }
  const name = definition === null ? query.statistic : statisticLabel(definition)
  return `${exploreTable.withConditions(name, conditionWords(query, facts))}　${formatFrame(query.frame)}`
}

/** The number alone: months that came in since without changing it are no movement. */
const sameNumber = (one: StatisticResult['total'], other: StatisticResult['total']): boolean =>
  one.state === other.state &&
  (one.state !== 'value' ||
    other.state !== 'value' ||
    JSON.stringify(one.quantity) === JSON.stringify(other.quantity))

/** Numbers of the same thing in the same year, of other months or as-of dates, that were said before. */
function saidBefore(ledger: LedgerReader, query: StatisticQuery): readonly number[] {
  const asked = JSON.stringify([query.statistic, query.where, query.party, query.frame.fiscalYear])
  return listFigures(ledger, limits.list).flatMap(({ query: one, cell }) => {
    const same = JSON.stringify([one.statistic, one.where, one.party, one.frame.fiscalYear]) === asked
    return same && cell.state === 'value' && cell.quantity.kind === 'integer' ? [cell.quantity.integer] : []
  })
}
