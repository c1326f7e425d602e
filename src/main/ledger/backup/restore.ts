import { basename, dirname, join, resolve } from 'node:path'
import { AppFailure, type Result } from '../../../shared/contract/errors.ts'
import type { Environment } from '../environment.ts'
import { attemptAsync, fail } from '../failures.ts'
import { ledgerFiles, syncFile, syncFolder } from '../files.ts'
import { createAnchor } from '../history/anchor.ts'
import { lastLink } from '../history/chain.ts'
import { copyKeys, type DerivedKeys, wipeKeys } from '../keys/derive.ts'
import type { Ledger } from '../ledger.ts'
import { mutate } from '../mutate.ts'
import { closeLedger } from '../open/close.ts'
import { openConnection, pragmaNumber } from '../open/connection.ts'
import { takeSeat } from '../open/lock.ts'
import { openWithKeys } from '../open/open.ts'
import { requireLocalPlace } from '../open/place.ts'
import { requireGoodCopy, requireManifest, requireSameFiles } from './inspect-backup.ts'
import { type BackupSecret, backupKeys } from './secret.ts'

export interface RestoreOptions {
  /** The folder `…daicho-backup`. */
  readonly backup: string
  /** The ledger's folder to make. */
  readonly to: string
  readonly secret: BackupSecret
  /** Who restores; recorded in the history of the restored ledger. */
  readonly staff: string
  readonly environment: Environment
}

/**
 * Makes a ledger from a backup at a new place, after looking at every byte of the backup. The ledger it
 * came from is not touched. Errors: `ledgerExists`, `folderMissing`, `fileMissing`, `backupNotGood`
 * {path, cause}, `wrongPassword`, `tooManyPasswordAttempts`, file errors; nothing is left behind.
 */
export function restoreBackup(options: RestoreOptions): Promise<Result<{ readonly path: string }>> {
  return attemptAsync(async () => {
    const { environment } = options
    const { files } = environment
    const to = resolve(options.to)
    const parent = dirname(to)
    if (files.existsSync(to)) fail('ledgerExists', { path: to })
    if (!files.existsSync(parent)) fail('folderMissing', { folder: parent })
    requireLocalPlace(to, environment)
    const temporary = join(parent, `.${basename(to)}.${environment.newId()}.making`)
    await restoreInto(temporary, { ...options, parent })
    try {
      files.renameSync(temporary, to)
    } catch (error) {
      files.rmSync(temporary, { recursive: true, force: true })
      throw error
    }
    syncFolder(files, parent)
    return { path: to }
  })
}

/**
 * Puts a backup in the place of a ledger; the replaced ledger is kept beside it, under the name that is
 * given back (`kept`, null when there was none). Errors as `restoreBackup`, and `ledgerInUse`; on any
 * error the ledger stands where it stood.
 */
export function replaceLedger(
  options: RestoreOptions,
): Promise<Result<{ readonly path: string; readonly kept: string | null }>> {
  return attemptAsync(async () => {
    const { environment } = options
    const { files } = environment
    const to = resolve(options.to)
    const parent = dirname(to)
    if (!files.existsSync(parent)) fail('folderMissing', { folder: parent })
    if (files.existsSync(to)) takeSeat(to, options.staff, environment).release()
    const temporary = join(parent, `.${basename(to)}.${environment.newId()}.making`)
    await restoreInto(temporary, { ...options, parent })
    try {
      const kept = files.existsSync(to) ? keptPath(to, environment) : null
      if (kept === null) files.renameSync(temporary, to)
      else swap({ old: to, young: temporary, kept }, environment)
      syncFolder(files, parent)
      return { path: to, kept }
    } catch (error) {
      files.rmSync(temporary, { recursive: true, force: true })
      throw error
    }
  })
}

/** The old ledger steps aside, its backups stay with the name; a step that fails takes back those before it. */
function swap(
  { old, young, kept }: { readonly old: string; readonly young: string; readonly kept: string },
  { files }: Environment,
): void {
  const moves: (readonly [from: string, to: string])[] = [
    [old, kept],
    [young, old],
  ]
  if (files.existsSync(join(old, ledgerFiles.backups))) {
    moves.unshift([join(old, ledgerFiles.backups), join(young, ledgerFiles.backups)])
  }
  const done: (readonly [from: string, to: string])[] = []
  try {
    for (const move of moves) {
      files.renameSync(...move)
      done.unshift(move)
    }
  } catch (error) {
    for (const [from, to] of done) files.renameSync(to, from)
    throw error
  }
}

function keptPath(path: string, environment: Environment): string {
  const local = environment.now().toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' })
  const stamp = local.replaceAll(/[-:]/g, '').replace(' ', '-')
  const name = basename(path).replace(/\.daicho$/, '')
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `_${number}`
    const candidate = join(dirname(path), `${name}_復元前_${stamp}${end}.daicho`)
    if (!environment.files.existsSync(candidate)) return candidate
  }
}

/** Builds a whole ledger in `folder`; on failure the folder is gone again. */
export async function restoreInto(
  folder: string,
  options: Omit<RestoreOptions, 'to'> & { readonly parent: string },
): Promise<void> {
  const { environment, backup } = options
  const { files } = environment
  const manifest = requireManifest(backup, environment)
  requireSameFiles(backup, manifest, environment)
  const { ledgerId, keys } = await backupKeys(backup, options.secret, environment)
  try {
    requireGoodCopy(backup, manifest, ledgerId, keys)
    files.mkdirSync(folder, { mode: 0o700 })
    try {
      for (const name of [ledgerFiles.database, ledgerFiles.keys]) {
        files.copyFileSync(join(backup, name), join(folder, name))
        syncFile(files, join(folder, name))
      }
      anchorRestored(folder, ledgerId, keys, environment)
      recordRestore(folder, ledgerId, keys, options)
    } catch (error) {
      files.rmSync(folder, { recursive: true, force: true })
      throw error
    }
  } finally {
    wipeKeys(keys)
  }
}

/** The anchor begins anew at the end of the restored history, which the manifest vouched for. */
function anchorRestored(folder: string, ledgerId: string, keys: DerivedKeys, environment: Environment): void {
  const connection = openConnection(join(folder, ledgerFiles.database), keys, 'read')
  try {
    const link = lastLink(connection, keys.history, ledgerId)
    const cookie = pragmaNumber(connection, 'schema_version')
    createAnchor(environment.files, join(folder, ledgerFiles.anchor), keys.anchor, link, cookie)
  } finally {
    connection.close()
  }
}

function recordRestore(
  folder: string,
  ledgerId: string,
  keys: DerivedKeys,
  options: Omit<RestoreOptions, 'to'>,
): void {
  const { environment, staff } = options
  const at = environment.now().toISOString()
  const ledger: Ledger = openWithKeys(
    { path: folder, mode: 'write', owner: staff, environment },
    ledgerId,
    copyKeys(keys),
  )
  try {
    const reason = basename(options.backup)
    const action = { actionId: environment.newId(), staff, kind: 'ledger.restore', reason, at }
    const recorded = mutate(ledger, action, () => null)
    if (!recorded.ok) throw new AppFailure(recorded.error)
  } finally {
    closeLedger(ledger)
  }
}
