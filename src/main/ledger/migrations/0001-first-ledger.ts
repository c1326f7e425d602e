import { activities } from './0001/activities.ts'
import { cases } from './0001/cases.ts'
import { history } from './0001/history.ts'
import { organisation } from './0001/organisation.ts'
import { planning } from './0001/planning.ts'
import type { Migration } from './migration.ts'

/**
 * The first schema. Ledgers of it exist: it is frozen, and whatever comes later is a step of its own.
 */
export const firstLedger: Migration = {
  version: 1,
  name: 'first ledger',
  run: (connection) => {
    for (const part of [organisation, cases, activities, planning, history]) connection.exec(part)
  },
}
