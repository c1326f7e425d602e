import Database from 'better-sqlite3'
import type { DerivedKeys } from '../keys/derive.ts'

/** 'FDch': names our files in the plain part of the header. */
export const applicationId = 0x46446368

/** Bytes of the header that stay readable without the key: application_id and user_version are in them. */
const plainHeaderBytes = 96

/** Memory that a connection which writes may use for pages. */
export const cacheKibibytes = 32_000

/**
 * Memory that a reading connection may use for pages, taken only as pages are read. The indexes that an
 * annual report walks (two years of contacts, and every case's days) are 52 MB in a ledger of a million
 * contacts: with less room each report decrypts all of them again.
 */
export const readerCacheKibibytes = 64_000

/** The cipher build adds `key`; the types of the plain package do not know it. */
function canTakeKey(
  connection: Database.Database,
): connection is Database.Database & { key(raw: Buffer): number } {
  return 'key' in connection && typeof connection.key === 'function'
}

/** Gives a connection its key. The raw form skips PBKDF2: 0.3 ms instead of 140 ms (stack.md). */
export function giveKey(connection: Database.Database, keys: DerivedKeys): void {
  connection.pragma("cipher = 'sqlcipher'")
  connection.pragma(`plaintext_header_size = ${plainHeaderBytes}`)
  if (!canTakeKey(connection)) throw new Error('better-sqlite3 without ciphers is installed')
  const raw = Buffer.concat([Buffer.from('raw:'), keys.cipher, keys.cipherSalt])
  try {
    connection.key(raw)
  } finally {
    raw.fill(0)
  }
  // The default spills sorts to files in the clear.
  connection.pragma('temp_store = MEMORY')
}

/**
 * Opens an encrypted database; never makes one (`mustExist`). Reading connections may stand beside a
 * writer, and can neither write nor create.
 */
export function openConnection(
  file: string,
  keys: DerivedKeys,
  mode: 'read' | 'write',
  mustExist = true,
): Database.Database {
  const connection = new Database(file, {
    readonly: mode === 'read',
    fileMustExist: mustExist,
    timeout: 5_000,
  })
  try {
    giveKey(connection, keys)
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    connection.pragma(`cache_size = ${-(mode === 'read' ? readerCacheKibibytes : cacheKibibytes)}`)
    if (mode === 'read') connection.pragma('query_only = ON')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** WAL, and every commit on the disk before it is called saved (macOS needs to be told twice). */
export function makeDurable(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('fullfsync = ON')
  connection.pragma('checkpoint_fullfsync = ON')
  // A page that changes in many actions is encrypted once for all of them when the log is tidied away.
  connection.pragma('wal_autocheckpoint = 4000')
  connection.pragma('journal_size_limit = 67108864')
}

/** Number of a pragma that answers with one. */
export function pragmaNumber(connection: Database.Database, name: string): number {
  const value = connection.pragma(name, { simple: true })
  if (typeof value !== 'number') throw new Error(`pragma ${name} gave no number`)
  return value
}
