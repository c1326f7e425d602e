import type { StatisticDefinition } from '../../statistics/definition.ts'
import { tableWords } from '../../words/papers.ts'

/** A statistic as a table names it: 「うち訪問」 of the catalogue is 「（再掲）訪問」 (documents §3). */
export const statisticLabel = (definition: Pick<StatisticDefinition, 'label'>): string =>
  definition.label.replace(/^うち/, tableWords.subset).replaceAll(' ', '　')

/** As a sentence names it: 「居場所の参加延べ人数」. */
export const statisticName = (definition: Pick<StatisticDefinition, 'label'>): string =>
  definition.label.replace(/^うち/, '').replaceAll(' ', 'の')
