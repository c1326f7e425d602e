import Database from 'better-sqlite3'
import {
  type AppError,
  AppFailure,
  appError,
  type ErrorCode,
  ok,
  type Result,
} from '../../shared/contract/errors.ts'

/** Stops the current operation with a typed error; `attempt` turns it into a Result. */
export function fail(
  code: ErrorCode,
  parameters: AppError['parameters'] = {},
  field: string | null = null,
): never {
  throw new AppFailure(appError(code, parameters, field))
}

const byErrno: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'folderNotWritable',
  EPERM: 'folderNotWritable',
  EROFS: 'folderNotWritable',
  EBUSY: 'fileHeldOpen',
  ETXTBSY: 'fileHeldOpen',
  EEXIST: 'fileExists',
  ENOENT: 'fileMissing',
  ENOTDIR: 'notAFolder',
  EISDIR: 'fileExists',
  ENOTEMPTY: 'fileExists',
  ENAMETOOLONG: 'nameTooLong',
  ELOOP: 'folderMissing',
  EIO: 'inputOutput',
  EMFILE: 'inputOutput',
  ENFILE: 'inputOutput',
}

const bySqlite: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_READONLY', 'ledgerReadOnly'],
  ['SQLITE_CANTOPEN', 'inputOutput'],
  ['SQLITE_IOERR', 'inputOutput'],
  ['SQLITE_CORRUPT', 'ledgerDamaged'],
  ['SQLITE_NOTADB', 'ledgerDamaged'],
  ['SQLITE_CONSTRAINT', 'invalidValue'],
  ['SQLITE_MISMATCH', 'invalidValue'],
  ['SQLITE_TOOBIG', 'tooLarge'],
]

/** A flipped bit in the plain header: SQLite calls it an error like any slip in a query. */
const damagedHeader = /unsupported file format|malformed database schema/

/** What SQLite says of a constraint, without the value: `consultation.day`. */
function constraintParameters(error: InstanceType<typeof Database.SqliteError>): AppError['parameters'] {
  const kind = error.code.replace('SQLITE_CONSTRAINT_', '').toLowerCase()
  const place = /failed: (?:index )?'?([a-z0-9_.]+)/i.exec(error.message)?.[1] ?? ''
  return { constraint: kind, place }
}

/** The typed error behind a thrown one, or null when it is a bug of ours. */
export function appErrorOf(error: unknown): AppError | null {
  if (error instanceof AppFailure) return error.appError
  if (error instanceof Database.SqliteError) {
    const code = damagedHeader.test(error.message)
      ? 'ledgerDamaged'
      : bySqlite.find(([prefix]) => error.code.startsWith(prefix))?.[1]
    if (code === undefined) return null
    return appError(code, code === 'invalidValue' ? constraintParameters(error) : { cause: error.code })
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const code = byErrno[error.code]
    if (code === undefined) return null
    const path = 'path' in error && typeof error.path === 'string' ? { path: error.path } : {}
    return appError(code, { cause: error.code, ...path })
  }
  return null
}

const ofPlaces: ReadonlySet<ErrorCode> = new Set([
  'diskFull',
  'folderNotWritable',
  'notAFolder',
  'nameTooLong',
  'inputOutput',
  'ledgerDamaged',
])

/**
 * The same failure with the place that the user chose: SQLite names none, and the file system names a
 * temporary file inside it. Other failures, and bugs, come back as they are.
 */
export function toldOfPlace(error: unknown, path: string): unknown {
  const typed = appErrorOf(error)
  if (typed === null || !ofPlaces.has(typed.code)) return error
  return new AppFailure({ ...typed, parameters: { ...typed.parameters, path } }, { cause: error })
}

/** Runs `work`; a typed failure becomes a Result, a bug stays an exception. */
export function attempt<T>(work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (error) {
    const typed = appErrorOf(error)
    if (typed === null) throw error
    return { ok: false, error: typed }
  }
}

export async function attemptAsync<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    const typed = appErrorOf(error)
    if (typed === null) throw error
    return { ok: false, error: typed }
  }
}
