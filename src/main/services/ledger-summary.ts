import type { Staff } from '../../shared/contract/schemas/ledger.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { build } from '../ledger/query.ts'

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
    const settings = new Map(
      ledger
        .all(build.selectFrom('setting').select(['name', 'value']).where('name', 'like', 'ledger.%'))
        .map(({ name, value }) => [name, JSON.parse(value) as unknown]),
    )
    const last = ledger.get(
      build.selectFrom('action').select(['last_seq', 'at']).orderBy('key', 'desc').limit(1),
    )
    return {
      name: textOf(settings.get('ledger.name')),
      city: textOf(settings.get('ledger.city')),
      fictional: settings.get('ledger.fictional') === true,
      yearsWithData: yearsWithData(ledger),
      revision: last?.last_seq ?? 0,
      lastSavedAt: last?.at ?? null,
      staff: staffOf(ledger),
    }
  })
}

/** The staff list in its order; those whose time is over are not active. */
export function staffOf(ledger: LedgerReader): Staff[] {
  return ledger
    .all(build.selectFrom('staff').select(['id', 'name', 'valid_to']).orderBy('position'))
    .map(({ id, name, valid_to }) => ({ id, name, active: valid_to === null }))
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

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
