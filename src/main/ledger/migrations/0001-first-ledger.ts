import { activities } from './0001/activities.ts'
import { cases } from './0001/cases.ts'
import { history } from './0001/history.ts'
import { organisation } from './0001/organisation.ts'
import { planning } from './0001/planning.ts'
import type { Migration } from './migration.ts'

/**
 * The first schema. Until version 0.1 is released it may still change (statistics may add covering
 * indexes); after that it is frozen like every other step.
 */
export const firstLedger: Migration = {
  version: 1,
  name: 'first ledger',
  run: (connection) => {
    for (const part of [organisation, cases, activities, planning, history]) connection.exec(part)
  },
}
