import type { TableChoice } from '../paper/draft.ts'
import type { TimeFrame } from '../time/day.ts'
import { type ExploreChoices, frameOfChoices, yearsOfChoices } from './choices.ts'

/**
 * The table of a 統計表 that these choices mean: the same statistic, cuts, conditions and years. What the
 * template decides by itself (shares, growth, whole earlier years) is not carried over.
 */
export function tableChoiceOf(
  choices: ExploreChoices,
  window: TimeFrame,
  yearsWithData: readonly number[],
): TableChoice {
  const years = yearsOfChoices(choices, frameOfChoices(choices, window))
  const withData = years.filter((year) => yearsWithData.includes(year))
  return {
    statistic: choices.statistic,
    by: choices.per === 'month' ? [...choices.by, 'month'] : choices.by,
    fiscalYears: withData.length === 0 ? years : withData,
    ...(choices.where.length === 0 ? {} : { where: choices.where }),
    ...(choices.party === null ? {} : { party: choices.party }),
  }
}
