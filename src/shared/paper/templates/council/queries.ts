import { ask, type Queries } from '../../assemble/query.ts'
import type { PaperSettings } from '../../draft.ts'
import { figureRows } from './figure-rows.ts'

/** Years of the figures block: the paper's and the two before it. */
export const figureYears = (fiscalYear: number): readonly number[] => [
  fiscalYear - 2,
  fiscalYear - 1,
  fiscalYear,
]

/** The old upper age: what can be re-cut to the old scope (domain §3, 参考). */
export const oldScope = [{ field: 'age', operator: '<=', age: 29 }] as const

/** 支援ニーズの理由: 30歳以上の相談 (fact 46). */
export const newAges = [{ field: 'age', operator: '>=', age: 30 }] as const

export function councilQueries(settings: PaperSettings): Queries {
  const { frame } = settings
  const survey = ask(frame, 'survey.sample', frame.fiscalYear, { by: ['stratum'] })
  if (!settings.withFigures) return survey
  return Object.assign(
    {},
    survey,
    ...figureYears(frame.fiscalYear).flatMap((year) =>
      figureRows.map((row) => ask(frame, row.statistic, year, { where: row.where })),
    ),
  )
}
