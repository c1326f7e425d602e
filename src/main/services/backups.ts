import path from 'node:path'
import { AppFailure, type Result } from '../../shared/contract/errors.ts'
import type { BackupEntry } from '../../shared/contract/schemas/ledger.ts'
import { createBackup, type BackupEntry as StoredBackup } from '../ledger/backup/backup.ts'
import { listBackups } from '../ledger/backup/list.ts'
import { defaultBackupPlace } from '../ledger/backup/places.ts'
import { rotateBackups } from '../ledger/backup/rotate.ts'
import { systemEnvironment } from '../ledger/environment.ts'
import { historyState } from '../ledger/repositories/history-list.ts'
import type { BackendContext, BackendHandlers, ReaderContext } from './contexts.ts'

type Reason = BackupEntry['reason']

/** Steps in a reader worker: a reading connection copies beside whatever the writer does. */
export const backupReaderTasks = {
  /** A verified copy into a folder; null is the ledger's own place. */
  'backup.make': (
    { folder, reason }: { readonly folder: string | null; readonly reason: Reason },
    { ledger, progress }: ReaderContext,
  ): BackupEntry => {
    progress('copying', 0, null)
    return entryOf(
      unwrap(createBackup(ledger, { place: folder ?? defaultBackupPlace(ledger.path), reason })),
      0,
    )
  },
  /** An automatic copy, unless the newest one already holds everything; old ones rotate out. */
  'backup.automatic': ({ reason }: { readonly reason: Reason }, { ledger }: ReaderContext): BackupEntry => {
    const place = defaultBackupPlace(ledger.path)
    const { sequence } = historyState(ledger)
    const environment = systemEnvironment()
    const newest = unwrap(listBackups(place, environment)).find((backup) => backup.ledgerId === ledger.id)
    if (newest?.verified && newest.historyCount === sequence) return entryOf(newest, 0)
    const made = unwrap(createBackup(ledger, { place, reason }))
    rotateBackups(place, ledger.id, environment)
    return entryOf(made, 0)
  },
}

/** `backup.create`: a copy when the user wants one. */
export const backupBackend = {
  'backup.create': async ({ folder }, context: BackendContext) => {
    const target = folder === null ? null : context.shelf.folder(folder)
    return { backup: await context.ask('reader', 'backup.make', { folder: target, reason: 'manual' }) }
  },
} satisfies Pick<BackendHandlers, 'backup.create'>

/**
 * Backups of a ledger in its own place, newest first; needs no key and works when the ledger does not open.
 *
 * @param sequence the ledger's last history entry, or null when it cannot be read.
 */
export function backupsOf(ledger: string, sequence: number | null): BackupEntry[] {
  const place = defaultBackupPlace(path.resolve(ledger))
  return unwrap(listBackups(place, systemEnvironment())).map((backup) =>
    entryOf(backup, sequence === null ? null : Math.max(0, sequence - backup.historyCount)),
  )
}

function entryOf(backup: StoredBackup, missing: number | null): BackupEntry {
  const { ledgerId: _ledgerId, ...rest } = backup
  return { ...rest, missing }
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new AppFailure(result.error)
  return result.value
}
