import { basename, dirname, join } from 'node:path'
import type { FileLayer } from './environment.ts'

/** Names inside a ledger's folder `名前.daicho/`. */
export const ledgerFiles = {
  database: 'ledger.db',
  keys: 'keys.json',
  anchor: 'anchor',
  lock: 'lock',
  /** Who holds the lock, readable beside it: a lock database in use can hardly be read. */
  owner: 'lock.owner',
  /** Wrong passwords so far. */
  attempts: 'attempts',
  backups: 'backups',
} as const

/** Writes all bytes: `writeSync` may write fewer than it was given. */
export function writeAll(files: FileLayer, descriptor: number, bytes: Uint8Array, position: number): void {
  let done = 0
  while (done < bytes.length) {
    done += files.writeSync(descriptor, bytes, done, bytes.length - done, position + done)
  }
}

/** Makes a rename or a new name durable. Windows cannot open folders, and needs no such step. */
export function syncFolder(files: FileLayer, folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = files.openSync(folder, 'r')
  try {
    files.fsyncSync(descriptor)
  } finally {
    files.closeSync(descriptor)
  }
}

export function syncFile(files: FileLayer, path: string): void {
  const descriptor = files.openSync(path, 'r+')
  try {
    files.fsyncSync(descriptor)
  } finally {
    files.closeSync(descriptor)
  }
}

/**
 * Writes a whole file so that it is either the old one or the new one, never half of it: temporary
 * name, fsync, rename, fsync of the folder. On failure the temporary file is removed.
 */
export function writeWhole(files: FileLayer, path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.writing`)
  const descriptor = files.openSync(temporary, 'w', 0o600)
  try {
    try {
      writeAll(files, descriptor, bytes, 0)
      files.fsyncSync(descriptor)
    } finally {
      files.closeSync(descriptor)
    }
    files.renameSync(temporary, path)
  } catch (error) {
    files.rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(files, dirname(path))
}
