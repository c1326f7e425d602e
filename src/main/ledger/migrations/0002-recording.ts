import { activities } from './0002/activities.ts'
import { codeLists } from './0002/code-lists.ts'
import { consultations } from './0002/consultations.ts'
import { figures } from './0002/figures.ts'
import { historyIndexes } from './0002/history.ts'
import { indexes } from './0002/indexes.ts'
import { organisation } from './0002/organisation.ts'
import { sheets } from './0002/sheets.ts'
import type { Migration } from './migration.ts'

/**
 * What the recording screens need beside the first schema. Every new column has a default and every new
 * child table begins empty, so no row of an older ledger is rewritten but those of the code lists, whose
 * readings were one JSON. A part is SQL, or a function where
 * SQL alone cannot carry old values over.
 */
export const recording: Migration = {
  version: 2,
  name: 'recording',
  run: (connection) => {
    for (const part of [consultations, activities, figures, organisation, sheets, historyIndexes, indexes])
      connection.exec(part)
    codeLists(connection)
  },
}
