import { settingValueSchemas } from '../../shared/contract/schemas/organisation.ts'
import type { PaperSettings } from '../../shared/paper/draft.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { readSetting } from '../ledger/repositories/settings.ts'

/** The house style that a new paper begins with (設定). */
export const paperStyleSetting = 'papers.style'

/** How a new paper is numbered and worded: the city's own preset while nobody set another. */
export function readPaperStyle(reader: LedgerReader): Pick<PaperSettings, 'numbering' | 'wording'> {
  const kept = settingValueSchemas.paperStyle.safeParse(readSetting(reader, paperStyleSetting)?.value)
  return kept.success ? kept.data : { numbering: 'city', wording: 'tidied' }
}
