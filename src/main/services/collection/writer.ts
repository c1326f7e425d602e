import { dayInJapan } from '../../../shared/time/japan.ts'
import { insertIssue, type NewIssue, withdrawIssue } from '../../ledger/repositories/collection.ts'
import { act } from '../act.ts'
import type { WriterContext, WriterHandlers } from '../contexts.ts'

export const collectionWriter = {
  'collection.withdraw': (input, context) =>
    act(context, 'collection.withdraw', input, (write, at) => {
      const { revision } = withdrawIssue(write, input.id, input.revision, dayInJapan(new Date(at)))
      return { revision }
    }),
} satisfies Pick<WriterHandlers, 'collection.withdraw'>

/** Keeps what was issued, once its file is written. */
export const collectionWriterTasks = {
  'collection.keep': (
    input: { readonly actionId: string; readonly issue: Omit<NewIssue, 'issuedOn'> },
    context: WriterContext,
  ): { readonly id: string } =>
    act(context, 'collection.issue', input, (write, at) => {
      const { id } = insertIssue(write, { ...input.issue, issuedOn: dayInJapan(new Date(at)) })
      return { id }
    }),
}
