import { ask, type Queries } from '../../assemble/query.ts'
import type { PaperSettings, TableChoice } from '../../draft.ts'
import { crossOrder, tableChoices, yearsOf } from './choices.ts'

export function tablesQueries(settings: PaperSettings): Queries {
  return Object.assign({}, ...tableChoices(settings).flatMap((choice) => choiceQueries(settings, choice)))
}

function choiceQueries(settings: PaperSettings, choice: TableChoice): readonly Queries[] {
  const { frame } = settings
  const [first, second] = choice.by
  if (first === undefined) return yearsOf(choice).map((year) => ask(frame, choice.statistic, year))
  if (second === undefined)
    return yearsOf(choice).map((year) => ask(frame, choice.statistic, year, { by: [first] }))
  const { down, across } = crossOrder([first, second])
  return yearsOf(choice).flatMap((year) => [
    ask(frame, choice.statistic, year, { by: [down, across] }),
    ask(frame, choice.statistic, year, { by: [down] }),
    ask(frame, choice.statistic, year, { by: [across] }),
    ask(frame, choice.statistic, year - 1, { by: [down] }),
  ])
}
