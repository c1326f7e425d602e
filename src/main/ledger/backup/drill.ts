import { join } from 'node:path'
import type { Result } from '../../../shared/contract/errors.ts'
import type { Environment } from '../environment.ts'
import { attemptAsync } from '../failures.ts'
import { type HistoryProblem, verifyHistory } from '../history/verify.ts'
import { copyKeys, wipeKeys } from '../keys/derive.ts'
import type { LedgerReader } from '../ledger.ts'
import { closeLedger } from '../open/close.ts'
import { openReaderWithKeys } from '../open/open.ts'
import { requireManifest } from './inspect-backup.ts'
import { restoreInto } from './restore.ts'
import { type BackupSecret, backupKeys } from './secret.ts'

export interface DrillReport {
  readonly backup: string
  /** When the backup was taken. */
  readonly takenAt: string
  /** Entries of history that were verified in the restored ledger. */
  readonly entries: number
  readonly problems: readonly HistoryProblem[]
}

/**
 * Restore drill (復元訓練): restores a backup into `scratch` as in an emergency, opens it, verifies its
 * whole history, and removes it again. Errors as `restoreBackup`: then the backup is not good.
 */
export function drillBackup(options: {
  readonly backup: string
  /** A folder with room for a copy; nothing is left in it. */
  readonly scratch: string
  readonly secret: BackupSecret
  readonly staff: string
  readonly environment: Environment
}): Promise<Result<DrillReport>> {
  return attemptAsync(async () => {
    const { backup, scratch, environment, staff } = options
    const folder = join(scratch, `.${environment.newId()}.drill`)
    const { takenAt } = requireManifest(backup, environment)
    const { ledgerId, keys } = await backupKeys(backup, options.secret, environment)
    try {
      const secret = { keys: copyKeys(keys), ledgerId }
      await restoreInto(folder, { backup, secret, staff, environment, parent: scratch })
      const reader: LedgerReader = openReaderWithKeys(
        { path: folder, mode: 'read', environment },
        ledgerId,
        copyKeys(keys),
      )
      try {
        const { entries, problems } = verifyHistory(reader)
        return { backup, takenAt, entries, problems }
      } finally {
        closeLedger(reader)
      }
    } finally {
      wipeKeys(keys)
      environment.files.rmSync(folder, { recursive: true, force: true })
    }
  })
}
