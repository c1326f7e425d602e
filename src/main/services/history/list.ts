import type { HistoryEntry } from '../../../shared/contract/schemas/ledger.ts'
import { verifyHistory } from '../../ledger/history/verify.ts'
import { listHistory } from '../../ledger/repositories/history-list.ts'
import type { ReaderHandlers } from '../contexts.ts'

/** 変更履歴: the list, newest first, and the check of its chain. */
export const historyReader = {
  'history.list': ({ before, limit }, { ledger }) => {
    const { lines, next } = listHistory(ledger, before, limit)
    return {
      entries: lines.map(({ actionId: _actionId, ...line }): HistoryEntry => line),
      next,
    }
  },
  'history.verify': (_input, { ledger, progress }) => {
    progress('verifying', 0, null)
    const { entries, problems } = verifyHistory(ledger)
    return { entries, problems: problems.map((problem) => ({ ...problem })) }
  },
} satisfies Pick<ReaderHandlers, 'history.list' | 'history.verify'>
