import type { CellState } from '../cell/cell.ts'
import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import { isDay, isMonth } from '../time/calendar.ts'
import { formatDay, formatMonth } from '../time/format.ts'
import { cellStateWords } from '../words/cell.ts'
import { historyScreen } from '../words/history.ts'
import type { HistoryNames, ImageValue, NamedImage } from './image.ts'

/** The words of one field of an image, or null where nothing stands. */
export type Show = (image: NamedImage, names: HistoryNames) => string | null

/** 「令和６年11月30日」; what is no day stays as it is. */
export function dayWords(value: ImageValue | undefined): string | null {
  if (value === null || value === undefined || value === '') return null
  const text = String(value)
  if (isDay(text)) return formatDay(text, { weekday: true })
  return isMonth(text) ? formatMonth(text) : text
}

const grouped = (value: number): string => value.toLocaleString('ja-JP')

export const textOf = (value: ImageValue | undefined): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'number'
      ? grouped(value)
      : value

export const text =
  (column: string): Show =>
  ({ columns }) =>
    textOf(columns[column])

/** A number that is a name (a fiscal year, a position): no digit grouping. */
export const bare =
  (column: string): Show =>
  ({ columns }) =>
    columns[column] === null || columns[column] === undefined ? null : String(columns[column])

export const date =
  (column: string): Show =>
  ({ columns }) =>
    dayWords(columns[column])

export const code =
  (column: string, list: string): Show =>
  ({ columns }, names) => {
    const value = columns[column]
    return value === null || value === undefined || value === '' ? null : names.code(list, String(value))
  }

/** One of a closed set of words. */
export const word =
  (column: string, words: Readonly<Record<string, string>>): Show =>
  ({ columns }) => {
    const value = columns[column]
    if (value === null || value === undefined || value === '') return null
    return words[String(value)] ?? String(value)
  }

export const yesNo = (column: string): Show => word(column, historyScreen.yesNo)

/** What is kept as JSON: that something stands there, not how it is stored. */
export const inside =
  (column: string): Show =>
  ({ columns }) => {
    const value = columns[column]
    if (value === null || value === undefined || value === '' || value === '{}' || value === '[]') return null
    const short = typeof value === 'string' && /^(-?\d+|true|false|"[^"\\]{0,60}")$/.test(value)
    return short ? String(value).replaceAll('"', '') : historyScreen.inside
  }

/** What only says which belong together: that it is there. */
export const present =
  (column: string): Show =>
  ({ columns }) =>
    columns[column] === null || columns[column] === '' || columns[column] === undefined
      ? null
      : historyScreen.present

/** A code of the item's own list, or of the list of its groups. */
export const beside =
  (column: string): Show =>
  ({ columns }, names) => {
    const value = columns[column]
    return typeof value === 'string' && value !== ''
      ? names.codeBeside(Number(columns.code_list_key), value)
      : null
  }

export const listNamed =
  (column: string): Show =>
  ({ columns }, names) => {
    const value = columns[column]
    return typeof value === 'string' && value !== '' ? names.listLabel(value) : null
  }

export const byCode =
  (table: 'party' | 'programme') =>
  (column: string): Show =>
  ({ columns }, names) => {
    const value = columns[column]
    return typeof value === 'string' && value !== '' ? names.byCode(table, value) : null
  }

type Key = 'party' | 'venue' | 'programme' | 'caseCode' | 'codeList'

export const named =
  (column: string, kind: Key, on: string | null = null): Show =>
  ({ columns }, names) => {
    const key = columns[column]
    if (typeof key !== 'number') return null
    const day = on === null ? null : columns[on]
    return names[kind](key, typeof day === 'string' ? day : null)
  }

/** Child rows in one line: 「健康、就労」. */
export const list =
  (
    table: string,
    show: (row: Readonly<Record<string, ImageValue>>, names: HistoryNames) => string | null,
    only: (row: Readonly<Record<string, ImageValue>>) => boolean = () => true,
  ): Show =>
  ({ children }, names) => {
    const shown = (children[table] ?? []).filter(only).map((row) => show(row, names))
    const words = shown.filter((part) => part !== null)
    return words.length === 0 ? null : words.join('、')
  }

/** 「50代」, 「52歳」, 「30歳から39歳」. */
export const age =
  (low: string, high: string): Show =>
  ({ columns }) => {
    const [from, to] = [columns[low], columns[high]]
    if (typeof from !== 'number' && typeof to !== 'number') return null
    return historyScreen.age(typeof from === 'number' ? from : null, typeof to === 'number' ? to : null)
  }

/** 「令和６年11月30日」, 「令和６年11月」, 「令和６年４月から６月まで」 of an activity's planned or held date. */
export const activityDate =
  (prefix: string): Show =>
  ({ columns }) => {
    const kind = columns[`${prefix}_kind`]
    if (kind === null || kind === undefined) return null
    const from = dayWords(columns[`${prefix}_from`])
    const to = dayWords(columns[`${prefix}_to`])
    if (from === null) return historyScreen.dateUnknown
    return to === null ? from : historyScreen.range(from, to)
  }

/** A cell with its state and marks: 「21件」, 「中止」, 「前年度の値（未採用）21件」. */
export const cell: Show = ({ columns }) => {
  const state = String(columns.state) as CellState
  const unit = findStatistic(String(columns.statistic))?.unit ?? ''
  const shown =
    state === 'value' && typeof columns.value === 'number'
      ? `${grouped(columns.value)}${unit}`
      : (cellStateWords[state] ?? state)
  const marks = (['provisional', 'revised', 'estimate'] as const).filter((flag) => columns[flag] === 1)
  const marked =
    marks.length === 0
      ? shown
      : historyScreen.marked(shown, marks.map((flag) => historyScreen.marks[flag]).join('・'))
  if (columns.adopted === 0) return historyScreen.carried(marked)
  return marked
}
