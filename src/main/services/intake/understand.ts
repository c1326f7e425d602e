import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { IntakeQuestion } from '../../../shared/contract/schemas/intake.ts'
import type { Book } from '../../../shared/intake/book.ts'
import type { BookKind, StagedRecordRow, StagedRow } from '../../../shared/intake/staged.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'

/** A book as a profile reads it. */
export interface ReadOfBook {
  readonly kind: BookKind
  readonly rows: readonly StagedRow[]
  readonly questions: readonly IntakeQuestion[]
  /** The fields that the columns of a row's sheet tell; null: all. */
  readonly told: (row: StagedRecordRow) => ReadonlySet<string> | null
}

export interface Proposal {
  readonly kind: BookKind | null
  readonly profile: object | null
  readonly profileId: string | null
  readonly profileName: string | null
}

/** The cells of a file. @throws AppFailure those of the readers of books. */
export async function openFile(_path: string): Promise<Book> {
  throw new AppFailure(appError('bookClosed'))
}

/** What a book is: by a stored profile that fits, else proposed. */
export function proposalFor(_reader: LedgerReader, _book: Book): Proposal {
  throw new AppFailure(appError('bookClosed'))
}

/** Reads a book by a profile. @throws AppFailure `malformedRequest` for what is no profile. */
export function understand(_reader: LedgerReader, _book: Book, _profile: object): ReadOfBook {
  throw new AppFailure(appError('bookClosed'))
}
