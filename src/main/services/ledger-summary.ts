import type { Staff } from '../../shared/contract/schemas/ledger.ts'
import type { Day } from '../../shared/time/day.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { historyState } from '../ledger/repositories/history-list.ts'
import { readLedgerFacts } from '../ledger/repositories/settings.ts'
import { listStaff } from '../ledger/repositories/staff.ts'
import { backupsOf } from './backups.ts'
import { readCity } from './ledger-content/settings.ts'
import { yearsWithData } from './years-with-data.ts'

/** What the frame shows of a ledger. */
export interface LedgerSummary {
  readonly name: string
  readonly city: string
  readonly fictional: boolean
  /** Years that hold a consultation, a held activity or a monthly value, oldest first. */
  readonly yearsWithData: readonly number[]
  /** Number of the last history entry. */
  readonly revision: number
  readonly lastSavedAt: string | null
  readonly lastBackupAt: string | null
  readonly staff: readonly Staff[]
}

/** Reads the summary; a few index look-ups. `today` decides who of the staff is still there. */
export function summariseLedger(ledger: LedgerReader, today: Day | null = null): LedgerSummary {
  return ledger.snapshot(() => {
    const { name, fictional } = readLedgerFacts(ledger)
    const { sequence, lastAt } = historyState(ledger)
    return {
      name,
      city: readCity(ledger)?.name ?? '',
      fictional,
      yearsWithData: yearsWithData(ledger),
      revision: sequence,
      lastSavedAt: lastAt,
      lastBackupAt: backupsOf(ledger.path, sequence).find((backup) => backup.verified)?.takenAt ?? null,
      staff: staffOf(ledger, today),
    }
  })
}

/** The staff list in its order; those whose time is over are not active. */
export function staffOf(ledger: LedgerReader, today: Day | null = null): Staff[] {
  return listStaff(ledger).map(({ id, name, validTo }) => ({
    id,
    name,
    active: validTo === null || (today !== null && today <= validTo),
  }))
}
