import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type AppError, AppFailure, type ErrorCode, type Result } from '../../../shared/contract/errors.ts'
import type { Environment } from '../environment.ts'
import { attempt, attemptAsync, fail, toldOfPlace } from '../failures.ts'
import { ledgerFiles } from '../files.ts'
import { Anchor, type AnchorState, createAnchor, readAnchor } from '../history/anchor.ts'
import { Chain } from '../history/chain.ts'
import { compareAnchor } from '../history/compare-anchor.ts'
import { EntityStores } from '../history/entity-store.ts'
import { verifyHistory } from '../history/verify.ts'
import { makeReader, makeWriter } from '../internals.ts'
import { type DerivedKeys, deriveKeys, wipeKeys } from '../keys/derive.ts'
import { readKeyFile } from '../keys/key-file.ts'
import type { Ledger, LedgerReader, OpeningNotice } from '../ledger.ts'
import { migrate } from '../migrate.ts'
import { Statements } from '../statements.ts'
import { requireWhole } from './check.ts'
import { makeDurable, openConnection, pragmaNumber } from './connection.ts'
import { currentVersion, inspectFolder } from './inspect.ts'
import { type Seat, takeSeat } from './lock.ts'
import { unlock } from './unlock.ts'

/** Larger ledgers are checked behind (notice `checkPending`): reading them through takes too long. */
const checkAtOnceBytes = 24 * 1024 * 1024

interface OpenBase {
  /** The folder `名前.daicho`. */
  readonly path: string
  readonly environment: Environment
}

export interface OpenToWrite extends OpenBase {
  readonly mode: 'write'
  /** Shown to the next one who finds the ledger in use. */
  readonly owner: string
}

export interface OpenToRead extends OpenBase {
  readonly mode: 'read'
  /**
   * A person who was told that the anchor is missing, damaged, or ahead of a lost tail chose to read what is
   * there: the ledger opens without it when its whole history verifies in itself.
   */
  readonly withoutAnchor?: boolean
}

/** A passphrase (or the recovery key), or the key that `unlockLedger` gave; the key is copied. */
export type Secret = { readonly passphrase: string } | { readonly key: Uint8Array }

/**
 * Opens a ledger; never makes one. `write` takes the one seat, upgrades an older ledger after a
 * verified backup, and recovers from a crash; `read` opens beside a running tool and changes nothing.
 *
 * Errors, each with its own code: `ledgerNotFound`, `notALedger`, `ledgerFileMissing`,
 * `ledgerFileEmpty`, `keysMissing`, `keysDamaged`, `ledgerOnNetwork`, `ledgerInSyncedFolder`,
 * `ledgerInUse` {owner, host, since}, `ledgerReadOnly`, `wrongPassword`, `tooManyPasswordAttempts`
 * {seconds}, `ledgerNewer` {version}, `ledgerOlder` {version} (read), `ledgerDamaged` {part},
 * `anchorMissing`, `anchorDamaged`, `historyTailLost` {expected, found}, `historyBroken` {place},
 * `migrationFailed`, `backupFailed`. On each of them the ledger's files are as they were.
 */
export function openLedger(options: OpenToWrite & Secret): Promise<Result<Ledger>>
export function openLedger(options: OpenToRead & Secret): Promise<Result<LedgerReader>>
export function openLedger(options: (OpenToWrite | OpenToRead) & Secret): Promise<Result<LedgerReader>> {
  return attemptAsync(async () => {
    const { path, environment } = options
    inspectFolder(path, environment)
    const seat = options.mode === 'write' ? takeSeat(path, options.owner, environment) : null
    try {
      const key = 'key' in options ? options.key : (await unlock(path, options.passphrase, environment)).key
      try {
        const { id, keys } = keysOf(path, key, environment)
        if (options.mode === 'read') return openReader(options, id, keys)
        return seat === null ? fail('internal') : openWriter(options, id, keys, seat)
      } finally {
        if (!('key' in options)) key.fill(0)
      }
    } catch (error) {
      seat?.release()
      throw error
    }
  })
}

/** As `openLedger` with a key, but at once: for workers that were handed the key. */
export function openUnlocked(options: OpenToWrite & { readonly key: Uint8Array }): Result<Ledger> {
  return attempt(() => {
    inspectFolder(options.path, options.environment)
    const seat = takeSeat(options.path, options.owner, options.environment)
    return releasing(seat, () => {
      const { id, keys } = keysOf(options.path, options.key, options.environment)
      return openWriter(options, id, keys, seat)
    })
  })
}

/** The reading counterpart of `openUnlocked`. */
export function openUnlockedReader(options: OpenToRead & { readonly key: Uint8Array }): Result<LedgerReader> {
  return attempt(() => {
    inspectFolder(options.path, options.environment)
    const { id, keys } = keysOf(options.path, options.key, options.environment)
    return openReader(options, id, keys)
  })
}

/** For backups: opens with keys that are at hand, and wipes them at the end. Stops with an exception. */
export function openWithKeys(options: OpenToWrite, id: string, keys: DerivedKeys): Ledger {
  inspectFolder(options.path, options.environment)
  const seat = takeSeat(options.path, options.owner, options.environment)
  return releasing(seat, () => openWriter(options, id, keys, seat))
}

/** The reading counterpart of `openWithKeys`. */
export function openReaderWithKeys(options: OpenToRead, id: string, keys: DerivedKeys): LedgerReader {
  inspectFolder(options.path, options.environment)
  return openReader(options, id, keys)
}

function releasing<T>(seat: Seat, work: () => T): T {
  try {
    return work()
  } catch (error) {
    seat.release()
    throw error
  }
}

function keysOf(path: string, key: Uint8Array, environment: Environment): { id: string; keys: DerivedKeys } {
  const id = readKeyFile(join(path, ledgerFiles.keys), environment).ledger
  return { id, keys: deriveKeys(key, id) }
}

/** Identity and version as they stand inside, against the key file and the plain header. */
function requireIdentity(connection: Database, path: string, id: string): void {
  const meta = new Map(
    connection
      .prepare<[], { name: string; value: string }>('SELECT name, value FROM meta')
      .all()
      .map(({ name, value }) => [name, value]),
  )
  if (meta.get('ledgerId') !== id) fail('ledgerDamaged', { path, part: 'identity' })
  if (meta.get('version') !== String(pragmaNumber(connection, 'user_version'))) {
    fail('ledgerDamaged', { path, part: 'version' })
  }
}

function openReader(options: OpenToRead, id: string, keys: DerivedKeys): LedgerReader {
  const { path, environment } = options
  // Before the ledger: a writer may go on between the two, and is then ahead of this anchor.
  const anchor = attempt(() => readAnchor(environment.files, join(path, ledgerFiles.anchor), keys.anchor))
  const connection = openConnection(join(path, ledgerFiles.database), keys, 'read')
  try {
    requireIdentity(connection, path, id)
    const version = pragmaNumber(connection, 'user_version')
    if (version < currentVersion) fail('ledgerOlder', { path, version })
    const end = anchor.ok
      ? attempt(() => compareAnchor(connection, keys.history, id, anchor.value.newest, true))
      : anchor
    const reader = makeReader(path, id, {
      connection,
      keys,
      environment,
      stores: new EntityStores(connection),
      statements: new Statements(connection),
    })
    if (!end.ok) requireWholeHistory(reader, end.error, options.withoutAnchor ?? false)
    return reader
  } catch (error) {
    connection.close()
    wipeKeys(keys)
    throw toldOfPlace(error, path)
  }
}

/** What a history that is whole in itself may be read in spite of. */
const onlyItsEndUnknown: ReadonlySet<ErrorCode> = new Set([
  'anchorMissing',
  'anchorDamaged',
  'historyTailLost',
])

/** Stops with the failure, unless only the end is unknown, that is accepted, and all before it verifies. */
function requireWholeHistory(reader: LedgerReader, error: AppError, accepted: boolean): void {
  if (!accepted || !onlyItsEndUnknown.has(error.code)) throw new AppFailure(error)
  const broken = verifyHistory(reader).problems.find(
    ({ kind }) => kind !== 'tailLost' && kind !== 'anchorDiffers',
  )
  if (broken !== undefined) {
    fail('historyBroken', { place: `${broken.table ?? ''} ${broken.sequence ?? ''}`.trim() })
  }
}

/** Looks through a reading connection, so that a damaged ledger stays exactly as it was found. */
function lookBeforeWriting(
  file: string,
  path: string,
  id: string,
  keys: DerivedKeys,
  anchor: AnchorState,
): { readonly checked: boolean; readonly ahead: boolean } {
  const connection = openConnection(file, keys, 'read')
  try {
    requireIdentity(connection, path, id)
    const bytes = pragmaNumber(connection, 'page_count') * pragmaNumber(connection, 'page_size')
    const checked = bytes <= checkAtOnceBytes
    if (checked) requireWhole(connection, path)
    const { ahead } = compareAnchor(connection, keys.history, id, anchor.newest, false)
    return { checked, ahead }
  } finally {
    connection.close()
  }
}

function openWriter(options: OpenToWrite, id: string, keys: DerivedKeys, seat: Seat): Ledger {
  const { path, environment } = options
  const file = join(path, ledgerFiles.database)
  const anchorPath = join(path, ledgerFiles.anchor)
  const notices: OpeningNotice[] = []
  let connection: Database | null = null
  try {
    const state = readAnchor(environment.files, anchorPath, keys.anchor)
    const { checked, ahead } = lookBeforeWriting(file, path, id, keys, state)
    connection = openConnection(file, keys, 'write')
    makeDurable(connection)
    const chain = new Chain(connection, keys.history, id)
    const cookie = pragmaNumber(connection, 'schema_version')
    if (state.slotLost || ahead || cookie !== state.newest.cookie) {
      const code = state.slotLost ? 'anchorSlotRenewed' : ahead ? 'crashRecovered' : 'headerDiffers'
      notices.push({ code, detail: `${chain.last().sequence}` })
      createAnchor(environment.files, anchorPath, keys.anchor, chain.last(), cookie)
    }
    const renewed = readAnchor(environment.files, anchorPath, keys.anchor)
    const anchor = new Anchor(environment.files, anchorPath, keys.anchor, {
      turn: renewed.turn,
      sequence: renewed.newest.sequence,
    })
    try {
      const internals = {
        connection,
        keys,
        environment,
        stores: new EntityStores(connection),
        statements: new Statements(connection),
        chain,
        anchor,
        seat,
      }
      const from = migrate(path, id, internals)
      if (from !== null) notices.push({ code: 'migrated', detail: `${from}` })
      if (!checked) notices.push({ code: 'checkPending', detail: path })
      return makeWriter(path, id, internals, notices)
    } catch (error) {
      anchor.close()
      throw error
    }
  } catch (error) {
    connection?.close()
    wipeKeys(keys)
    throw toldOfPlace(error, path)
  }
}
