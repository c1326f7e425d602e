import type { LedgerRows } from '../../../shared/statistics/rows.ts'
import { readPresets } from '../presets.ts'
import { demonstrationActivities } from './activities/index.ts'
import { caseRegister } from './case-register.ts'
import { demonstrationConsultations } from './consultations.ts'
import { demonstrationCoordinations, demonstrationReferrals } from './links.ts'
import { withMergedCase } from './name-matching.ts'
import { caseRows } from './registered-case.ts'
import { demonstrationReports } from './reports.ts'
import { demonstrationTallies } from './tallies.ts'

/** The seed of the demonstration ledger that the tool makes. */
export const demonstrationSeed = 13_229

/**
 * The demonstration ledger as rows (domain §9): three fiscal years to 31 March 2025, the same figures and
 * ids for the same seed. The activities of the real council paper have their true dates and states;
 * everything else is invented, and the ledger that holds it is marked so.
 */
export function demonstrationRows(seed: number = demonstrationSeed): LedgerRows {
  const { programmes, parties, partyForms, venues } = readPresets().organisation
  const register = caseRegister(seed)
  const { caseEpisodes, ...opened } = caseRows(seed, register)
  const { cases, consultations } = withMergedCase(
    seed,
    opened.cases,
    demonstrationConsultations(seed, register),
  )
  const activities = demonstrationActivities(seed)
  return {
    programmes,
    parties,
    partyForms,
    venues,
    cases,
    caseEpisodes,
    consultations,
    coordinations: demonstrationCoordinations(seed, consultations),
    referrals: demonstrationReferrals(seed, consultations),
    activities,
    tallies: demonstrationTallies(seed, activities),
    reports: demonstrationReports(partyForms, { consultations, activities }),
    recordingSince: '2022-04-01',
    earlierCasesKnown: true,
  }
}
