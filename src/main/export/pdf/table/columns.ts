import type { TableBlock, TableCell } from '../../../../shared/paper/model.ts'
import { exportWords } from '../../../../shared/words/export.ts'
import { composeKana } from '../../text/compose-kana.ts'
import { narrowestWidth } from '../../text/line-break.ts'
import { advanceIn, type Setting, textWidth } from '../setting.ts'
import type { TextStyle } from '../styles.ts'
import { mergeHeads } from './heads.ts'

/** How a table is set: its type size and the widths of its columns in points. */
export interface TableSetting {
  readonly style: TextStyle
  readonly bold: TextStyle
  readonly widths: readonly number[]
  /** Space kept at the right of a column's numbers for the p of provisional ones. */
  readonly tails: readonly number[]
  /** At the left and right of each cell's text. */
  readonly padding: number
}

export const paddingOf = (size: number): number => (size >= 8.5 ? 4 : 2.5)
/** Largest first; 9–9.5 pt is normal, 7.5 the smallest that a council member reads. */
const sizes = [9.5, 9, 8.5, 8, 7.5]

export function tableStyle(size: number, bold: boolean): TextStyle {
  return {
    face: bold ? 'gothicBold' : 'gothic',
    size,
    leading: (size * 13) / 9.5,
    tracking: 0,
  }
}

export function cellText(cell: TableCell): string {
  switch (cell.kind) {
    case 'label':
    case 'broken':
      return composeKana(cell.text)
    case 'number':
      return cell.display
    case 'empty':
      return ''
  }
}

export const cellIndent = (cell: TableCell, size: number): number =>
  cell.kind === 'label' ? cell.indent * size * 1.05 : 0

/** What a column asks for, in points, its frame included. */
interface Wish {
  /** No run is cut; words may be broken into lines. */
  readonly narrowest: number
  /** Everything on one line, but for very long words. */
  readonly natural: number
  /** The width that the model gives it. */
  readonly wished: number
  readonly tail: number
}

/** Widest line of a text with forced line ends. */
function widest(setting: Setting, style: TextStyle, text: string): number {
  return Math.max(0, ...text.split('\n').map((line) => textWidth(setting.fonts, style, line)))
}

function wishOf(setting: Setting, block: TableBlock, index: number, size: number): Wish {
  const column = block.columns[index]
  const style = tableStyle(size, false)
  const advance = advanceIn(setting.fonts, style)
  const own = column?.heads.at(-1) ?? ''
  let narrowest = Math.max(narrowestWidth(own, advance), Math.min(widest(setting, style, own), size * 3))
  let natural = Math.min(widest(setting, style, own), size * 8)
  let provisional = false
  for (const row of block.rows) {
    const cell = row.cells[index]
    if (!cell || cell.kind === 'empty') continue
    const text = cellText(cell)
    const indent = cellIndent(cell, size)
    const full = widest(setting, style, text) + indent
    const run = narrowestWidth(text, advance) + indent
    // A short number stays on one line; a word gets at least a few characters a line.
    const least = cell.kind === 'number' ? (full <= size * 6 ? full : run) : Math.min(full, size * 7)
    narrowest = Math.max(narrowest, run, least)
    natural = Math.max(natural, Math.min(full, size * (cell.kind === 'label' ? 22 : 12)))
    if (cell.kind === 'number' && cell.provisional) provisional = true
  }
  const tail = provisional ? widest(setting, style, exportWords.provisional) + size * 0.5 : 0
  const frame = 2 * paddingOf(size) + tail
  const comfortable = Math.max(natural, narrowest) + frame
  return {
    narrowest: narrowest + frame,
    natural: comfortable,
    wished: Math.max(comfortable, (column?.width ?? 0) * size + frame),
    tail,
  }
}

/** A head over several columns that is wider than they are widens each of them. */
function underHeads(setting: Setting, block: TableBlock, wishes: readonly Wish[], size: number): Wish[] {
  const widened = [...wishes]
  const style = tableStyle(size, false)
  for (const head of mergeHeads(block.columns)) {
    if (head.columnSpan < 2) continue
    const needed = Math.min(widest(setting, style, head.text), size * 14) + 2 * paddingOf(size)
    const end = head.column + head.columnSpan
    const have = widened.slice(head.column, end).reduce((sum, wish) => sum + wish.natural, 0)
    const missing = Math.max(0, needed - have) / head.columnSpan
    for (let index = head.column; index < end; index++) {
      const wish = widened[index]
      if (!wish) continue
      const natural = wish.natural + missing
      widened[index] = { ...wish, natural, wished: Math.max(wish.wished, natural) }
    }
  }
  return widened
}

/** Columns of numbers that the model gives one width get one width: months stand in even steps. */
function evened(block: TableBlock, wishes: readonly Wish[]): Wish[] {
  return wishes.map((wish, index) => {
    const own = block.columns[index]
    const alike = wishes.filter((_, other) => {
      const column = block.columns[other]
      return column?.align === 'right' && column.width === own?.width
    })
    if (own?.align !== 'right') return wish
    const most = (key: 'natural' | 'wished') => Math.max(...alike.map((other) => other[key]))
    return { ...wish, natural: most('natural'), wished: most('wished') }
  })
}

type Tier = 'narrowest' | 'natural' | 'wished'

/** Widths between two tiers that fill the measure, or null if even the lower one does not fit. */
function between(wishes: readonly Wish[], low: Tier, high: Tier, available: number): number[] | null {
  const sum = (tier: Tier) => wishes.reduce((total, wish) => total + wish[tier], 0)
  const [least, most] = [sum(low), sum(high)]
  if (least > available) return null
  if (most <= available) return wishes.map((wish) => (wish[high] * available) / most)
  const share = (available - least) / (most - least)
  return wishes.map((wish) => wish[low] + (wish[high] - wish[low]) * share)
}

/**
 * The widths and the largest type in which the table fits the measure, or null if none does. A slightly
 * smaller type is better than broken words; below 8 pt broken words are better.
 */
export function fitTable(setting: Setting, block: TableBlock): TableSetting | null {
  const tries: readonly (readonly [number, Tier, Tier])[] = [
    ...sizes.filter((size) => size >= 8).map((size) => [size, 'natural', 'wished'] as const),
    ...sizes.filter((size) => size <= 9).map((size) => [size, 'narrowest', 'natural'] as const),
  ]
  for (const [size, low, high] of tries) {
    const own = block.columns.map((_, index) => wishOf(setting, block, index, size))
    const wishes = underHeads(setting, block, own, size)
    const widths =
      between(evened(block, wishes), low, high, setting.measure) ??
      between(wishes, low, high, setting.measure)
    if (!widths) continue
    return {
      style: tableStyle(size, false),
      bold: tableStyle(size, true),
      widths,
      tails: wishes.map((wish) => wish.tail),
      padding: paddingOf(size),
    }
  }
  return null
}

/** The row labels: the leading columns that hold words only. At least the first. */
export function labelColumns(block: TableBlock): number {
  let count = 0
  while (
    count < block.columns.length - 1 &&
    block.rows.every((row) => row.cells[count]?.kind === 'label' || row.cells[count]?.kind === 'empty')
  ) {
    count++
  }
  return Math.max(1, count)
}

/**
 * Splits a table that is too wide even in the smallest type: parts of columns, each with the row labels
 * again. A group of heads stays whole where it can.
 */
export function splitColumns(setting: Setting, block: TableBlock): TableBlock[] {
  const smallest = sizes.at(-1) ?? 7.5
  const labels = labelColumns(block)
  const wishes = block.columns.map((_, index) => wishOf(setting, block, index, smallest))
  const base = wishes.slice(0, labels).reduce((sum, wish) => sum + wish.narrowest, 0)
  const parts: number[][] = []
  let part: number[] = []
  let used = base
  for (let at = labels; at < block.columns.length; ) {
    const group = groupAt(block, at)
    const width = (from: number, to: number) =>
      wishes.slice(from, to).reduce((sum, wish) => sum + wish.narrowest, 0)
    const whole = width(at, group)
    // A group that fits no page by itself is taken column by column.
    const end = base + whole <= setting.measure ? group : at + 1
    const needed = width(at, end)
    if (part.length > 0 && used + needed > setting.measure) {
      parts.push(part)
      part = []
      used = base
    }
    for (let index = at; index < end; index++) part.push(index)
    used += needed
    at = end
  }
  if (part.length > 0) parts.push(part)
  return parts.map((columns, index) => {
    const kept = [...Array.from({ length: labels }, (_, label) => label), ...columns]
    const first = index === 0
    const last = index === parts.length - 1
    return {
      ...block,
      title: `${block.title}${exportWords.tablePart(String(index + 1), String(parts.length))}`,
      columns: kept.flatMap((column) => block.columns[column] ?? []),
      rows: block.rows.map((row) => ({ ...row, cells: kept.flatMap((column) => row.cells[column] ?? []) })),
      unit: first || block.unit !== '' ? block.unit : '',
      notes: last ? block.notes : [],
      legend: last ? block.legend : '',
      source: last ? block.source : '',
    }
  })
}

/** Index behind the last column that shares the outermost head of the column `at`. */
function groupAt(block: TableBlock, at: number): number {
  const heads = block.columns[at]?.heads ?? []
  let end = at + 1
  if (heads.length < 2) return end
  while (
    end < block.columns.length &&
    (block.columns[end]?.heads.length ?? 0) > 1 &&
    block.columns[end]?.heads[0] === heads[0]
  ) {
    end++
  }
  return end
}
