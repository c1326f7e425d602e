import { constants } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Environment } from '../environment.ts'
import { appErrorOf, fail } from '../failures.ts'
import { ledgerFiles } from '../files.ts'
import { migrations } from '../migrations/index.ts'
import { applicationId, pragmaNumber } from './connection.ts'
import { requireLocalPlace } from './place.ts'

/** The version that this program writes. */
export const currentVersion = migrations.length

/**
 * What can be told without the key, so that every failure has its own name (architecture §4):
 * `ledgerNotFound`, `ledgerNotReadable`, `notALedger`, `ledgerOnNetwork`, `ledgerInSyncedFolder`, `ledgerFileMissing`,
 * `ledgerFileEmpty`, `keysMissing`, `ledgerDamaged`, `ledgerNewer` {version}. Changes nothing.
 */
export function inspectFolder(folder: string, environment: Environment): { readonly version: number } {
  const { files } = environment
  if (!files.existsSync(folder)) fail('ledgerNotFound', { path: folder })
  if (!files.statSync(folder).isDirectory()) fail('notALedger', { path: folder })
  requireLocalPlace(folder, environment)
  requireReadable(folder, environment)
  const database = join(folder, ledgerFiles.database)
  const keys = join(folder, ledgerFiles.keys)
  if (!files.existsSync(database)) {
    fail(files.existsSync(keys) ? 'ledgerFileMissing' : 'notALedger', { path: folder })
  }
  const stat = files.statSync(database)
  if (!stat.isFile()) fail('notALedger', { path: folder })
  if (stat.size === 0) fail('ledgerFileEmpty', { path: folder })
  const ours = files.existsSync(keys)
  const header = readPlainHeader(database, environment)
  if (header === null || header.applicationId !== applicationId) {
    fail(ours ? 'ledgerDamaged' : 'notALedger', { path: folder, part: 'header' })
  }
  if (!ours) fail('keysMissing', { path: folder })
  if (header.version > currentVersion) fail('ledgerNewer', { path: folder, version: header.version })
  return { version: header.version }
}

/** A folder that may not be looked into seems empty, and would be told to be no ledger. */
function requireReadable(folder: string, { files }: Environment): void {
  try {
    files.readdirSync(folder)
  } catch (error) {
    if (appErrorOf(error)?.code !== 'folderNotWritable') throw error
    fail('ledgerNotReadable', { path: folder })
  }
}

/** Asked without opening the file, for the sake of the locks on it. */
function mayRead(file: string, { files }: Environment): boolean {
  try {
    files.accessSync(file, constants.R_OK)
    return true
  } catch (error) {
    if (appErrorOf(error) === null) throw error
    return false
  }
}

/**
 * Reads the plain header through SQLite, not through the file: closing any other descriptor of
 * `ledger.db` would drop the locks that a writer in this process holds on it (POSIX locks).
 */
function readPlainHeader(
  database: string,
  environment: Environment,
): { applicationId: number; version: number } | null {
  let connection: Database.Database | null = null
  try {
    connection = new Database(database, { readonly: true, fileMustExist: true, timeout: 5_000 })
    return {
      applicationId: pragmaNumber(connection, 'application_id'),
      version: pragmaNumber(connection, 'user_version'),
    }
  } catch (error) {
    const code = appErrorOf(error)?.code
    if (code === 'ledgerDamaged') return null
    // A write-ahead log cannot be read where its index cannot be made.
    if (error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code)) {
      return fail(mayRead(database, environment) ? 'ledgerReadOnly' : 'ledgerNotReadable', { path: database })
    }
    throw error
  } finally {
    connection?.close()
  }
}
