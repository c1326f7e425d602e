import { sql } from 'kysely'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { HistoryLine } from './history-list.ts'

/** A line of the history with its images as JSON text; `disposed` when they were disposed of. */
export interface HistoryEntryRow extends HistoryLine {
  readonly rowKey: number
  readonly before: string | null
  readonly after: string | null
  readonly disposed: boolean
}

function entriesQuery() {
  return build
    .selectFrom('history as h')
    .innerJoin('action as a', 'a.key', 'h.action_key')
    .leftJoin('history_image as i', 'i.seq', 'h.seq')
    .select([
      'h.seq as sequence',
      'a.at',
      'a.staff as who',
      'a.kind as action',
      'a.id as actionId',
      'h.change',
      'h.table_name as table',
      'h.row_id as rowId',
      'h.row_key as rowKey',
      'a.reason',
      'i.before',
      'i.after',
      sql<0 | 1>`i.seq IS NULL AND h.change <> 'none'`.as('disposed'),
    ])
}

const told = (row: Omit<HistoryEntryRow, 'disposed'> & { readonly disposed: 0 | 1 }): HistoryEntryRow => ({
  ...row,
  disposed: row.disposed === 1,
})

/** Every entry of a row, newest first, from below `before`; a removed row is found as well. */
export function entriesOfRow(
  reader: LedgerReader,
  table: string,
  rowId: string,
  before: number | null,
  limit: number,
): readonly HistoryEntryRow[] {
  const key = rowKeyOf(reader, table, rowId)
  if (key === null) return []
  const query = entriesQuery()
    .where('h.table_name', '=', table)
    .where('h.row_key', '=', key)
    .orderBy('h.seq', 'desc')
    .limit(limit)
  return reader.all(before === null ? query : query.where('h.seq', '<', before)).map(told)
}

/** The index of the history knows keys. An id belongs to one key for ever; only a removed row is looked for. */
function rowKeyOf(reader: LedgerReader, table: string, rowId: string): number | null {
  const row = reader.get(
    sql<{ key: number }>`
      SELECT key FROM ${sql.table(table)} WHERE id = ${rowId}`.compile(build),
  )
  if (row !== undefined) return row.key
  const removed = reader.get(
    build
      .selectFrom('history')
      .select('row_key as key')
      // In its own words, so that the index of removed rows is found.
      .where(sql<boolean>`change = 'delete'`)
      .where('row_id', '=', rowId)
      .where('table_name', '=', table)
      .limit(1),
  )
  return removed?.key ?? null
}

/** Entries of an action in the order in which they were made, after `after`. */
export function entriesOfAction(
  reader: LedgerReader,
  action: { readonly firstSequence: number; readonly lastSequence: number },
  after: number | null,
  limit: number,
): readonly HistoryEntryRow[] {
  return reader
    .all(
      entriesQuery()
        .where('h.seq', '>', after ?? action.firstSequence - 1)
        .where('h.seq', '<=', action.lastSequence)
        .orderBy('h.seq')
        .limit(limit),
    )
    .map(told)
}

/** One entry by its number, or null. */
export function entryAt(reader: LedgerReader, sequence: number): HistoryEntryRow | null {
  const row = reader.get(entriesQuery().where('h.seq', '=', sequence))
  return row === undefined ? null : told(row)
}

/** The first entry of an action that is about a table, or null. */
export function firstEntryOf(
  reader: LedgerReader,
  action: { readonly firstSequence: number; readonly lastSequence: number },
  table: string,
): HistoryEntryRow | null {
  const row = reader.get(
    entriesQuery()
      .where('h.seq', '>=', action.firstSequence)
      .where('h.seq', '<=', action.lastSequence)
      .where('h.table_name', '=', table)
      .orderBy('h.seq')
      .limit(1),
  )
  return row === undefined ? null : told(row)
}
