import { type ErrorCode, openingErrorCodes } from '../../shared/contract/errors.ts'
import { type ExitCode, exitCodes } from './command.ts'

const cannotOpen: ReadonlySet<ErrorCode> = new Set(openingErrorCodes)

/** Nothing that the caller could mend. */
const ours: ReadonlySet<ErrorCode> = new Set(['workerStopped', 'internal'])

/**
 * The exit code of an error: 3 the ledger cannot be opened, 4 a bug; 2 everything that the caller can mend:
 * what was asked wrongly, and a place that is full, write-protected, missing or held open.
 */
export function exitCodeOf(code: ErrorCode): ExitCode {
  if (cannotOpen.has(code)) return exitCodes.cannotOpen
  if (ours.has(code)) return exitCodes.internal
  return exitCodes.wrongUse
}
