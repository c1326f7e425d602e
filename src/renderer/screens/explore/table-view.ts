import type { ExploreLayout } from '../../../shared/explore/layout.ts'
import type { ExploreColumn, ExplorePage } from '../../../shared/explore/page.ts'
import type { TableCell } from '../../../shared/paper/model.ts'
import type { CellPlace } from './explore-table.tsx'

/** A head cell: one column, a group of neighbours under one name, or the hatched column of a break. */
export type Head =
  | { readonly kind: 'break'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'column'
      readonly key: string
      readonly lines: readonly string[]
      readonly span: number
      readonly look: string
      readonly provisional: boolean
    }

const looks: Readonly<Record<ExploreColumn['kind'], string>> = {
  label: 'l',
  number: 'y',
  total: 'y',
  difference: 'd',
  rate: 'd',
  broken: 'c',
  share: 'd',
}

/** Neighbours with the same first head share one: 「５年度の増減」 over 差 and 率. */
export function headsOf(page: ExplorePage): readonly Head[] {
  const heads: Head[] = []
  let before: string | null = null
  page.columns.forEach((column, at) => {
    const own = page.table.columns[at]?.heads ?? []
    const name = own[0] ?? ''
    const last = heads.at(-1)
    if (own.length > 1 && name === before && last?.kind === 'column') {
      heads[heads.length - 1] = { ...last, span: last.span + 1 }
      return
    }
    before = own.length > 1 ? name : null
    if (column.breakMark !== null) heads.push({ kind: 'break', key: `b${at}`, text: column.breakMark })
    heads.push({
      kind: 'column',
      key: `c${at}`,
      lines: name.split('\n'),
      span: 1,
      look: looks[column.kind],
      provisional: column.provisional,
    })
  })
  return heads
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export const hasSource = (page: ExplorePage, row: number, column: number): boolean =>
  page.sources[row]?.[column] !== null && page.sources[row]?.[column] !== undefined

/** The number that a key leads to, passing over what has no source; null where there is none. */
export function nearestCell(page: ExplorePage, from: CellPlace, key: string): CellPlace | null {
  const { sources } = page
  const has = (row: number, column: number): boolean => hasSource(page, row, column)
  const inRow = (row: number): readonly number[] =>
    (sources[row] ?? []).flatMap((_, column) => (has(row, column) ? [column] : []))
  if (key === 'first') {
    const row = sources.findIndex((_, at) => inRow(at).length > 0)
    const column = inRow(row)[0]
    return column === undefined ? null : { row, column }
  }
  if (key === 'Home' || key === 'End') {
    const column = inRow(from.row).at(key === 'Home' ? 0 : -1)
    return column === undefined ? null : { row: from.row, column }
  }
  const step = steps[key]
  if (step === undefined) return null
  const width = page.columns.length
  let row = from.row + step[0]
  let column = from.column + step[1]
  while (row >= 0 && row < sources.length && column >= 0 && column < width) {
    if (has(row, column)) return { row, column }
    row += step[0]
    column += step[1]
  }
  return null
}

/** Every column as it stands on the screen, the hatched ones of breaks among them. */
export const colsOf = (layout: ExploreLayout): readonly { readonly key: string; readonly width: number }[] =>
  layout.widths.flatMap((width, at) => {
    const before = layout.breaks[at] ?? 0
    const own = { key: `c${at}`, width }
    return before === 0 ? [own] : [{ key: `b${at}`, width: before }, own]
  })

interface ShownCell {
  readonly key: string
  /** Null in the hatched column of a break. */
  readonly cell: TableCell | null
  readonly column: number
}

/** The cells of a row as they stand on the screen. */
export const cellsOf = (cells: readonly TableCell[], layout: ExploreLayout): readonly ShownCell[] =>
  cells.flatMap((cell, column) => {
    const own = { key: `c${column}`, cell, column }
    return (layout.breaks[column] ?? 0) === 0 ? [own] : [{ key: `b${column}`, cell: null, column }, own]
  })
