import type { Book, CellRange, Sheet, SheetCell, SheetRow } from '../../../../src/shared/intake/book.ts'
import type { Day } from '../../../../src/shared/time/day.ts'

/** A cell as a test writes it: a text, a number, a day, nothing. */
export type Written = string | number | null | { readonly day: Day } | SheetCell

export interface SheetWish {
  readonly name: string
  readonly rows: readonly (readonly Written[] | null)[]
  readonly merges?: readonly CellRange[]
  readonly hidden?: boolean
  readonly hiddenColumns?: readonly number[]
  readonly hiddenRows?: readonly number[]
}

/** A book of these sheets; a null row is an empty line. */
export const makeBook = (sheets: readonly SheetWish[], name = '報告.xlsx'): Book => ({
  format: 'xlsx',
  name,
  digest: 'made',
  encoding: null,
  sheets: sheets.map(makeSheet),
  findings: [],
  mark: null,
})

function makeSheet({
  name,
  rows,
  merges = [],
  hidden = false,
  hiddenColumns = [],
  hiddenRows = [],
}: SheetWish): Sheet {
  const made = rows.flatMap((cells, index): SheetRow[] => {
    const number = index + 1
    if (cells === null || cells.every((cell) => cell === null)) return []
    return [{ number, hidden: hiddenRows.includes(number), cells: cells.map(cellOf) }]
  })
  const columnCount = Math.max(0, ...rows.map((row) => row?.length ?? 0))
  return { name, hidden, rows: made, merges, hiddenColumns, columnCount }
}

function cellOf(written: Written): SheetCell | null {
  if (written === null) return null
  if (typeof written === 'string') return { kind: 'text', text: written }
  if (typeof written === 'number') return { kind: 'number', value: written }
  return 'kind' in written ? written : { kind: 'day', day: written.day }
}

/** A1 is row 1, column 1. */
export const range = (fromRow: number, fromColumn: number, toRow: number, toColumn: number): CellRange => ({
  fromRow,
  fromColumn,
  toRow,
  toColumn,
})
