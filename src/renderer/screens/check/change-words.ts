import type { HistoryAction } from '../../../shared/contract/schemas/history.ts'
import { checkScreenWords } from '../../../shared/words/check-screen.ts'

const words = checkScreenWords.history

/** 「年齢：51歳 → 52歳　ほか２欄」, 「（なし）→ 19欄」, 「新規4・変更2」: what an action changed, in one line. */
export function changeWords(action: HistoryAction): string {
  const { change, fields, inserted, updated, deleted } = action
  if (change === null || inserted + updated + deleted > 1) return words.counts(inserted, updated, deleted)
  if (deleted === 1) return words.removed
  if (inserted === 1) return words.newFields(fields)
  const one = words.change(change.label, change.before ?? words.none_, change.after ?? words.none_)
  return fields > 1 ? `${one}　${words.moreFields(fields - 1)}` : one
}
