import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { Book } from '../../../shared/intake/book.ts'
import type { Comparison } from '../../../shared/intake/match.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import type { ReadOfBook } from './understand.ts'

/** What was made of a book by its last reading. */
export interface Reading {
  readonly profile: BookProfile
  readonly read: ReadOfBook
  readonly comparison: Comparison
  /** The last entry of the history that was seen: newer ones, and it must be compared again. */
  readonly sequence: number
}

/** One opened file. */
export interface OpenBook {
  readonly session: string
  readonly path: string
  readonly book: Book
  /** Of the window when it was opened. */
  readonly fiscalYear: FiscalYear
  reading: Reading | null
}

const idleMs = 30 * 60_000
/** Two books side by side are usual; more would only hold memory. */
const mostBooks = 3

/** The opened books of the thread of 取込: in memory alone, forgotten when closed or 30 minutes idle. */
export class OpenBooks {
  readonly #books = new Map<string, { readonly open: OpenBook; usedAt: number }>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  add(open: OpenBook): void {
    this.#sweep()
    this.#books.set(open.session, { open, usedAt: this.#now() })
    const [oldest] = this.#books.keys()
    if (this.#books.size > mostBooks && oldest !== undefined) this.#books.delete(oldest)
  }

  /** @throws AppFailure `bookClosed` when the session has ended. */
  get(session: string): OpenBook {
    this.#sweep()
    const kept = this.#books.get(session)
    if (kept === undefined) throw new AppFailure(appError('bookClosed', {}, 'session'))
    kept.usedAt = this.#now()
    // The oldest by use goes first.
    this.#books.delete(session)
    this.#books.set(session, kept)
    return kept.open
  }

  /** The book with what was read of it. @throws AppFailure `bookClosed`, also before the first reading. */
  reading(session: string): OpenBook & { readonly reading: Reading } {
    const open = this.get(session)
    if (open.reading === null) throw new AppFailure(appError('bookClosed', {}, 'session'))
    return { ...open, reading: open.reading }
  }

  close(session: string): void {
    this.#books.delete(session)
  }

  clear(): void {
    this.#books.clear()
  }

  #sweep(): void {
    const before = this.#now() - idleMs
    for (const [session, { usedAt }] of this.#books) {
      if (usedAt < before) this.#books.delete(session)
    }
  }
}
