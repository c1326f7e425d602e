import type { AppError, ErrorCode } from '../../../shared/contract/errors.ts'
import { shortFailures } from '../../../shared/words/start-screen.ts'

/** A failure to open in a word or two, for the list at the left. */
export function shortFailure(error: AppError): string {
  const words: Partial<Readonly<Record<ErrorCode, string>>> = shortFailures
  return words[error.code] ?? shortFailures.other
}
