import type { UndoBlock } from '../../../shared/contract/schemas/history.ts'
import { readBlocks } from '../../ledger/history/undo-check.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { type ActionRow, actionById } from '../../ledger/repositories/history-actions.ts'
import type { HistoryTeller } from './describe.ts'
import { confirmedSince } from './undo-guards.ts'
import { stateOf } from './undo-state.ts'

/** Every row that keeps an action from being undone or redone: how many, and the first `limit` in words. */
export function blocksOf(
  ledger: LedgerReader,
  action: ActionRow,
  teller: HistoryTeller,
  limit: number,
): { readonly count: number; readonly blocks: readonly UndoBlock[] } {
  const { carrier } = stateOf(ledger, action)
  const found = readBlocks(ledger, carrier, confirmedSince(ledger))
  return {
    count: found.length,
    blocks: found.slice(0, limit).map(({ reason, entry, by, referring }): UndoBlock => {
      const row = { table: entry.table_name, before: entry.before, after: entry.after }
      const later = by === null ? null : actionById(ledger, by)
      return {
        reason,
        table: entry.table_name,
        rowId: entry.row_id,
        subject: teller.subject(row),
        by: later !== null ? teller.name(later) : referring === null ? null : teller.subjectOfRow(referring),
        actionId: by,
      }
    }),
  }
}
