import { ask, type Queries } from '../../assemble/query.ts'
import type { PaperSettings, TableChoice } from '../../draft.ts'
import { crossOrder, narrowed, tableChoices, yearsOf } from './choices.ts'

export function tablesQueries(settings: PaperSettings): Queries {
  return Object.assign({}, ...tableChoices(settings).flatMap((choice) => choiceQueries(settings, choice)))
}

function choiceQueries(settings: PaperSettings, choice: TableChoice): readonly Queries[] {
  const { frame } = settings
  const asked = (year: number, ...by: readonly string[]): Queries =>
    ask(frame, choice.statistic, year, { ...narrowed(choice), by })
  const [first, second] = choice.by
  if (first === undefined) return yearsOf(choice).map((year) => asked(year))
  if (second === undefined) return yearsOf(choice).map((year) => asked(year, first))
  const { down, across } = crossOrder([first, second])
  return yearsOf(choice).flatMap((year) => [
    asked(year, down, across),
    asked(year, down),
    asked(year, across),
    asked(year - 1, down),
  ])
}
