import type { PaperTemplate } from '../template.ts'
import { councilBlocks } from './council/blocks.ts'
import { councilFields } from './council/fields.ts'
import { councilQueries } from './council/queries.ts'

/**
 * 議会・委員会資料: reproduces the city's own paper fact by fact, as of any day. What was planned on the
 * as-of date is told as planned, nothing after it is counted or told as done (domain §1, documents §1).
 */
export const councilTemplate: PaperTemplate = {
  code: 'council',
  queries: councilQueries,
  compose: ({ draft, facts, results }) => ({
    fields: councilFields(facts, draft.settings, results),
    blocks: councilBlocks(facts, draft.settings, results),
    orientation: 'portrait',
    pageNumbers: 'nOfN',
  }),
}
