import type { RequestInput } from '../../../shared/contract/contract.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { PaperSettings } from '../../../shared/paper/draft.ts'

/** Settings as the contract takes them: the same values, in lists of their own. */
export const settingsInput = (settings: PaperSettings): RequestInput<'papers.create'>['settings'] =>
  plain(settings)
