import { readBook } from '../../../src/main/intake/read-book.ts'
import { AppFailure, type ErrorCode } from '../../../src/shared/contract/errors.ts'
import type { Book, SheetCell } from '../../../src/shared/intake/book.ts'

/** The book, or the code of the typed error; any other error is thrown on. */
export function answer(bytes: Uint8Array, name = '報告.xlsx'): Book | ErrorCode {
  try {
    return readBook(bytes, name)
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code.startsWith('book')) return error.appError.code
    throw error
  }
}

/** A cell of the first sheet, by row and column from 1. */
export function cellAt(book: Book, row: number, column: number, sheet = 0): SheetCell | null {
  const found = book.sheets[sheet]?.rows.find(({ number }) => number === row)
  return found?.cells[column - 1] ?? null
}
