import type { LedgerRows } from '../../../shared/statistics/rows.ts'
import type { LedgerReader } from '../ledger.ts'
import { readActivities } from '../repositories/activities.ts'
import { readCaseEpisodes, readCases } from '../repositories/cases.ts'
import { readConsultations, readCoordinations, readReferrals } from '../repositories/consultations.ts'
import { readParties, readPartyForms } from '../repositories/parties.ts'
import { readProgrammes, readVenues } from '../repositories/programmes.ts'
import { readReports } from '../repositories/reports.ts'
import { readRecording } from '../repositories/settings.ts'
import { readTallies } from '../repositories/tallies.ts'

/**
 * The whole ledger as plain rows, in the order of recording, on one unchanging state: for the pure
 * calculators and tests. Memory grows with the ledger: statistics of large ones use SQL.
 */
export function readRows(reader: LedgerReader): LedgerRows {
  return reader.snapshot(() => ({
    programmes: readProgrammes(reader),
    parties: readParties(reader),
    partyForms: readPartyForms(reader),
    venues: readVenues(reader),
    cases: readCases(reader),
    caseEpisodes: readCaseEpisodes(reader),
    consultations: readConsultations(reader),
    coordinations: readCoordinations(reader),
    referrals: readReferrals(reader),
    activities: readActivities(reader),
    tallies: readTallies(reader),
    reports: readReports(reader),
    ...readRecording(reader),
  }))
}
