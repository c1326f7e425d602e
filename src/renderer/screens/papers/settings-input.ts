import type { RequestInput } from '../../../shared/contract/contract.ts'
import type { PaperSettings } from '../../../shared/paper/draft.ts'

/** Settings as the contract takes them: the same values, in lists of their own. */
export function settingsInput(settings: PaperSettings): RequestInput<'papers.create'>['settings'] {
  return {
    ...settings,
    tables: settings.tables.map((table) => ({
      statistic: table.statistic,
      by: [...table.by],
      fiscalYears: [...table.fiscalYears],
    })),
  }
}
