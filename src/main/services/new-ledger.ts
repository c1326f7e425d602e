import type { Result } from '../../shared/contract/errors.ts'
import type { LedgerRows } from '../../shared/statistics/rows.ts'
import { firstDayOf } from '../../shared/time/calendar.ts'
import type { Day } from '../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../shared/time/fiscal-year.ts'
import { dayInJapan } from '../../shared/time/japan.ts'
import type { Environment } from '../ledger/environment.ts'
import type { SlotCost } from '../ledger/keys/key-file.ts'
import { type CreatedLedger, createLedger } from '../ledger/open/create.ts'
import { fillLedger } from './ledger-content/fill-ledger.ts'
import { organisationFrom } from './ledger-content/organisation.ts'
import { type OrganisationPreset, readPresets } from './presets.ts'

export interface NewLedgerOptions {
  /** The folder to make: `…/名前.daicho`. */
  readonly path: string
  readonly name: string
  readonly passphrase: string
  readonly staff: string
  readonly environment: Environment
  readonly withRecoveryKey?: boolean
  /** Cheaper keys, for tests only. */
  readonly cost?: SlotCost
}

/**
 * Makes an empty ledger: code lists, statistics, the plan's tree and the organisation, no figures. Recording
 * begins with the fiscal year of today. Errors as `createLedger`.
 */
export function createEmptyLedger(options: NewLedgerOptions): Promise<Result<CreatedLedger>> {
  const { environment, staff } = options
  const since = firstDayOf(fiscalYearPeriod(fiscalYearOf(dayInJapan(environment.now()))).from)
  const presets = readPresets()
  const organisation = organisationFrom(presets.organisation, since)
  return createLedger({
    ...options,
    fictional: false,
    fill: (ledger) =>
      fillLedger(ledger, {
        presets: { ...presets, organisation },
        rows: emptyRows(organisation, since),
        papers: [],
        staff,
        colleagues: [],
        environment,
      }),
  })
}

function emptyRows(organisation: OrganisationPreset, since: Day): LedgerRows {
  const { programmes, parties, partyForms, venues } = organisation
  return {
    programmes,
    parties,
    partyForms,
    venues,
    cases: [],
    caseEpisodes: [],
    consultations: [],
    coordinations: [],
    referrals: [],
    activities: [],
    tallies: [],
    reports: [],
    recordingSince: since,
    earlierCasesKnown: false,
  }
}
