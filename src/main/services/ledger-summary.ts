import type { Staff } from '../../shared/contract/schemas/ledger.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { build } from '../ledger/query.ts'
import { historyState } from '../ledger/repositories/history-list.ts'
import { readLedgerFacts } from '../ledger/repositories/settings.ts'
import { listStaff } from '../ledger/repositories/staff.ts'
import { readPresets } from './presets.ts'

/** What the frame shows of a ledger. */
export interface LedgerSummary {
  readonly name: string
  readonly city: string
  readonly fictional: boolean
  /** Years that hold a consultation, an activity or a monthly value, oldest first. */
  readonly yearsWithData: readonly number[]
  /** Number of the last history entry. */
  readonly revision: number
  readonly lastSavedAt: string | null
  readonly staff: readonly Staff[]
}

/** Reads the summary; a few index look-ups. */
export function summariseLedger(ledger: LedgerReader): LedgerSummary {
  return ledger.snapshot(() => {
    const { name, fictional } = readLedgerFacts(ledger)
    const { sequence, lastAt } = historyState(ledger)
    return {
      name,
      city: readPresets().organisation.city,
      fictional,
      yearsWithData: yearsWithData(ledger),
      revision: sequence,
      lastSavedAt: lastAt,
      staff: staffOf(ledger),
    }
  })
}

/** The staff list in its order; those whose time is over are not active. */
export function staffOf(ledger: LedgerReader): Staff[] {
  return listStaff(ledger).map(({ id, name, validTo }) => ({ id, name, active: validTo === null }))
}

function yearsWithData(ledger: LedgerReader): number[] {
  const years = new Set<number>()
  for (const table of ['consultation', 'activity', 'tally'] as const) {
    for (const { fiscal_year } of ledger.all(build.selectFrom(table).select('fiscal_year').distinct())) {
      years.add(fiscal_year)
    }
  }
  return [...years].sort((a, b) => a - b)
}
