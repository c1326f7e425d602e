import type { Cell } from '../cell/cell.ts'
import { labelCell, missingCell, numberCell } from '../paper/assemble/cells.ts'
import { growthOf } from '../paper/assemble/growth.ts'
import { type Measure, percentMeasure } from '../paper/assemble/measure.ts'
import { shareOf } from '../paper/assemble/shares.ts'
import type { TableCell } from '../paper/model.ts'
import type { ComparedCell } from '../statistics/comparisons.ts'
import type { SourcePlace } from './page.ts'

/** A cell with the place that it comes from: what one column and one row make together. */
export interface PlacedCell {
  readonly cell: TableCell
  readonly source: SourcePlace | null
}

export const placedLabel = (text: string, indent: number, bold: boolean): PlacedCell => ({
  cell: labelCell(text, { indent, bold }),
  source: null,
})

/** A number of the engine; p stands in the head of its column, so the cell itself does not repeat it. */
export function placedNumber(
  cell: Cell | null,
  measure: Measure,
  bold: boolean,
  source: SourcePlace | null,
): PlacedCell {
  return {
    cell: numberCell(cell ?? missingCell, { ...measure, bold, provisional: 'never' }),
    source: cell === null ? null : source,
  }
}

export const placedShare = (part: Cell, total: Cell, bold: boolean): PlacedCell => ({
  cell: numberCell(shareOf(part, total), { ...percentMeasure, bold, provisional: 'never' }),
  source: null,
})

/** 差 and 率 with their signs: on screen + and −; △ is for papers (documents §3). */
export function placedGrowth(
  compared: ComparedCell,
  cells: { readonly previous: Cell; readonly current: Cell },
  measure: Measure,
  mark: string,
): readonly [difference: PlacedCell, rate: PlacedCell] {
  const [difference, rate] = growthOf(compared.comparison, cells, measure, mark)
  return [
    { cell: signed(difference, ''), source: null },
    { cell: signed(rate, '％'), source: null },
  ]
}

/** 「△9」 → 「−9」, 「9」 → 「+9」, with a unit behind a number. Words (皆増) and signs (－) stay. */
export function signed(cell: TableCell, unit: string): TableCell {
  if (cell.kind !== 'number' || cell.raw === null) return cell
  const text = cell.display.startsWith('△') ? `−${cell.display.slice(1)}` : cell.display
  const plus = cell.raw > 0 ? '+' : ''
  return { ...cell, display: `${plus}${text}${unit}` }
}
