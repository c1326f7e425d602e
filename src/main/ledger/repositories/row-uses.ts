import { sql } from 'kysely'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { Tables } from '../tables.ts'

/** Where a row of an organisation's table is referred to: by its key, or by its code. */
interface Reference {
  readonly table: keyof Tables
  readonly column: string
  readonly by: 'key' | 'code'
}

const byKey = (column: string, ...tables: readonly (keyof Tables)[]): readonly Reference[] =>
  tables.map((table) => ({ table, column, by: 'key' }))

const references = {
  party: [
    ...byKey('party_key', 'consultation', 'coordination', 'referral', 'activity', 'tally', 'report'),
    // Forms and their sheets are parts of the party: they go with it.
    ...byKey('party_key', 'counting_rule_party'),
    { table: 'party', column: 'predecessor', by: 'code' },
  ],
  programme: [...byKey('programme_key', 'party'), { table: 'programme', column: 'predecessor', by: 'code' }],
  venue: byKey('venue_key', 'activity'),
  department: [],
} as const satisfies Readonly<Record<string, readonly Reference[]>>

export type ReferredTable = keyof typeof references

/** How many rows refer to each row of a table, by its code: 0 may be deleted. */
export function rowUses(reader: LedgerReader, table: ReferredTable): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  const list: readonly Reference[] = references[table]
  for (const { table: from, column, by } of list) {
    const rows = reader.all(
      sql<{ code: string; count: number }>`SELECT t.code AS code, count(*) AS count
        FROM ${sql.table(from)} r JOIN ${sql.table(table)} t ON t.${sql.ref(by)} = r.${sql.ref(column)}
        GROUP BY t.code`.compile(build),
    )
    for (const { code, count } of rows) uses.set(code, (uses.get(code) ?? 0) + count)
  }
  return uses
}
