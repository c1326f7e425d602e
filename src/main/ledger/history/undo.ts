import type { Action } from '../action.ts'
import { fail } from '../failures.ts'
import { type WriterInternals, writerInternals } from '../internals.ts'
import type { Ledger } from '../ledger.ts'
import { type Mutation, runAction } from '../mutate.ts'
import { cacheKibibytes } from '../open/connection.ts'
import type { ActionRow } from '../repositories/history-actions.ts'
import { imageText } from './chain.ts'
import { type EntityTable, isEntityTable, type RowImage } from './entities.ts'
import type { EntityStore } from './entity-store.ts'
import type { HistoryWriter } from './history-writer.ts'
import { orBlocked, Removals } from './removals.ts'
import {
  baseOf,
  blockOf,
  entriesNewestFirst,
  imageOf,
  LaterActions,
  type UndoEntry,
  type UndoGuard,
} from './undo-check.ts'

/** What was reversed. `of` is kept with the action: from it follows what is undone (index `action_undone`). */
export interface Reversal {
  readonly of: string
  readonly rows: number
  readonly tables: readonly EntityTable[]
}

const bulkCacheKibibytes = 128_000

/**
 * Reverses every entry of an action as one new action, all or nothing (domain §8): an insert is removed, an
 * update gets its before-image, a deletion comes back with the same key and id. Revisions only rise, so that
 * other windows see a conflict and no silent swap. `carrierOf` gives the action whose entries are reversed:
 * the action itself, its redo (undo), or its undo (redo); it is asked inside the transaction, and not for a
 * repeated request.
 *
 * Errors as `mutate`; `undoBlocked` {count: 1} at the first row that a later action touched, that is not as
 * the action left it, whose period was confirmed, or to which others refer; and whatever `around` throws, which
 * runs the reversal and may compare the ledger before and after it.
 */
export function reverseAction(
  ledger: Ledger,
  action: Action,
  carrierOf: () => ActionRow,
  guard: UndoGuard,
  onProgress: (done: number) => void = () => {},
  around: (work: () => Reversal) => Reversal = (work) => work(),
): Mutation<Reversal> {
  const internals = writerInternals(ledger)
  let isBulk = false
  try {
    return runAction(internals, action, (history) => {
      const carrier = carrierOf()
      isBulk = carrier.lastSequence - carrier.firstSequence > 1_000
      // Pages that leave the cache before the commit are encrypted and written more than once.
      if (isBulk) internals.connection.pragma(`cache_size = ${-bulkCacheKibibytes}`)
      return around(() => reverseAll(ledger, internals, history, carrier, guard, onProgress))
    })
  } finally {
    if (isBulk) {
      internals.connection.pragma(`cache_size = ${-cacheKibibytes}`)
      internals.connection.pragma('shrink_memory')
    }
  }
}

function reverseAll(
  ledger: Ledger,
  internals: WriterInternals,
  history: HistoryWriter,
  carrier: ActionRow,
  guard: UndoGuard,
  onProgress: (done: number) => void,
): Reversal {
  const later = new LaterActions(ledger, carrier)
  const seenKeys = new Map<EntityTable, Set<number>>()
  const removals = new Removals()
  let rows = 0
  for (const entry of entriesNewestFirst(ledger, carrier)) {
    const { table_name: table } = entry
    if (!isEntityTable(table)) return fail('undoNotPossible')
    const store = internals.stores.of(table)
    const stored = store.read(entry.row_key)
    const before = imageOf(store, entry.before)
    const seen = seenKeys.get(table) ?? new Set<number>()
    seenKeys.set(table, seen)
    // Earlier entries of the same row: what came after them was this action's own, and is reversed already.
    const ask = seen.has(entry.row_key) ? null : later
    // Most rows are as the entry left them to the last byte.
    const storedText = stored === null ? null : imageText(stored)
    const block = blockOf(entry, store, stored, before, ask, guard, storedText)
    if (block !== null) return fail('undoBlocked', { count: 1 })
    reverseEntry(store, history, removals, entry, stored, before, storedText)
    seen.add(entry.row_key)
    rows += 1
    if (rows % 5_000 === 0) onProgress(rows)
  }
  removals.flush()
  return { of: baseOf(carrier), rows, tables: [...seenKeys.keys()] }
}

function reverseEntry(
  store: EntityStore,
  history: HistoryWriter,
  removals: Removals,
  entry: UndoEntry,
  stored: RowImage | null,
  before: RowImage | null,
  storedText: string | null,
): void {
  const row = { table: entry.table_name, key: entry.row_key, id: entry.row_id }
  if (before === null) {
    if (stored === null) return
    removals.add(store, entry.row_key)
    history.record('delete', row, stored, null, storedText)
    return
  }
  removals.flush()
  orBlocked(() => {
    if (stored === null) {
      const back = withRevision(before, Number(before.columns.revision) + 1)
      store.insert(back)
      history.record('insert', row, null, back)
    } else {
      const back = withRevision(before, Number(stored.columns.revision) + 1)
      store.update(stored, back)
      history.record('update', row, stored, back, storedText)
    }
  })
}

const withRevision = (image: RowImage, revision: number): RowImage => ({
  ...image,
  columns: { ...image.columns, revision },
})
