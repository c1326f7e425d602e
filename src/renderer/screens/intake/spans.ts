import type { SheetPreview } from '../../../shared/contract/schemas/intake.ts'

export interface Span {
  readonly columns: number
  readonly rows: number
}

/**
 * How merged cells lie over the rows and columns that are shown. `covered`: another cell lies over this place.
 * Rows that hold nothing are not shown, so a span counts the rows that are.
 */
export function spansOf(preview: Pick<SheetPreview, 'columns' | 'rows' | 'merges'>): {
  readonly at: (row: number, column: number) => Span | 'covered'
} {
  const numbers = preview.rows.map(({ number }) => number)
  const spans = new Map<string, Span | 'covered'>()
  for (const { fromRow, fromColumn, toRow, toColumn } of preview.merges) {
    const rows = numbers.filter((number) => fromRow <= number && number <= toRow)
    const lastColumn = Math.min(toColumn, preview.columns)
    // Its text stands in the first row: where that is not shown, nothing is to be spread.
    if (rows[0] !== fromRow || fromColumn > lastColumn) continue
    for (const row of rows) {
      for (let column = fromColumn; column <= lastColumn; column += 1)
        spans.set(`${row} ${column}`, 'covered')
    }
    spans.set(`${fromRow} ${fromColumn}`, { columns: lastColumn - fromColumn + 1, rows: rows.length })
  }
  return { at: (row, column) => spans.get(`${row} ${column}`) ?? { columns: 1, rows: 1 } }
}
