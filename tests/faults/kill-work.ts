import { migrations } from '../../src/main/ledger/migrations/index.ts'
import type { Migration } from '../../src/main/ledger/migrations/migration.ts'
import type { LedgerRows } from '../../src/shared/statistics/rows.ts'

export const emptyRows: LedgerRows = {
  programmes: [],
  parties: [],
  partyForms: [],
  venues: [],
  cases: [],
  caseEpisodes: [],
  consultations: [],
  coordinations: [],
  referrals: [],
  activities: [],
  tallies: [],
  reports: [],
  recordingSince: '2022-04-01',
  earlierCasesKnown: false,
}

/** A second version that rewrites every row, to be killed in the middle. */
export const plantedMigrations: readonly Migration[] = [
  ...migrations,
  {
    version: 2,
    name: 'planted',
    run: (connection) => {
      connection.exec('ALTER TABLE venue ADD COLUMN seats INTEGER; UPDATE venue SET seats = 1')
    },
  },
]
