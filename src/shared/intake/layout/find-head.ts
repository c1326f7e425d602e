import type { Sheet } from '../book.ts'
import { cellText } from '../cell-text.ts'
import { fold, foldBare } from '../fold.ts'
import type { FieldOf } from '../heads/field-of.ts'
import { ignoredField } from '../heads/fields.ts'
import { groupWords } from './group-words.ts'

export interface HeadColumn {
  /** 1-based. */
  readonly column: number
  /** As it is shown: 「受付日」. */
  readonly head: string
  /** Folded spellings, the most telling first; the first is its name in a profile. */
  readonly keys: readonly string[]
}

export interface SheetHead {
  /** Row numbers of its one or two lines. */
  readonly rows: readonly number[]
  /** Where the body begins: index into `sheet.rows`. */
  readonly bodyFrom: number
  readonly columns: readonly HeadColumn[]
  /** How many different fields it names. */
  readonly score: number
}

/** How far down a head is looked for. */
const deepest = 40
const widest = 400
/** A title that stands right above the head is no part of it. */
const titleWords = /受付簿|報告書|報告$|一覧|管理表|管理簿|台帳|記録簿/

/**
 * The line (or two lines, with a merged head above) that names most fields of a kind. Null when none names two.
 */
export function findHead(sheet: Sheet, fieldOf: FieldOf): SheetHead | null {
  const top = sheet.rows.slice(0, deepest)
  let best: SheetHead | null = null
  for (let index = 0; index < top.length; index += 1) {
    for (const lines of [1, 2] as const) {
      const head = headAt(sheet, index, lines, fieldOf)
      if (head !== null && head.score >= 2 && head.score > (best?.score ?? 0)) best = head
    }
  }
  return best
}

function headAt(sheet: Sheet, index: number, lines: 1 | 2, fieldOf: FieldOf): SheetHead | null {
  const lower = sheet.rows[index]
  if (lower === undefined) return null
  const above = index > 0 ? groupsOf(sheet, index - 1) : null
  const adjoining = above !== null && (sheet.rows[index - 1]?.number ?? -1) === lower.number - 1
  if (lines === 2 && !adjoining) return null
  // With a group line above, one line is half of the head.
  if (lines === 1 && adjoining) return null
  const texts = lower.cells.slice(0, widest).map((cell) => cellText(cell).trim())
  const width = Math.min(widest, Math.max(texts.length, adjoining ? above.length : 0))
  const columns = Array.from({ length: width }, (_, place) =>
    headColumn(place + 1, adjoining ? (above[place] ?? '') : '', texts[place] ?? ''),
  ).filter((column) => column !== null)
  return {
    rows: adjoining ? [lower.number - 1, lower.number] : [lower.number],
    bodyFrom: index + 1,
    columns,
    score: scoreOf(columns, fieldOf),
  }
}

function scoreOf(columns: readonly HeadColumn[], fieldOf: FieldOf): number {
  const fields = new Set<string>()
  for (const { keys } of columns) {
    const found = fieldOf(keys)
    if (found !== null && found.field !== ignoredField) fields.add(`${found.field}/${found.code ?? ''}`)
  }
  return fields.size
}

function headColumn(column: number, upper: string, lower: string): HeadColumn | null {
  const shown = (lower === '' ? upper : lower).replace(/\s+/g, '').slice(0, 60)
  if (shown === '') return null
  const [above, own] = [fold(upper).slice(0, 50), fold(lower).slice(0, 60)]
  const keys =
    own === '' || above === '' || own === above
      ? [own === '' ? above : own, foldBare(own === '' ? upper : lower)]
      : [`${above}/${own}`, `${foldBare(upper)}/${foldBare(lower)}`, own, foldBare(lower)]
  const told = keys.filter((key) => key !== '' && !key.endsWith('/'))
  return { column, head: shown, keys: told.length > 0 ? told : [shown.slice(0, 60)] }
}

/**
 * The texts of a line that groups heads below it (対象者 over 年齢・性別), spread over what they cover; null when
 * the line is none: a title over the whole width, a note, a line of data.
 */
function groupsOf(sheet: Sheet, index: number): readonly string[] | null {
  const row = sheet.rows[index]
  const below = sheet.rows[index + 1]
  if (row === undefined || below === undefined) return null
  const texts = row.cells.slice(0, widest).map((cell) => cellText(cell).trim())
  const told = texts.filter((text) => text !== '')
  if (told.length === 0 || told.some((text) => text.length > 15 || titleWords.test(text))) return null
  const merges = sheet.merges.filter((merge) => merge.fromRow <= row.number && row.number <= merge.toRow)
  const wide = merges.filter((merge) => merge.toColumn > merge.fromColumn)
  const whole = wide.some((merge) => merge.toColumn - merge.fromColumn + 1 >= sheet.columnCount * 0.8)
  if (whole) return null
  if (wide.length > 0) {
    for (const merge of wide) {
      const text = texts[merge.fromColumn - 1] ?? ''
      for (let column = merge.fromColumn; column <= Math.min(merge.toColumn, widest); column += 1) {
        texts[column - 1] = text
      }
    }
    return Array.from(texts, (text) => text ?? '')
  }
  return groupWithoutMerges(
    texts,
    below.cells.map((cell) => cellText(cell).trim()),
  )
}

/** In a CSV nothing is merged: a known word covers the blank places to its right. */
function groupWithoutMerges(texts: readonly string[], below: readonly string[]): readonly string[] | null {
  if (!texts.some((text) => groupWords.has(fold(text)))) return null
  let group = ''
  return Array.from({ length: Math.max(texts.length, below.length) }, (_, place) => {
    const text = texts[place] ?? ''
    if (text !== '') group = groupWords.has(fold(text)) ? text : ''
    return text === '' ? group : text
  })
}
