import type { Result } from '../../../shared/contract/errors.ts'
import type { Environment } from '../environment.ts'
import { attempt } from '../failures.ts'
import type { BackupEntry } from './backup.ts'
import { listBackups } from './list.ts'

/** 7 daily, 4 weekly, 12 monthly (trust, Nothing gets lost §3). */
const kept = { daily: 7, weekly: 4, monthly: 12 } as const

interface Dated {
  readonly takenAt: string
}

/** Day in Japan, as days since 1970. */
function dayNumber(instant: string): number {
  return Math.floor((Date.parse(instant) + 9 * 3_600_000) / 86_400_000)
}

/**
 * Which backups to keep, of any order: the newest of each of the last 7 days, 4 weeks (from Monday) and
 * 12 months that have one. The newest is always kept. Clocks may jump: only the order of the times counts.
 */
export function backupsToKeep<B extends Dated>(backups: readonly B[]): ReadonlySet<B> {
  const newestFirst = backups.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
  const keep = new Set<B>()
  const keepNewestOf = (count: number, periodOf: (backup: B) => string | number): void => {
    const periods = new Set<string | number>()
    for (const backup of newestFirst) {
      const period = periodOf(backup)
      if (periods.has(period) || periods.size >= count) continue
      periods.add(period)
      keep.add(backup)
    }
  }
  keepNewestOf(kept.daily, ({ takenAt }) => dayNumber(takenAt))
  keepNewestOf(kept.weekly, ({ takenAt }) => Math.floor((dayNumber(takenAt) + 3) / 7))
  keepNewestOf(kept.monthly, ({ takenAt }) =>
    new Date(dayNumber(takenAt) * 86_400_000).toISOString().slice(0, 7),
  )
  return keep
}

/**
 * Removes what rotation no longer keeps, of one ledger in one place. Backups that could not be verified
 * do not count towards the kept ones, and are not removed: someone must look at them. Gives what was removed.
 */
export function rotateBackups(
  place: string,
  ledgerId: string,
  environment: Environment,
): Result<readonly BackupEntry[]> {
  const listed = listBackups(place, environment)
  if (!listed.ok) return listed
  return attempt(() => {
    const own = listed.value.filter((backup) => backup.ledgerId === ledgerId && backup.verified)
    const keep = backupsToKeep(own)
    const removed = own.filter((backup) => !keep.has(backup))
    for (const { path } of removed) environment.files.rmSync(path, { recursive: true, force: true })
    return removed
  })
}
