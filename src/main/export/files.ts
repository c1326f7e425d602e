import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { type AppError, AppFailure, appError } from '../../shared/contract/errors.ts'
import { errnoOf, type FileLayer, nodeFiles } from './file-layer.ts'

/** What goes into a file: all at once, or piece by piece for what does not fit into memory. */
export type FileContent = Uint8Array | Iterable<Uint8Array>

export interface FileToWrite {
  readonly path: string
  readonly bytes: FileContent
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Writes one file so that it is there whole or not at all: a temporary name in the same folder, flushed to
 * the disk, renamed. An older file of the name is replaced only at the end.
 *
 * @throws AppFailure folderMissing, folderNotWritable, diskFull, fileHeldOpen, fileExists, inputOutput
 */
export const writeFileSafely = (
  path: string,
  bytes: FileContent,
  files: FileLayer = nodeFiles,
): Promise<void> => writeFilesSafely([{ path, bytes }], files)

/** What happens to an older file of a name: it is replaced, or the writing fails with `fileExists`. */
export type OlderFile = 'replace' | 'keep'

/**
 * Writes several files, all or none: all contents are on the disk before the first name appears, and a
 * failure puts older files back. With `keep` each name is taken by creating it, so that two writers at the
 * same moment never get the same.
 */
export async function writeFilesSafely(
  wanted: readonly FileToWrite[],
  files: FileLayer = nodeFiles,
  olderFile: OlderFile = 'replace',
): Promise<void> {
  for (const folder of new Set(wanted.map(({ path }) => dirname(path)))) await sweep(folder, files)
  const staged: { readonly temporary: string; readonly path: string }[] = []
  try {
    for (const { path, bytes } of wanted) {
      const temporary = temporaryName(path)
      staged.push({ temporary, path })
      await at(path, 'write', () => writeNew(temporary, bytes, files))
    }
    await publishAll(staged, files, olderFile)
  } finally {
    for (const { temporary } of staged) await forget(temporary, files)
  }
}

interface Replaced {
  readonly path: string
  /** The older file under another name, or null where there was none. */
  readonly older: string | null
}

async function publishAll(
  staged: readonly { readonly temporary: string; readonly path: string }[],
  files: FileLayer,
  olderFile: OlderFile,
): Promise<void> {
  const replaced: Replaced[] = []
  const copies: string[] = []
  try {
    for (const { temporary, path } of staged) {
      const older = olderFile === 'replace' ? await keepOlder(path, copies, files) : null
      // The temporary name is forgotten afterwards.
      if (olderFile === 'keep') await at(path, 'write', () => files.duplicate(temporary, path))
      else await at(path, 'rename', () => files.rename(temporary, path))
      replaced.push({ path, older })
    }
    for (const folder of new Set(staged.map(({ path }) => dirname(path)))) {
      await at(join(folder, '.'), 'write', () => files.syncFolder(folder))
    }
  } catch (failure) {
    for (const { path, older } of replaced.reverse()) {
      if (older === null) await forget(path, files)
      else await files.rename(older, path)
    }
    throw failure
  } finally {
    for (const copy of copies) await forget(copy, files)
  }
}

/** A second name for the file that is about to be replaced, so that it can come back. */
async function keepOlder(path: string, copies: string[], files: FileLayer): Promise<string | null> {
  const older = temporaryName(path)
  copies.push(older)
  try {
    await files.duplicate(path, older)
    return older
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return null
    throw new AppFailure(fileError(cause, path, 'rename'), { cause })
  }
}

async function writeNew(path: string, bytes: FileContent, files: FileLayer): Promise<void> {
  const file = await files.create(path)
  try {
    for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) await file.write(piece)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function forget(path: string, files: FileLayer): Promise<void> {
  try {
    await files.remove(path)
  } catch {
    // Gone already (renamed), or beyond reach: the failure that matters is being thrown already.
  }
}

/** Removes what a writer left behind that was killed: temporary files of processes that are gone. */
async function sweep(folder: string, files: FileLayer): Promise<void> {
  let names: readonly string[]
  try {
    names = await files.list(folder)
  } catch {
    // A folder that is missing or may not be read is told by the write that follows.
    return
  }
  for (const name of names) {
    const writer = temporaryPattern.exec(name)?.[1]
    if (writer !== undefined && !isRunning(Number(writer))) await forget(join(folder, name), files)
  }
}

function isRunning(writer: number): boolean {
  try {
    process.kill(writer, 0)
    return true
  } catch (cause) {
    return errnoOf(cause) === 'EPERM'
  }
}

const temporaryPattern = /^\.fukushi-(\d+)-\d+-\d+\.part$/u
let counter = 0

/** Short, in the same folder, and no other writer's: process, thread and a count. */
function temporaryName(path: string): string {
  counter += 1
  return join(dirname(path), `.fukushi-${process.pid}-${threadId}-${counter}.part`)
}

async function at(path: string, step: 'write' | 'rename', act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (cause) {
    // Content that is made piece by piece may be cancelled between two pieces.
    if (cause instanceof AppFailure) throw cause
    throw new AppFailure(fileError(cause, path, step), { cause })
  }
}

/** The system's word for a failure → the code that the user's message is made from. */
export function fileError(cause: unknown, path: string, step: 'write' | 'rename'): AppError {
  const folder = { folder: dirname(path) }
  const file = { file: basename(path) }
  switch (errnoOf(cause)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return appError('diskFull', folder)
    case 'ENOENT':
    case 'ELOOP':
      return appError('folderMissing', folder)
    case 'ENOTDIR':
      return appError('notAFolder', folder)
    case 'ENAMETOOLONG':
      return appError('nameTooLong', file)
    case 'EROFS':
      return appError('folderNotWritable', folder)
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return appError('fileExists', file)
    case 'EBUSY':
    case 'ETXTBSY':
      return appError('fileHeldOpen', file)
    case 'EACCES':
    case 'EPERM':
      // Creating a file in the folder had worked, so the older file itself is held (Excel, a virus scanner).
      return step === 'rename' ? appError('fileHeldOpen', file) : appError('folderNotWritable', folder)
    default:
      return appError('inputOutput', { path })
  }
}
