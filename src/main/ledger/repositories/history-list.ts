import type { EntityTable } from '../history/entities.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

/** One line of the history list (変更履歴). */
export interface HistoryLine {
  readonly sequence: number
  /** UTC instant by the PC's clock; order is the sequence. */
  readonly at: string
  readonly who: string
  /** Code of the action: `papers.edit`. */
  readonly action: string
  readonly actionId: string
  readonly change: 'insert' | 'update' | 'delete' | 'none'
  readonly table: string
  readonly rowId: string
  readonly reason: string
}

export interface HistoryPage {
  readonly lines: readonly HistoryLine[]
  /** `before` of the next page; null at the beginning of the ledger. */
  readonly next: number | null
}

function linesQuery() {
  return build
    .selectFrom('history as h')
    .innerJoin('action as a', 'a.key', 'h.action_key')
    .select([
      'h.seq as sequence',
      'a.at',
      'a.staff as who',
      'a.kind as action',
      'a.id as actionId',
      'h.change',
      'h.table_name as table',
      'h.row_id as rowId',
      'a.reason',
    ])
    .orderBy('h.seq', 'desc')
}

/** Newest first; `before` is the `next` of the page above, null for the first page. */
export function listHistory(reader: LedgerReader, before: number | null, limit: number): HistoryPage {
  const query = before === null ? linesQuery() : linesQuery().where('h.seq', '<', before)
  const lines = reader.all(query.limit(limit))
  const last = lines.at(-1)
  return { lines, next: last === undefined || last.sequence <= 1 ? null : last.sequence }
}

/** Number of entries, and the last action's instant (null in an empty history). */
export function historyState(reader: LedgerReader): {
  readonly sequence: number
  readonly lastAt: string | null
} {
  const last = reader.all(linesQuery().limit(1))[0]
  return { sequence: last?.sequence ?? 0, lastAt: last?.at ?? null }
}

/** The values of a row through time, oldest first, with their images as JSON text. */
export function historyOfRow(
  reader: LedgerReader,
  table: EntityTable,
  rowId: string,
): readonly (HistoryLine & { readonly before: string | null; readonly after: string | null })[] {
  // The index of the history knows keys; only a row that was removed must be looked for by its id.
  const row = reader.get(build.selectFrom(table).select('key').where('id', '=', rowId))
  const query = linesQuery()
    .leftJoin('history_image as i', 'i.seq', 'h.seq')
    .select(['i.before', 'i.after'])
    .where('h.table_name', '=', table)
    .clearOrderBy()
    .orderBy('h.seq')
  return reader.all(
    row === undefined ? query.where('h.row_id', '=', rowId) : query.where('h.row_key', '=', row.key),
  )
}

/**
 * The last entry that changed anything but rows of some tables: what was derived from the others is still
 * true while it stays the same. 0 in a ledger without such an entry.
 */
export function lastChangeBeside(reader: LedgerReader, ...tables: readonly EntityTable[]): number {
  const row = reader.get(
    build
      .selectFrom('history')
      .select('seq')
      .where('table_name', 'not in', tables)
      .orderBy('seq', 'desc')
      .limit(1),
  )
  return row?.seq ?? 0
}
