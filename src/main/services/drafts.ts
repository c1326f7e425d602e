import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { limits } from '../../shared/contract/limits.ts'
import { draftContentSchema, type KeptDraft } from '../../shared/contract/schemas/drafts.ts'
import { listDrafts, removeDraft, saveDraft } from '../ledger/repositories/drafts.ts'
import type { ReaderHandlers, WriterHandlers } from './contexts.ts'

/** `drafts.list`: half-filled entries of a kind, newest first. */
export const draftsReader = {
  'drafts.list': ({ kind }, { ledger }) => ({
    drafts: listDrafts(ledger, kind)
      .slice(0, limits.page)
      .map((draft): KeptDraft => ({ ...draft, content: draftContentSchema.parse(draft.content) })),
  }),
} satisfies Pick<ReaderHandlers, 'drafts.list'>

/** `drafts.keep`, `drafts.forget`: outside the history, since every keystroke would stay for ever. */
export const draftsWriter = {
  'drafts.keep': (draft, { ledger, staff, now }) => {
    if (staff === null) throw new AppFailure(appError('staffNotChosen'))
    const at = now().toISOString()
    const kept = saveDraft(ledger, { ...draft, staff: staff.name, updatedAt: at })
    if (!kept.ok) throw new AppFailure(kept.error)
    return { revision: kept.value, at }
  },
  'drafts.forget': ({ id }, { ledger }) => {
    const removed = removeDraft(ledger, id)
    if (!removed.ok) throw new AppFailure(removed.error)
    return {}
  },
} satisfies Pick<WriterHandlers, 'drafts.keep' | 'drafts.forget'>
