import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'
import { type EntityTable, entityChildren, entityTables, isEntityTable } from './entities.ts'

interface ForeignKey {
  readonly id: number
  readonly table: string
  readonly from: string
  readonly to: string | null
}

/** A column of an entity or of its child rows that refers to a row of another (or the same) entity. */
interface Reference {
  /** The entity that refers: the owner, where a child row does. */
  readonly owner: EntityTable
  readonly table: string
  readonly column: string
  readonly to: string
}

const known = new WeakMap<LedgerReader, ReadonlyMap<string, readonly Reference[]>>()

/** Which columns refer to each table, as the schema says. */
function referencesTo(reader: LedgerReader, target: string): readonly Reference[] {
  const found = known.get(reader) ?? readReferences(reader)
  known.set(reader, found)
  return found.get(target) ?? []
}

function readReferences(reader: LedgerReader): ReadonlyMap<string, readonly Reference[]> {
  const { connection } = readerInternals(reader)
  const references: (Reference & { readonly target: string })[] = []
  for (const owner of entityTables) {
    for (const table of [owner, ...entityChildren[owner]]) {
      for (const key of connection.prepare<[], ForeignKey>(`PRAGMA foreign_key_list(${table})`).all()) {
        // A child row's own owner goes with it.
        if (table !== owner && key.from === `${owner}_key`) continue
        references.push({ owner, table, column: key.from, to: key.to ?? 'key', target: key.table })
      }
    }
  }
  return Map.groupBy(references, ({ target }) => target)
}

/**
 * A record that refers to a row that undo would remove, as `表 id`; null when none does but those that go as
 * well (`removed`: 「表 key」).
 */
export function referenceTo(
  reader: LedgerReader,
  row: { readonly table_name: string; readonly row_key: number },
  removed: ReadonlySet<string>,
): { readonly table: EntityTable; readonly key: number } | null {
  if (!isEntityTable(row.table_name)) return null
  const { statements } = readerInternals(reader)
  for (const { owner, table, column, to } of referencesTo(reader, row.table_name)) {
    const ownerKey = table === owner ? 'key' : `${owner}_key`
    const rows = statements
      .prepare<{ key: number }>(
        `SELECT DISTINCT ${ownerKey} AS key FROM ${table}
         WHERE ${column} = (SELECT ${to} FROM ${row.table_name} WHERE key = ?) LIMIT 200`,
      )
      .all(row.row_key)
    const standing = rows.find(({ key }) => !removed.has(`${owner} ${key}`))
    if (standing !== undefined) return { table: owner, key: standing.key }
  }
  return null
}
