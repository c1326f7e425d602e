import type { CellRange } from '../../../shared/intake/book.ts'
import type { GridRow } from '../grid.ts'
import { tooLarge } from '../refuse.ts'

const steps = 5_000_000

/**
 * Empties all cells of merged ranges but the upper left ones: what other programs left below a merge is
 * not shown to anyone. Cost: the rows that exist, not the size of the ranges.
 */
export function clearMerged(rows: readonly GridRow[], merges: readonly CellRange[]): void {
  const waiting = [...merges].sort((left, right) => left.fromRow - right.fromRow)
  let open: CellRange[] = []
  let next = 0
  let left = steps
  for (const row of rows) {
    open = open.filter((range) => range.toRow >= row.number)
    for (
      let range = waiting[next];
      range !== undefined && range.fromRow <= row.number;
      range = waiting[++next]
    ) {
      if (range.toRow >= row.number) open.push(range)
    }
    left -= open.length
    for (const range of open) {
      const last = Math.min(range.toColumn, row.cells.length)
      const first = range.fromRow === row.number ? range.fromColumn + 1 : range.fromColumn
      if (first <= last) {
        row.cells.fill(null, first - 1, last)
        left -= last - first
      }
    }
    if (left < 0) throw tooLarge('merges', merges.length)
  }
}
