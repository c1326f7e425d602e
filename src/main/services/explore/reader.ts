import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { frameOfChoices } from '../../../shared/explore/choices.ts'
import { explorePages } from '../../../shared/explore/explore.ts'
import { conditionWords, filterWords, unknownFilters } from '../../../shared/explore/filter-words.ts'
import { planExplore } from '../../../shared/explore/plan.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import { oldScopeRecut } from '../../../shared/statistics/comparisons.ts'
import type { StatisticResult } from '../../../shared/statistics/definition.ts'
import { formatFrame } from '../../../shared/time/format.ts'
import { validateFrame } from '../../../shared/time/frame.ts'
import { listFavourites } from '../../ledger/repositories/favourites.ts'
import { queryStatistics } from '../../ledger/statistics/query-statistics.ts'
import type { ReaderHandlers } from '../contexts.ts'
import { readCodeLabels } from '../statistics/code-labels.ts'
import { orNamingYears } from '../years-with-data.ts'

/** `explore.run` and `favourites.list`. */
export const exploreReader = {
  'explore.run': ({ choices, frame: window }, { ledger }) =>
    ledger.snapshot(() => {
      const definition = findStatistic(choices.statistic)
      if (definition === null) {
        throw new AppFailure(
          appError('unknownStatistic', { statistic: choices.statistic }, 'choices.statistic'),
        )
      }
      const frame = validateFrame(frameOfChoices(choices, window))
      if (!frame.ok) throw new AppFailure(frame.error)
      const facts = { codes: readCodeLabels(ledger, frame.value.asOf) }
      const [unknown] = unknownFilters(choices.where, facts)
      if (unknown !== undefined) {
        throw new AppFailure(
          appError(
            'unknownFilter',
            { filter: filterWords(unknown, facts), statistic: definition.label },
            'where',
          ),
        )
      }
      const plan = planExplore(choices, window)
      const answers = queryStatistics(ledger, plan.queries)
      const results = answers.map((answer): StatisticResult | null => {
        if (answer.ok) return answer.value
        const absent = answer.error.code === 'noDataForYear' || answer.error.code === 'unknownYear'
        return absent ? null : orNamingYears(ledger, answer)
      })
      const first = answers.at(-1)
      if (results.every((result) => result === null) && first !== undefined) orNamingYears(ledger, first)
      const pages = explorePages({ choices, definition, plan, results, facts })
      return plain({
        pages,
        queries: plan.queries,
        conditions: conditionWords(choices, facts),
        canRecut: oldScopeRecut({ ...choices, frame: plan.frame, by: [] }) !== null && plan.across === null,
        frameText: formatFrame(plan.frame),
      })
    }),
  'favourites.list': (_input, { ledger }) => ({ favourites: plain(listFavourites(ledger)) }),
} satisfies Pick<ReaderHandlers, 'explore.run' | 'favourites.list'>
