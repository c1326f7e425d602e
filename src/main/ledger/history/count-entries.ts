import type { Statement } from 'better-sqlite3'
import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'
import type { ActionRow } from '../repositories/history-actions.ts'

/** How many rows of a table an action inserted, updated or deleted. */
export interface EntryCount {
  readonly table: string
  readonly change: string
  readonly count: number
}

type Span = Pick<ActionRow, 'firstSequence' | 'lastSequence'>
type Counted = Span & Pick<ActionRow, 'kind' | 'of'>

interface Head {
  readonly table: string
  readonly change: string
  readonly key: number
}

/** Longer spans are counted by their runs. */
const fewEntries = 500
/** Rows that are looked at singly before the rest of a span is read through: short runs gain nothing. */
const patience = 400

/**
 * Rows that an action wrote, by table and change. An import of 50,000 rows is counted by a few dozen
 * look-ups instead of reading its 12 MB of history: keys of inserted rows rise by one with each (`nextKey`
 * gives no key twice), so two inserts of a table whose keys are as far apart as their sequence numbers have
 * nothing but inserts of that table between them. Not so for an undo, which puts old keys back, nor for a
 * migration, whose rows come from SQL.
 */
export function countEntries(reader: LedgerReader, action: Counted): readonly EntryCount[] {
  const counts = new Map<string, EntryCount>()
  const add = ({ table, change }: Omit<Head, 'key'>, count: number): void => {
    const name = `${table} ${change}`
    counts.set(name, { table, change, count: (counts.get(name)?.count ?? 0) + count })
  }
  const { firstSequence, lastSequence } = action
  const keysRise = action.of === null && action.kind !== 'ledger.migrate'
  const from =
    keysRise && lastSequence - firstSequence >= fewEntries ? countRuns(reader, action, add) : firstSequence
  if (from <= lastSequence) {
    for (const { table, change, count } of plainCounts(reader, from, lastSequence)) {
      add({ table, change }, count)
    }
  }
  return [...counts.values()]
}

function plainCounts(reader: LedgerReader, from: number, to: number): readonly EntryCount[] {
  return readerInternals(reader)
    .statements.prepare<EntryCount>(
      `SELECT table_name AS "table", change, count(*) AS count FROM history
       WHERE seq BETWEEN ? AND ? GROUP BY table_name, change`,
    )
    .all(from, to)
}

/** Counts runs of inserts from the beginning; the sequence number from which nothing is counted yet. */
function countRuns(
  reader: LedgerReader,
  { firstSequence, lastSequence }: Span,
  add: (head: Head, count: number) => void,
): number {
  const statement: Statement<unknown[], Head> = readerInternals(reader).statements.prepare<Head>(
    'SELECT table_name AS "table", change, row_key AS key FROM history WHERE seq = ?',
  )
  let looked = 0
  const at = (sequence: number): Head | undefined => {
    looked += 1
    return statement.get(sequence)
  }
  let from = firstSequence
  while (from <= lastSequence && looked < patience) {
    const head = at(from)
    if (head === undefined) return from
    const isOfRun = (sequence: number): boolean => {
      const other = at(sequence)
      return (
        other !== undefined &&
        other.table === head.table &&
        other.change === 'insert' &&
        other.key - head.key === sequence - from
      )
    }
    const end = head.change === 'insert' ? endOfRun(from, lastSequence, isOfRun) : from
    add(head, end - from + 1)
    from = end + 1
  }
  return from
}

/** The last number of a run that begins at `from`: steps that double, then halves. */
function endOfRun(from: number, last: number, isOfRun: (sequence: number) => boolean): number {
  let within = from
  let beyond = last + 1
  for (let step = 1; within + step < beyond; step *= 2) {
    if (!isOfRun(within + step)) {
      beyond = within + step
      break
    }
    within += step
  }
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2)
    if (isOfRun(middle)) within = middle
    else beyond = middle
  }
  return within
}
