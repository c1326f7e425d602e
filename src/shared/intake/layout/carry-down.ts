import type { CellRange, Sheet, SheetCell, SheetRow } from '../book.ts'

/**
 * The rows with cells that are merged over several rows (月, 会場, 基本目標) filled in each of them. Columns in
 * `except` are left: a count merged over two rows is one count.
 */
export function carryDown(
  sheet: Sheet,
  rows: readonly SheetRow[],
  except: ReadonlySet<number>,
): readonly SheetRow[] {
  const merges = sheet.merges.filter(
    (merge) => merge.toRow > merge.fromRow && !except.has(merge.fromColumn) && merge.fromColumn <= 1_024,
  )
  if (merges.length === 0) return rows
  const byRow = new Map(rows.map((row) => [row.number, row]))
  const fills = new Map<number, { readonly column: number; readonly cell: SheetCell }[]>()
  for (const merge of merges) {
    const cell = byRow.get(merge.fromRow)?.cells[merge.fromColumn - 1] ?? null
    if (cell !== null) spread(merge, cell, byRow, fills)
  }
  return rows.map((row) => {
    const added = fills.get(row.number)
    return added === undefined ? row : filled(row, added)
  })
}

function spread(
  merge: CellRange,
  cell: SheetCell,
  byRow: ReadonlyMap<number, SheetRow>,
  fills: Map<number, { readonly column: number; readonly cell: SheetCell }[]>,
): void {
  const last = Math.min(merge.toRow, merge.fromRow + 10_000)
  for (let number = merge.fromRow + 1; number <= last; number += 1) {
    if (!byRow.has(number)) continue
    const known = fills.get(number) ?? []
    known.push({ column: merge.fromColumn, cell })
    fills.set(number, known)
  }
}

function filled(
  row: SheetRow,
  added: readonly { readonly column: number; readonly cell: SheetCell }[],
): SheetRow {
  const cells = [...row.cells]
  for (const { column, cell } of added) {
    while (cells.length < column) cells.push(null)
    cells[column - 1] ??= cell
  }
  return { ...row, cells }
}
