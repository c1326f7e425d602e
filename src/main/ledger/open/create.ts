import { basename, dirname, join, resolve } from 'node:path'
import { AppFailure, type Result } from '../../../shared/contract/errors.ts'
import type { Environment } from '../environment.ts'
import { attemptAsync, fail, toldOfPlace } from '../failures.ts'
import { ledgerFiles, syncFolder } from '../files.ts'
import { createAnchor } from '../history/anchor.ts'
import { rootLink } from '../history/chain.ts'
import { type DerivedKeys, deriveKeys, ledgerKeyBytes, wipeKeys } from '../keys/derive.ts'
import { type SlotCost, writeKeyFile } from '../keys/key-file.ts'
import { requireLongPassphrase } from '../keys/passphrase.ts'
import { recoveryKeyText } from '../keys/recovery-key.ts'
import { sealSlot, standardCost } from '../keys/slots.ts'
import type { Ledger } from '../ledger.ts'
import { migrations } from '../migrations/index.ts'
import { mutate } from '../mutate.ts'
import { insertSettings } from '../repositories/settings.ts'
import { insertStaff } from '../repositories/staff.ts'
import { closeLedger } from './close.ts'
import { applicationId, makeDurable, openConnection, pragmaNumber } from './connection.ts'
import { currentVersion } from './inspect.ts'
import { openUnlocked } from './open.ts'
import { requireLocalPlace } from './place.ts'
import { sweepUnfinished, unfinishedName } from './unfinished.ts'

export interface CreateOptions {
  /** The folder to make: `…/名前.daicho`. */
  readonly path: string
  /** The ledger's name on screen. */
  readonly name: string
  readonly passphrase: string
  /** The first name of the staff list; also who made the ledger. */
  readonly staff: string
  readonly environment: Environment
  /** Every figure is invented: the demonstration ledger. */
  readonly fictional?: boolean
  /** Also makes a recovery key, to be printed once. */
  readonly withRecoveryKey?: boolean
  /** Cheaper keys for tests only. */
  readonly cost?: SlotCost
  /**
   * First content (code lists, plan, demonstration rows), written while the ledger still has a
   * temporary name: a ledger is there complete or not at all.
   */
  readonly fill?: (ledger: Ledger) => Result<unknown> | Promise<Result<unknown>>
}

export interface CreatedLedger {
  readonly path: string
  readonly ledgerId: string
  /** To open it at once (`openLedger({ key })`); wipe it after. */
  readonly key: Buffer
  readonly recoveryKey: string | null
}

/**
 * Makes a ledger. Errors: `ledgerExists`, `folderMissing`, `notAFolder`, `nameTooLong`, `folderNotWritable`, `passwordTooShort`
 * {least}, `ledgerOnNetwork`, `ledgerInSyncedFolder`, `diskFull`, `inputOutput`; nothing is left behind.
 */
export function createLedger(options: CreateOptions): Promise<Result<CreatedLedger>> {
  return attemptAsync(async () => {
    const { environment } = options
    const { files } = environment
    const path = resolve(options.path)
    const parent = dirname(path)
    requireLongPassphrase(options.passphrase)
    if (files.existsSync(path)) fail('ledgerExists', { path })
    if (!files.existsSync(parent)) fail('folderMissing', { folder: parent })
    if (!files.statSync(parent).isDirectory()) fail('notAFolder', { folder: parent })
    requireLocalPlace(path, environment)
    sweepUnfinished(parent, environment)
    const temporary = join(parent, unfinishedName(basename(path), environment))
    try {
      files.mkdirSync(temporary, { mode: 0o700 })
    } catch (error) {
      throw toldOfPlace(error, parent)
    }
    try {
      const made = await makeIn(temporary, options)
      if (files.existsSync(path)) fail('ledgerExists', { path })
      files.renameSync(temporary, path)
      syncFolder(files, parent)
      return { path, ...made }
    } catch (error) {
      files.rmSync(temporary, { recursive: true, force: true })
      throw toldOfPlace(error, parent)
    }
  })
}

async function makeIn(folder: string, options: CreateOptions): Promise<Omit<CreatedLedger, 'path'>> {
  const { environment } = options
  const ledgerId = environment.newId()
  const key = Buffer.from(environment.randomBytes(ledgerKeyBytes))
  const keys = deriveKeys(key, ledgerId)
  try {
    const recoveryKey = await writeSlots(folder, ledgerId, key, options)
    makeDatabase(folder, ledgerId, keys, environment)
    const opened = openUnlocked({ path: folder, mode: 'write', owner: options.staff, key, environment })
    if (!opened.ok) throw new AppFailure(opened.error)
    try {
      await fillLedger(opened.value, options)
    } finally {
      closeLedger(opened.value)
    }
    return { ledgerId, key, recoveryKey }
  } catch (error) {
    key.fill(0)
    throw error
  } finally {
    wipeKeys(keys)
  }
}

async function writeSlots(
  folder: string,
  ledgerId: string,
  key: Uint8Array,
  options: CreateOptions,
): Promise<string | null> {
  const { environment } = options
  const cost = options.cost ?? standardCost
  const about = { kind: 'user', label: options.staff, passphrase: options.passphrase, cost } as const
  const slots = [await sealSlot(ledgerId, key, about, environment)]
  const recoveryKey = options.withRecoveryKey === true ? recoveryKeyText(environment.randomBytes(20)) : null
  if (recoveryKey !== null) {
    const recovery = { kind: 'recovery', label: '', passphrase: recoveryKey, cost } as const
    slots.push(await sealSlot(ledgerId, key, recovery, environment))
  }
  const content = { format: 'fukushi-daicho keys', version: 1, ledger: ledgerId, slots } as const
  writeKeyFile(join(folder, ledgerFiles.keys), content, environment)
  return recoveryKey
}

function makeDatabase(folder: string, ledgerId: string, keys: DerivedKeys, environment: Environment): void {
  const connection = openConnection(join(folder, ledgerFiles.database), keys, 'write', false)
  try {
    connection.pragma('page_size = 4096')
    connection.pragma(`application_id = ${applicationId}`)
    makeDurable(connection)
    connection.exec('BEGIN IMMEDIATE')
    for (const step of migrations) step.run(connection)
    connection.pragma(`user_version = ${currentVersion}`)
    const insert = connection.prepare('INSERT INTO meta (name, value) VALUES (?, ?)')
    insert.run('ledgerId', ledgerId)
    insert.run('version', String(currentVersion))
    connection.exec('COMMIT')
    const link = rootLink(keys.history, ledgerId)
    const cookie = pragmaNumber(connection, 'schema_version')
    createAnchor(environment.files, join(folder, ledgerFiles.anchor), keys.anchor, link, cookie)
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}

async function fillLedger(ledger: Ledger, options: CreateOptions): Promise<void> {
  const { environment } = options
  const at = environment.now().toISOString()
  const made = mutate(
    ledger,
    { actionId: environment.newId(), staff: options.staff, kind: 'ledger.create', reason: '', at },
    (write) => {
      insertStaff(write, options.staff)
      insertSettings(write, {
        'ledger.name': options.name,
        'ledger.fictional': options.fictional ?? false,
        'ledger.createdAt': at,
      })
      return null
    },
  )
  if (!made.ok) throw new AppFailure(made.error)
  const filled = await options.fill?.(ledger)
  if (filled !== undefined && !filled.ok) throw new AppFailure(filled.error)
}
