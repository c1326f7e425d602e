import { type AppError, AppFailure, appError } from '../../shared/contract/errors.ts'
import { appErrorOf } from '../ledger/failures.ts'
import type { Incident } from './protocol.ts'

/** An error as data: an `AppFailure` as it is, an error of file system or SQLite by its meaning, else a bug. */
export function describeFailure(error: unknown): { error: AppError; incident: Incident | null } {
  if (error instanceof AppFailure) return { error: error.appError, incident: null }
  const typed = appErrorOf(error)
  return { error: typed ?? appError('internal'), incident: incidentOf(error) }
}

function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Type, code and stack frames of an error, and those of its causes; never its message. */
export function incidentOf(error: unknown): Incident {
  if (!(error instanceof Error)) return { type: typeof error, code: null, frames: [] }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
  const cause = error.cause === undefined ? [] : ['caused by', ...describeCause(error.cause)]
  return { type: error.name, code: errorCode(error), frames: [...frames.slice(0, 30), ...cause] }
}

function describeCause(cause: unknown): readonly string[] {
  const { type, code, frames } = incidentOf(cause)
  return [`${type} ${code ?? ''}`.trim(), ...frames]
}
