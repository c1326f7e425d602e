import { isTimeBreakdown } from '../../../statistics/catalogue/breakdowns.ts'
import type { PaperSettings, TableChoice } from '../../draft.ts'

/** What is printed while nothing is chosen: the office's usual set for the paper's year. */
export function tableChoices(settings: PaperSettings): readonly TableChoice[] {
  if (settings.tables.length > 0) return settings.tables.map(withoutYear)
  const year = settings.frame.fiscalYear
  const years = [year - 2, year - 1, year]
  return [
    { statistic: 'consultation.events', by: ['method', 'month'], fiscalYears: [year] },
    { statistic: 'consultation.events', by: ['caller'], fiscalYears: years },
    { statistic: 'consultation.persons', by: ['ageBand'], fiscalYears: years },
    { statistic: 'consultation.persons', by: ['month'], fiscalYears: years },
    { statistic: 'place.sessions', by: ['month'], fiscalYears: years },
    { statistic: 'place.attendance', by: ['month'], fiscalYears: years },
  ]
}

/** Every table already has its years as columns or lines: by 年度 it is the table without that breakdown. */
const withoutYear = (choice: TableChoice): TableChoice => ({
  ...choice,
  by: choice.by.filter((code) => code !== 'fiscalYear'),
})

/** Two breakdowns with the one in time across, so that months stand as columns whatever the order asked. */
export function crossOrder(by: readonly [string, string]): {
  readonly down: string
  readonly across: string
} {
  const [first, second] = by
  return isTimeBreakdown(first) && !isTimeBreakdown(second)
    ? { down: second, across: first }
    : { down: first, across: second }
}

/** Years of a choice, oldest first, each once. */
export const yearsOf = (choice: TableChoice): readonly number[] => [...new Set(choice.fiscalYears)].toSorted()

/** The conditions and the party of a choice, as its queries are named by. */
export const narrowed = ({
  where,
  party,
}: TableChoice): { readonly where?: NonNullable<TableChoice['where']>; readonly party?: string } => ({
  ...(where === undefined || where.length === 0 ? {} : { where }),
  ...(party === undefined ? {} : { party }),
})
