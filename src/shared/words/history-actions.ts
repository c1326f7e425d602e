import { historyWords, wordsOf } from './history.ts'

/** Which record an action is about, where it wrote several kinds. */
export const mainTables: readonly string[] = [
  'year_change',
  'paper',
  'consultation',
  'activity',
  'tally',
  'indicator',
  'report',
  'case_file',
  'case_episode',
  'referral',
  'coordination',
]

const units: Readonly<Record<string, string>> = { tally: 'か所', staff: '人' }
// Not by the system's tables of locales: loading them costs 6 ms of a start.
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** 「相談３件」: what several rows of a table are called. */
export function rowsWords(table: string, count: number): string {
  const what = wordsOf(historyWords.tables, table)
  return `${what}${/[0-9A-Za-z]$/.test(what) ? ' ' : ''}${grouped(count)}${units[table] ?? '件'}`
}

/** 「入力」 of 「相談の入力」: what is done, without what it is done to. */
export function operationWords(kind: string): string {
  const words = wordsOf(historyWords.actions, kind)
  const at = words.lastIndexOf('の')
  return at < 0 ? words : words.slice(at + 1)
}

/** 「相談 No.349 の入力」, 「相談3件の取込」, 「月報の貼り付け 480か所」: the name of an action in the undo list. */
export function actionName(
  kind: string,
  rows: { readonly table: string; readonly count: number; readonly subject: string } | null,
): string {
  const words = wordsOf(historyWords.actions, kind)
  // What is done to the ledger itself is not about one of the rows that it wrote.
  if (rows === null || kind.startsWith('ledger.')) return words
  if (rows.table === 'tally' && rows.count > 1) return `${words} ${grouped(rows.count)}${units.tally}`
  if (!words.includes('の')) return `${rows.subject}（${words}）`
  return `${rows.subject}${/[0-9A-Za-z]$/.test(rows.subject) ? ' ' : ''}の${operationWords(kind)}`
}

export const undoWords = {
  undo: (name: string): string => `元に戻す：${name}`,
  redo: (name: string): string => `やり直す：${name}`,
  undid: (name: string): string => `元に戻した：${name}`,
  redid: (name: string): string => `やり直した：${name}`,
} as const
