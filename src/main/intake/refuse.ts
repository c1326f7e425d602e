import { AppFailure, appError, type ErrorCode } from '../../shared/contract/errors.ts'
import { type BookLimit, bookLimitWords } from '../../shared/words/book-limits.ts'

export type BookErrorCode = Extract<ErrorCode, `book${string}`>

/** The failure of a book: it leaves the reader as it is, the file's name is added at the door (`readBook`). */
export function refusal(
  code: BookErrorCode,
  parameters: Readonly<Record<string, string | number>> = {},
): AppFailure {
  return new AppFailure(appError(code, parameters))
}

/** A part of the archive that is not what its place in the book demands. */
export const damaged = (part: string): AppFailure => refusal('bookDamaged', { part })

/** One of the limits of `limits.ts` is passed: `amount` of them at most. */
export const tooLarge = (limit: BookLimit, amount: number): AppFailure =>
  refusal('bookTooLarge', {
    limit: bookLimitWords[limit].replace('{limit}', amount.toLocaleString('ja-JP')),
  })
