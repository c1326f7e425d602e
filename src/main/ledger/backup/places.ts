import { join } from 'node:path'
import { ledgerFiles } from '../files.ts'

/** Ends the name of a backup's folder. */
export const backupSuffix = '.daicho-backup'

/** The first of the two places: inside the ledger's folder. The second one, on another disk, is a setting. */
export function defaultBackupPlace(ledgerPath: string): string {
  return join(ledgerPath, ledgerFiles.backups)
}
