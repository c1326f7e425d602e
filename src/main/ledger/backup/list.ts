import { join } from 'node:path'
import type { Result } from '../../../shared/contract/errors.ts'
import type { Environment } from '../environment.ts'
import { attempt } from '../failures.ts'
import { ledgerFiles } from '../files.ts'
import { type BackupEntry, entryOf } from './backup.ts'
import { readManifest } from './manifest.ts'
import { backupSuffix } from './places.ts'

/**
 * Backups in a place, newest first; works without any key, and when the ledger itself does not open.
 * `verified` says that it was when it was written, and that its files still have their size: a restore
 * looks at every byte. A folder without a readable manifest is no backup and is left out. An absent
 * place holds none.
 */
export function listBackups(place: string, environment: Environment): Result<readonly BackupEntry[]> {
  return attempt(() => {
    const { files } = environment
    if (!files.existsSync(place)) return []
    return files
      .readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.endsWith(backupSuffix))
      .flatMap((entry): BackupEntry[] => {
        const folder = join(place, entry.name)
        const manifest = readManifest(folder, environment)
        if (manifest === null) return []
        const database = join(folder, ledgerFiles.database)
        const whole =
          files.existsSync(database) && files.statSync(database).size === manifest.files['ledger.db'].bytes
        return [entryOf(folder, manifest, whole && files.existsSync(join(folder, ledgerFiles.keys)))]
      })
      .toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : a.path < b.path ? 1 : -1))
  })
}
