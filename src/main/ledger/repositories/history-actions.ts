import { sql } from 'kysely'
import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

/** A user action of the history. */
export interface ActionRow {
  readonly key: number
  readonly id: string
  readonly kind: string
  readonly who: string
  readonly reason: string
  readonly at: string
  readonly firstSequence: number
  readonly lastSequence: number
  /** For an undo or redo: the action that it is about. */
  readonly of: string | null
}

export interface ActionSearch {
  readonly who: string | null
  readonly kinds: readonly string[]
  readonly table: string | null
  /** Instants: `from` included, `until` not. */
  readonly from: string | null
  readonly until: string | null
  /** Keys of rows of which one must be among the action's, or words of its reason; null: any. */
  readonly text: { readonly words: string; readonly rows: readonly RowKey[] } | null
  /** Actions with a key below it. */
  readonly before: number | null
  readonly limit: number
}

export interface RowKey {
  readonly table: string
  readonly key: number
}

export const stepKinds = ['history.undo', 'history.redo'] as const

export function actionsQuery() {
  return build
    .selectFrom('action as a')
    .select([
      'a.key',
      'a.id',
      'a.kind',
      'a.staff as who',
      'a.reason',
      'a.at',
      'a.first_seq as firstSequence',
      'a.last_seq as lastSequence',
      sql<
        string | null
      >`CASE WHEN a.kind IN ('history.undo', 'history.redo') AND a.answer <> '' THEN json_extract(a.answer, '$.of') END`.as(
        'of',
      ),
    ])
}

export function actionById(reader: LedgerReader, id: string): ActionRow | null {
  return reader.get(actionsQuery().where('a.id', '=', id)) ?? null
}

export function actionByKey(reader: LedgerReader, key: number): ActionRow | null {
  return reader.get(actionsQuery().where('a.key', '=', key)) ?? null
}

/** The latest undo or redo of an action (until the action `until`), or null while it was never undone. */
export function lastStepOf(
  reader: LedgerReader,
  id: string,
  until: number = Number.MAX_SAFE_INTEGER,
): ActionRow | null {
  // As in the index: an expression is only found there when it is written the same way.
  const row = readerInternals(reader)
    .statements.prepare<{ key: number }>(
      `SELECT key FROM action WHERE kind IN ('history.undo', 'history.redo') AND answer <> ''
         AND json_extract(answer, '$.of') = ? AND key <= ? ORDER BY key DESC LIMIT 1`,
    )
    .get(id, until)
  return row === undefined ? null : actionByKey(reader, row.key)
}

/** Newest first. */
export function latestActions(reader: LedgerReader, limit: number, before: number | null = null) {
  const query = actionsQuery().orderBy('a.key', 'desc').limit(limit)
  return reader.all(before === null ? query : query.where('a.key', '<', before))
}

/** Every condition that is given must hold; newest first. */
export function searchActions(reader: LedgerReader, search: ActionSearch): readonly ActionRow[] {
  let query = actionsQuery().orderBy('a.key', 'desc').limit(search.limit)
  if (search.before !== null) query = query.where('a.key', '<', search.before)
  if (search.who !== null) query = query.where('a.staff', '=', search.who)
  if (search.kinds.length > 0) query = query.where('a.kind', 'in', search.kinds)
  if (search.from !== null) query = query.where('a.at', '>=', search.from)
  if (search.until !== null) query = query.where('a.at', '<', search.until)
  if (search.table !== null) {
    query = query.where(
      // The plus keeps SQLite from walking the table's whole history for each action.
      sql<boolean>`EXISTS (SELECT 1 FROM history h WHERE h.seq BETWEEN a.first_seq AND a.last_seq
        AND +h.table_name = ${search.table})`,
    )
    query = query.where('a.key', '<=', lastActionOn(reader, search.table, search.before))
  }
  if (search.text !== null) {
    const keys = JSON.stringify(actionKeysOf(reader, search.text.rows))
    const words = `%${search.text.words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where(
      sql<boolean>`(a.key IN (SELECT value FROM json_each(${keys})) OR a.reason LIKE ${words} ESCAPE '\\')`,
    )
  }
  return reader.all(query)
}

/** The newest action that wrote a table (before another one): what is newer is not looked through. 0 for none. */
function lastActionOn(reader: LedgerReader, table: string, before: number | null): number {
  const { statements } = readerInternals(reader)
  const until =
    before === null
      ? undefined
      : statements
          .prepare<{ first: number }>('SELECT first_seq AS first FROM action WHERE key = ?')
          .get(before)
  const row = statements
    .prepare<{ key: number }>(
      `SELECT action_key AS key FROM history
       WHERE seq = (SELECT max(seq) FROM history WHERE table_name = ? AND seq < ?)`,
    )
    .get(table, until?.first ?? Number.MAX_SAFE_INTEGER)
  return row?.key ?? 0
}

/** Keys of the actions that touched any of these rows, through the history's index. */
function actionKeysOf(reader: LedgerReader, rows: readonly RowKey[]): readonly number[] {
  const keys = new Set<number>()
  for (const [table, group] of Map.groupBy(rows, (row) => row.table)) {
    const found = reader.all(
      sql<{ key: number }>`
        SELECT DISTINCT h.action_key AS key FROM json_each(${JSON.stringify(group.map(({ key }) => key))}) k
        CROSS JOIN history h ON h.table_name = ${table} AND h.row_key = k.value`.compile(build),
    )
    for (const { key } of found) keys.add(key)
  }
  return [...keys]
}

/** Names of those who acted. */
export function actingStaff(reader: LedgerReader): readonly string[] {
  return reader
    .all(build.selectFrom('action').select('staff').distinct().orderBy('staff').limit(500))
    .map(({ staff }) => staff)
}

/** Kinds of action that the history knows. */
export function actionKinds(reader: LedgerReader): readonly string[] {
  return reader
    .all(build.selectFrom('action').select('kind').distinct().orderBy('kind').limit(500))
    .map(({ kind }) => kind)
}

/** The latest instant among the newest actions: after a clock went back, the last one is not the latest. */
export function latestInstant(reader: LedgerReader): string | null {
  const row = reader.get(
    sql<{ at: string | null }>`
      SELECT max(at) AS at FROM (SELECT at FROM action ORDER BY key DESC LIMIT 1000)`.compile(build),
  )
  return row?.at ?? null
}
