import type { Book, Sheet, SheetRow } from '../book.ts'
import { cellAt, cellText, isBlankCell } from '../cell-text.ts'
import { readKey } from './identity.ts'

/** A sheet of the book with its keys, wherever they stand now. */
export interface LocatedSheet {
  readonly sheet: Sheet
  readonly mark: string
  readonly key: string
  /** The row that holds the keys of the columns. */
  readonly keyRow: number
  /** The column that holds the keys of the rows. */
  readonly keyColumn: number
  /** Column key → its columns; more than one: somebody copied it. */
  readonly columns: ReadonlyMap<string, readonly number[]>
  /** Every row but the one of the keys, with its own key. */
  readonly rows: readonly LocatedRow[]
}

export interface LocatedRow {
  readonly row: SheetRow
  readonly key: string | null
}

/** The sheets of the book that carry keys of a collection book, in their order. */
export function locateSheets(book: Book): readonly LocatedSheet[] {
  return book.sheets.flatMap((sheet) => locate(sheet) ?? [])
}

/** The identity that the sheets carry, where the book's own mark is lost (saved as CSV, sheets moved). */
export function markInSheets(book: Book): string | null {
  const marks = new Set(locateSheets(book).map(({ mark }) => mark))
  const [only] = marks
  return marks.size === 1 && only !== undefined ? only : null
}

function locate(sheet: Sheet): LocatedSheet | null {
  for (const row of sheet.rows) {
    for (let column = 1; column <= row.cells.length; column += 1) {
      const key = keyAt(row, column)
      if (key?.kind !== 'sheet') continue
      const columns = Map.groupBy(
        row.cells.flatMap((_cell, index) => {
          const found = keyAt(row, index + 1)
          return found?.kind === 'column' ? [{ key: found.key, column: index + 1 }] : []
        }),
        (found) => found.key,
      )
      return {
        sheet,
        mark: key.mark,
        key: key.key,
        keyRow: row.number,
        keyColumn: column,
        columns: new Map([...columns].map(([name, found]) => [name, found.map((one) => one.column)])),
        rows: sheet.rows.flatMap((other) =>
          other === row ? [] : [{ row: other, key: rowKey(other, column) }],
        ),
      }
    }
  }
  return null
}

const keyAt = (row: SheetRow, column: number) => {
  const cell = cellAt(row, column)
  return cell?.kind === 'text' ? readKey(cell.text) : null
}

const rowKey = (row: SheetRow, column: number): string | null => {
  const key = keyAt(row, column)
  return key?.kind === 'row' ? key.key : null
}

/** The only column of a key; null where it is missing or stands twice. */
export const columnOf = (located: LocatedSheet, key: string): number | null => {
  const columns = located.columns.get(key) ?? []
  return columns.length === 1 ? (columns[0] ?? null) : null
}

/** The text under a column key, '' where nothing stands. */
export const textAt = (row: SheetRow, column: number | null): string =>
  column === null ? '' : cellText(cellAt(row, column)).trim()

/** Whether anything stands in one of these columns. */
export const holdsAny = (row: SheetRow, columns: readonly number[]): boolean =>
  columns.some((column) => !isBlankCell(cellAt(row, column)))
