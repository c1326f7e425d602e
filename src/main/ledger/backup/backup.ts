import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Result } from '../../../shared/contract/errors.ts'
import type { Environment } from '../environment.ts'
import { appErrorOf, attempt, fail, toldOfPlace } from '../failures.ts'
import { ledgerFiles, syncFile, syncFolder, writeWhole } from '../files.ts'
import { type Link, lastLink } from '../history/chain.ts'
import { entityTables } from '../history/entities.ts'
import { type ReaderInternals, readerInternals } from '../internals.ts'
import type { DerivedKeys } from '../keys/derive.ts'
import type { LedgerReader } from '../ledger.ts'
import { damageOf } from '../open/check.ts'
import { openConnection, pragmaNumber } from '../open/connection.ts'
import { type BackupReason, fileFacts, type Manifest, manifestFile, manifestText } from './manifest.ts'
import { backupSuffix } from './places.ts'

/** A backup as it lies in its place. */
export interface BackupEntry {
  /** The folder `…daicho-backup`. */
  readonly path: string
  readonly ledgerId: string
  /** UTC instant. */
  readonly takenAt: string
  readonly reason: BackupReason
  /** Opened with the key and compared when it was written, and its files have the size they had then. */
  readonly verified: boolean
  /** Entries of its history. */
  readonly historyCount: number
  readonly bytes: number
}

/**
 * Copies a ledger by `VACUUM INTO` beside whatever the writer does, opens the copy with the key,
 * compares (quick_check, foreign keys, history, row counts), and only then gives it its name. It is
 * encrypted like the ledger, and holds its keys.json: the same passphrase opens it.
 *
 * Errors: `folderMissing`, `folderNotWritable`, `diskFull`, `inputOutput`, `backupFailed` {folder,
 * cause}; no half-made copy is left.
 */
export function createBackup(
  reader: LedgerReader,
  options: { readonly place: string; readonly reason: BackupReason },
): Result<BackupEntry> {
  return attempt(() =>
    createBackupWith(readerInternals(reader), { ...options, path: reader.path, ledgerId: reader.id }),
  )
}

interface BackupOptions {
  readonly path: string
  readonly ledgerId: string
  readonly place: string
  readonly reason: BackupReason
}

/** As `createBackup`, for this folder: stopping with an exception. */
export function createBackupWith(internals: ReaderInternals, options: BackupOptions): BackupEntry {
  const { environment } = internals
  const { files } = environment
  makePlace(options.place, environment)
  const takenAt = environment.now().toISOString()
  const path = freePath(options, takenAt, environment)
  const making = `${path}.making`
  try {
    files.rmSync(making, { recursive: true, force: true })
    files.mkdirSync(making, { mode: 0o700 })
  } catch (error) {
    throw toldOfPlace(error, options.place)
  }
  try {
    const manifest = copyInto(making, internals, options, takenAt)
    files.renameSync(making, path)
    syncFolder(files, options.place)
    return entryOf(path, manifest, true)
  } catch (error) {
    files.rmSync(making, { recursive: true, force: true })
    if (appErrorOf(error)?.code === 'ledgerDamaged')
      fail('backupFailed', { folder: options.place, cause: 'ledgerDamaged' })
    throw toldOfPlace(error, options.place)
  }
}

/** The ledger's own place is made when needed; any other folder must be there. */
function makePlace(place: string, { files }: Environment): void {
  if (files.existsSync(place)) {
    if (!files.statSync(place).isDirectory()) fail('notAFolder', { folder: place })
    return
  }
  if (basename(place) !== ledgerFiles.backups) fail('folderMissing', { folder: place })
  files.mkdirSync(place, { mode: 0o700 })
}

function freePath({ path, place, reason }: BackupOptions, takenAt: string, environment: Environment): string {
  const name = basename(path).replace(/\.daicho$/, '')
  const local = new Date(takenAt).toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' })
  const stamp = local.replaceAll(/[-:]/g, '').replace(' ', '-')
  for (let number = 1; ; number += 1) {
    const candidate = join(
      place,
      `${name}_${stamp}_${reason}${number === 1 ? '' : `_${number}`}${backupSuffix}`,
    )
    if (!environment.files.existsSync(candidate)) return candidate
  }
}

function copyInto(
  folder: string,
  internals: ReaderInternals,
  options: BackupOptions,
  takenAt: string,
): Manifest {
  const { connection, environment, keys } = internals
  const database = join(folder, ledgerFiles.database)
  const before = stateOf(connection, keys, options.ledgerId)
  vacuumInto(connection, database)
  environment.files.copyFileSync(join(options.path, ledgerFiles.keys), join(folder, ledgerFiles.keys))
  const after = stateOf(connection, keys, options.ledgerId)
  const copy = openConnection(database, keys, 'read')
  let manifest: Manifest
  try {
    const inCopy = stateOf(copy, keys, options.ledgerId)
    requireEqual(copy, inCopy, before, after, options.place)
    manifest = {
      format: 'fukushi-daicho backup',
      version: 1,
      ledger: options.ledgerId,
      schema: pragmaNumber(copy, 'user_version'),
      takenAt,
      reason: options.reason,
      history: { sequence: inCopy.link.sequence, mac: inCopy.link.mac.toString('hex') },
      rows: inCopy.rows,
      files: {
        'ledger.db': fileFacts(database, environment),
        'keys.json': fileFacts(join(folder, ledgerFiles.keys), environment),
      },
    }
  } finally {
    copy.close()
  }
  syncFile(environment.files, database)
  syncFile(environment.files, join(folder, ledgerFiles.keys))
  writeWhole(
    environment.files,
    join(folder, manifestFile),
    Buffer.from(manifestText(keys.manifest, manifest)),
  )
  return manifest
}

/** The connection stays unable to write to the ledger itself: it was opened read-only, or is the writer's. */
function vacuumInto(connection: Database, file: string): void {
  const queryOnly = pragmaNumber(connection, 'query_only')
  connection.pragma('query_only = OFF')
  try {
    connection.prepare('VACUUM INTO ?').run(file)
  } finally {
    connection.pragma(`query_only = ${queryOnly}`)
  }
}

interface LedgerState {
  readonly link: Link
  readonly rows: Record<string, number>
}

function stateOf(connection: Database, keys: DerivedKeys, ledgerId: string): LedgerState {
  const count = (table: string): number =>
    connection.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
  // Before a migration the newest tables are not there yet.
  const there = new Set(
    connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
  )
  const tables = entityTables.filter((table) => there.has(table))
  return connection.transaction(() => ({
    link: lastLink(connection, keys.history, ledgerId),
    rows: Object.fromEntries(tables.map((table) => [table, count(table)])),
  }))()
}

/** The copy must be whole, and be the ledger as it was at some moment between before and after. */
function requireEqual(
  copy: Database,
  inCopy: LedgerState,
  before: LedgerState,
  after: LedgerState,
  folder: string,
): void {
  const stop = (cause: string): never => fail('backupFailed', { folder, cause })
  if (damageOf(copy).length > 0) stop('pages')
  if (inCopy.link.sequence < before.link.sequence || inCopy.link.sequence > after.link.sequence)
    stop('history')
  const unchanged = before.link.sequence === after.link.sequence
  if (unchanged && !inCopy.link.mac.equals(before.link.mac)) stop('history')
  if (unchanged && JSON.stringify(inCopy.rows) !== JSON.stringify(before.rows)) stop('rows')
}

export function entryOf(path: string, manifest: Manifest, verified: boolean): BackupEntry {
  return {
    path,
    ledgerId: manifest.ledger,
    takenAt: manifest.takenAt,
    reason: manifest.reason,
    verified,
    historyCount: manifest.history.sequence,
    bytes: manifest.files['ledger.db'].bytes,
  }
}
