import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { Book } from '../../../shared/intake/book.ts'
import type { IntakeFacts } from '../../../shared/intake/facts.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import { type BookRows, readBookRows } from '../../../shared/intake/read-book-rows.ts'
import type { BookKind, StagedRecordRow } from '../../../shared/intake/staged.ts'
import { toldFields } from '../../../shared/intake/told-fields.ts'
import { limits } from '../../intake/limits.ts'
import { readBook } from '../../intake/read-book.ts'
import { tooLarge } from '../../intake/refuse.ts'

/** A book as a profile reads it. */
export interface ReadOfBook
  extends Pick<BookRows, 'rows' | 'questions' | 'findings' | 'dropped' | 'unknownValues'> {
  readonly kind: BookKind
  /** The fields that the columns of a row's sheet tell; null: all. */
  readonly told: (row: StagedRecordRow) => ReadonlySet<string> | null
}

/** The cells of a file. @throws AppFailure `fileMissing`, `bookTooLarge`, and those of the reader of books. */
export async function openFile(file: string, watch: () => void = () => {}): Promise<Book> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new AppFailure(appError('fileMissing', { file: path.basename(file) }, 'file'), { cause })
  })
  // Asked before it is read: a file of some gigabytes would not fit.
  if (found.size > limits.fileBytes) throw tooLarge('fileBytes', limits.fileBytes / 1024 / 1024)
  return readBook(await readFile(file), path.basename(file), watch)
}

/** Reads a book by a profile. */
export function understand(book: Book, profile: BookProfile, facts: IntakeFacts): ReadOfBook {
  const { rows, questions, findings, dropped, unknownValues } = readBookRows(book, profile, facts)
  return {
    kind: profile.kind,
    rows,
    questions,
    findings,
    dropped,
    unknownValues,
    told: toldFields(book, profile, rows),
  }
}
