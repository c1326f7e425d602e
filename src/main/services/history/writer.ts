import { type AppError, AppFailure, appError } from '../../../shared/contract/errors.ts'
import { fieldValues } from '../../../shared/history/field-diff.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { type EntityTable, isEntityTable, type RowChange } from '../../ledger/history/entities.ts'
import { NamedImages } from '../../ledger/history/named-images.ts'
import { reverseAction } from '../../ledger/history/undo.ts'
import { readBlocks } from '../../ledger/history/undo-check.ts'
import type { ActionRow } from '../../ledger/repositories/history-actions.ts'
import { actionById } from '../../ledger/repositories/history-actions.ts'
import { entryAt } from '../../ledger/repositories/history-entries.ts'
import { act } from '../act.ts'
import type { WriterContext, WriterHandlers } from '../contexts.ts'
import { keepingConfirmed } from '../guards/settings-guard.ts'
import { HistoryTeller } from './describe.ts'
import { historyNames } from './names.ts'
import { confirmedSince } from './undo-guards.ts'
import { redoIsOpen, stateOf } from './undo-state.ts'

/** 元に戻す, やり直す, and 「51 に戻す」. */
export const historyWriter = {
  'history.undo': (input, context) => step('history.undo', input, context),
  'history.redo': (input, context) => step('history.redo', input, context),
  'history.putBack': (input, context) => {
    const { table, id, field, sequence, seen } = input
    if (!isEntityTable(table)) throw new AppFailure(appError('notFound', { table, id }))
    return act(context, 'history.putBack', input, (write) => {
      const entry = entryAt(context.ledger, sequence)
      const images = new NamedImages(context.ledger)
      const current = images.current(table, id)
      if (entry === null || entry.table !== table || entry.rowId !== id || current === null) {
        throw new AppFailure(appError('notFound', { table, id }))
      }
      const earlier = images.of(table, entry.before)
      const values = earlier === null ? null : fieldValues(table, field, earlier, current)
      if (values === null) throw new AppFailure(appError('undoNotPossible'))
      assertOpen(context, table, images, [entry.before, entry.after, images.storedText(table, id)])
      const { revision } = write.update(table, id, seen, values as RowChange<typeof table>)
      return { revision }
    })
  },
} satisfies Partial<WriterHandlers>

/** The months in which the earlier value counted may be closed by now (domain §8). */
function assertOpen(
  context: WriterContext,
  table: EntityTable,
  images: NamedImages,
  texts: readonly (string | null)[],
): void {
  const guard = confirmedSince(context.ledger)
  const closed = texts.some((text) => {
    const image = images.row(table, text)
    return image !== null && guard(table, image) !== null
  })
  if (closed) throw new AppFailure(appError('undoBlocked', { count: 1 }))
}

function step(
  kind: 'history.undo' | 'history.redo',
  input: { readonly actionId: string; readonly of: string },
  context: WriterContext,
): { of: string; name: string; rows: number; tables: string[] } {
  const { ledger } = context
  const action = actionById(ledger, input.of)
  if (action === null) throw new AppFailure(appError('notFound', { table: 'action', id: input.of }))
  const name = new HistoryTeller(ledger, historyNames(ledger, dayInJapan(context.now()))).name(action)
  const mutation = reverseAction(
    ledger,
    {
      actionId: input.actionId,
      staff: context.staff?.name ?? '',
      kind,
      reason: '',
      at: context.now().toISOString(),
      request: { of: input.of },
    },
    // The same request again is answered from the ledger before this is looked at.
    () => carrierOf(kind, action, context),
    confirmedSince(ledger),
    (done) => context.progress('writing', done, action.lastSequence - action.firstSequence + 1),
    (work) => keepingConfirmed(ledger, work),
  )
  if (!mutation.ok) throw new AppFailure(refusal(mutation.error, action, context))
  const { rows, tables } = mutation.value
  return { of: input.of, name, rows, tables: [...tables] }
}

/** What is to be reversed; stops with `undoNotPossible` when it is not the turn of this action. */
function carrierOf(
  kind: 'history.undo' | 'history.redo',
  action: ActionRow,
  context: WriterContext,
): ActionRow {
  const { state, carrier } = stateOf(context.ledger, action)
  const wanted = kind === 'history.undo' ? 'done' : 'undone'
  const open = state === wanted && (wanted === 'done' || redoIsOpen(context.ledger, carrier))
  if (!open) throw new AppFailure(appError('undoNotPossible'))
  return carrier
}

/** Undo stops at the first row that stands against it, or at a reference when it ends: told is how many do. */
function refusal(error: AppError, action: ActionRow, context: WriterContext): AppError {
  if (error.code !== 'undoBlocked' && error.code !== 'invalidValue') return error
  const { carrier } = stateOf(context.ledger, action)
  const blocks = readBlocks(context.ledger, carrier, confirmedSince(context.ledger))
  return appError('undoBlocked', { count: Math.max(1, blocks.length) })
}
