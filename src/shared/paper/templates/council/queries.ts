import { ask, type Queries } from '../../assemble/query.ts'
import type { PaperSettings } from '../../draft.ts'
import { figureRowsIn } from './figure-rows.ts'

/** Years of the figures block: the paper's and the two before it. */
export const figureYears = (fiscalYear: number): readonly number[] => [
  fiscalYear - 2,
  fiscalYear - 1,
  fiscalYear,
]

export function councilQueries(settings: PaperSettings): Queries {
  const { frame } = settings
  const survey = ask(frame, 'survey.sample', frame.fiscalYear, { by: ['stratum'] })
  if (!settings.withFigures) return survey
  return Object.assign(
    {},
    survey,
    ...figureYears(frame.fiscalYear).flatMap((year) =>
      figureRowsIn(frame.fiscalYear).map((row) => ask(frame, row.statistic, year, { where: row.where })),
    ),
  )
}
