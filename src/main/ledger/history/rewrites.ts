import type { Database } from 'better-sqlite3'
import { type EntityTable, entityTables, type RowImage } from './entities.ts'
import { EntityStore } from './entity-store.ts'
import type { HistoryWriter } from './history-writer.ts'
import { LastImages } from './last-images.ts'

/**
 * After migration steps: an entry with before and after for every row whose stored form is no longer
 * its last after-image. Gives their number.
 */
export function recordRewrites(connection: Database, history: HistoryWriter): number {
  let rewritten = 0
  for (const table of entityTables) {
    const images = new LastImages(connection, table)
    const changed = changedRows(connection, table, images)
    for (const { key, after } of changed) {
      const before = images.of(key)
      const row = { table, key, id: String(after.columns.id) }
      const earlier = before?.after == null ? null : (JSON.parse(before.after) as RowImage)
      history.record(earlier === null ? 'insert' : 'update', row, earlier, after)
      rewritten += 1
    }
  }
  return rewritten
}

function changedRows(
  connection: Database,
  table: EntityTable,
  images: LastImages,
): readonly { readonly key: number; readonly after: RowImage }[] {
  const changed = []
  const store = new EntityStore(connection, table)
  for (const after of store.readAll()) {
    const key = Number(after.columns.key)
    const last = images.of(key)?.after ?? null
    if (last === null || !store.saysTheSame(last, after)) changed.push({ key, after })
  }
  return changed
}
