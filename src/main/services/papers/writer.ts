import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { PaperDraft } from '../../../shared/paper/draft.ts'
import { type LedgerWriter, mutate } from '../../ledger/mutate.ts'
import { insertPaper, removePaper, updatePaper } from '../../ledger/repositories/papers.ts'
import type { WriterContext, WriterHandlers } from '../contexts.ts'
import { draftOf } from './reader.ts'

/**
 * `papers.*` that write: each one action in the history, given once for its action id. An edit keeps what
 * was typed, whatever it is; what is wrong with it is a finding of the view, never a lost sentence.
 */
export const papersWriter = {
  'papers.create': (input, context) =>
    change('papers.create', input, context, (write, at) =>
      draftOf(write, insertPaper(write, input.settings, at).id),
    ),
  'papers.changeSettings': (input, context) =>
    change('papers.changeSettings', input, context, (write, at) => {
      updatePaper(write, input.id, input.revision, { settings: input.settings }, at)
      return draftOf(write, input.id)
    }),
  'papers.edit': (input, context) =>
    change('papers.edit', input, context, (write, at) => {
      if (!placePattern.test(input.place)) {
        throw new AppFailure(appError('malformedRequest', { request: 'papers.edit' }, 'place'))
      }
      const { [input.place]: _before, ...others } = draftOf(write, input.id).edits
      const edits = input.text === null ? others : { ...others, [input.place]: input.text }
      updatePaper(write, input.id, input.revision, { edits }, at)
      return draftOf(write, input.id)
    }),
  'papers.remove': (input, context) => {
    change('papers.remove', input, context, (write) => {
      const draft = draftOf(write, input.id)
      removePaper(write, input.id, input.revision)
      return draft
    })
    return {}
  },
} satisfies Pick<WriterHandlers, 'papers.create' | 'papers.changeSettings' | 'papers.edit' | 'papers.remove'>

/** A block's id, or `blockId/index`; nothing that could name a property of every object. */
const placePattern = /^[A-Za-z][A-Za-z0-9.]{0,99}(?:\/\d{1,3})?$/

function change(
  kind: string,
  input: { readonly actionId: string },
  context: WriterContext,
  work: (write: LedgerWriter, at: string) => PaperDraft,
): ReturnType<typeof plain<PaperDraft>> {
  const at = context.now().toISOString()
  const { actionId, ...request } = input
  const action = { actionId, staff: context.staff?.name ?? '', kind, reason: '', at, request }
  const mutation = mutate(context.ledger, action, (write) => work(write, at))
  if (!mutation.ok) throw new AppFailure(mutation.error)
  return plain(mutation.value)
}
