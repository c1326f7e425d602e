import type { ChartColumns } from '../chart/axis.ts'
import type { ExplorePage } from './page.ts'

/** Widths in pixels by which the table and its chart stand under each other. */
export interface ExploreLayout {
  /** Column by column of the table; a hatched column of a break is not among them. */
  readonly widths: readonly number[]
  /** Of the hatched column before a column, or 0. */
  readonly breaks: readonly number[]
  readonly total: number
}

const breakWidth = 36
/** A character of 14 px, and the padding of a cell. */
const letter = 14
const padding = 20
const tight = 14

/** So many columns of numbers, as the months of a year, stand closer. */
export const isDense = (page: ExplorePage): boolean =>
  page.columns.filter((column) => column.kind === 'number').length > 7

/** Width of a text in pixels at 14 px: half-width signs take half. */
const textWidth = (text: string): number =>
  Math.max(
    ...text
      .split('\n')
      .map((line) => [...line].reduce((sum, sign) => sum + (sign <= '\u024f' ? 0.56 : 1), 0)),
  ) * letter

/** Each column as wide as what stands in it needs; numbers of one kind share one width. */
export function layoutOf(page: ExplorePage): ExploreLayout {
  const texts = (at: number): readonly string[] =>
    page.table.rows.flatMap((row) => {
      const cell = row.cells[at]
      if (cell === undefined || cell.kind === 'empty' || cell.kind === 'broken') return []
      return cell.kind === 'label' ? [`${'　'.repeat(cell.indent)}${cell.text}`] : [cell.display]
    })
  const needed = page.columns.map((column, at) => {
    const heads = page.table.columns[at]?.heads ?? []
    // A head over two columns needs half of its room in each.
    const head = Math.max(...heads.map((text, level) => textWidth(text) / (level < heads.length - 1 ? 2 : 1)))
    const widest =
      Math.max(head + (column.provisional ? 12 : 0), ...texts(at).map(textWidth)) +
      (isDense(page) && column.kind === 'number' ? tight : padding)
    return column.kind === 'label' ? Math.min(Math.max(132, widest), 280) : widest
  })
  const numbers = page.columns.flatMap((column, at) => (column.kind === 'number' ? [needed[at] ?? 0] : []))
  const dense = isDense(page)
  const least = dense ? 50 : 86
  const number = Math.max(least, ...numbers)
  const widths = page.columns.map((column, at) =>
    Math.ceil(
      column.kind === 'number'
        ? number
        : Math.max(column.kind === 'label' ? (dense ? 132 : 152) : 60, needed[at] ?? 0),
    ),
  )
  const breaks = page.columns.map((column) => (column.breakMark === null ? 0 : breakWidth))
  const total = [...widths, ...breaks].reduce((sum, width) => sum + width, 0)
  return { widths, breaks, total }
}

/** The columns of the chart's categories in units of its scene; null where it stands on its own. */
export function chartColumnsOf(page: ExplorePage, layout: ExploreLayout, scale: number): ChartColumns | null {
  const at = page.chart?.columns ?? null
  const [first] = at ?? []
  const last = at?.at(-1)
  if (at === null || first === undefined || last === undefined) return null
  const starts: number[] = []
  let x = 0
  layout.widths.forEach((width, index) => {
    x += layout.breaks[index] ?? 0
    starts.push(x)
    x += width
  })
  const startOf = (index: number): number => starts[index] ?? 0
  const widthOf = (index: number): number => layout.widths[index] ?? 0
  return {
    left: (startOf(first) - (layout.breaks[first] ?? 0)) / scale,
    right: (startOf(last) + widthOf(last)) / scale,
    centres: at.map((index) => (startOf(index) + widthOf(index) / 2) / scale),
    slot: Math.min(...at.map(widthOf)) / scale,
    breaks: at.flatMap((index) => {
      const width = layout.breaks[index] ?? 0
      return width === 0 ? [] : [{ from: (startOf(index) - width) / scale, to: startOf(index) / scale }]
    }),
  }
}
