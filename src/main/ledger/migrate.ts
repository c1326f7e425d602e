import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { createBackupWith } from './backup/backup.ts'
import { defaultBackupPlace } from './backup/places.ts'
import { appErrorOf } from './failures.ts'
import { recordRewrites } from './history/rewrites.ts'
import type { WriterInternals } from './internals.ts'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { runAction } from './mutate.ts'
import { pragmaNumber } from './open/connection.ts'

/**
 * Brings an older ledger to the newest version: a verified backup first, then every pending step, the
 * version and the history entries of all changed rows in one transaction. Gives the version it came
 * from, or null when there was nothing to do. Stops with `backupFailed` or `migrationFailed`
 * {from, to}; the ledger is then as it was.
 */
export function migrate(
  path: string,
  ledgerId: string,
  internals: WriterInternals,
  steps: readonly Migration[] = migrations,
): number | null {
  const { connection, environment } = internals
  const from = pragmaNumber(connection, 'user_version')
  const pending = steps.filter(({ version }) => version > from)
  const newest = pending.at(-1)
  if (newest === undefined) return null
  createBackupWith(internals, { path, ledgerId, place: defaultBackupPlace(path), reason: 'migration' })
  try {
    const done = runAction(
      internals,
      {
        actionId: environment.newId(),
        staff: 'system',
        kind: 'ledger.migrate',
        reason: pending.map(({ name }) => name).join(', '),
        at: environment.now().toISOString(),
      },
      (history) => {
        for (const step of pending) step.run(connection)
        connection.pragma(`user_version = ${newest.version}`)
        connection.prepare("UPDATE meta SET value = ? WHERE name = 'version'").run(String(newest.version))
        const rewritten = recordRewrites(connection, history)
        // A new partial index without statistics makes SQLite believe that its table is nearly empty: it then
        // sorts all actions or entries through another index instead of walking them by key.
        connection.exec('ANALYZE')
        return { from, to: newest.version, rewritten }
      },
    )
    if (!done.ok) throw new AppFailure(done.error)
    internals.stores.forget()
    return from
  } catch (error) {
    const typed = appErrorOf(error)
    const cause = typed?.code ?? 'internal'
    throw new AppFailure(appError('migrationFailed', { path, from, to: newest.version, cause }), {
      cause: error,
    })
  }
}
