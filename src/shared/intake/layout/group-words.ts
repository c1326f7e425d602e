import { fold } from '../fold.ts'

/** Words of an upper head line that cover several columns. */
export const groupWords: ReadonlySet<string> = new Set(
  [
    '対象者',
    '支援対象者',
    '来談者',
    '相談者',
    '本人',
    '参加者',
    '参加者数',
    '参加人数',
    '人数',
    '相談内容',
    '主な相談内容',
    '要因',
    '背景',
    '支援内容',
    '対応内容',
    'つなぎ先',
    '基準値',
    '基準',
    '目標',
    '目標値',
    '実績',
    '実績値',
  ].map(fold),
)
