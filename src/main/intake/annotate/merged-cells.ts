import type { CellRange } from '../../../shared/intake/book.ts'
import { firstFrom } from '../first-from.ts'
import type { CellReference } from '../xlsx/reference.ts'

/**
 * Finds the upper left cell of the merged range that a cell lies in; a cell of no range is its own. `rows` are
 * those that will be asked for: a book may have as many ranges as rows.
 */
export function mergedCells(
  merges: readonly CellRange[],
  rows: ReadonlySet<number>,
): (row: number, column: number) => CellReference {
  const sorted = [...rows].sort((left, right) => left - right)
  const byRow = new Map<number, CellRange[]>()
  for (const range of merges) {
    for (let at = firstFrom(sorted, range.fromRow); (sorted[at] ?? Number.NaN) <= range.toRow; at++) {
      const row = sorted[at] ?? 0
      const known = byRow.get(row)
      if (known === undefined) byRow.set(row, [range])
      else known.push(range)
    }
  }
  return (row, column) => {
    const range = byRow
      .get(row)
      ?.find(({ fromColumn, toColumn }) => fromColumn <= column && column <= toColumn)
    return range === undefined ? { row, column } : { row: range.fromRow, column: range.fromColumn }
  }
}
