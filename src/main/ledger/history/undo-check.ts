import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'
import { type ActionRow, actionById, actionByKey, lastStepOf } from '../repositories/history-actions.ts'
import { imageText } from './chain.ts'
import { type EntityTable, isEntityTable, type RowImage } from './entities.ts'
import type { EntityStore } from './entity-store.ts'
import { referenceTo } from './undo-references.ts'

/** What keeps an entry from being reversed. */
export type BlockReason = 'changedLater' | 'differs' | 'confirmed' | 'referred' | 'taken' | 'disposed'

/** An action's entries as undo reads them. */
export interface UndoEntry {
  readonly seq: number
  readonly change: 'insert' | 'update' | 'delete' | 'none'
  readonly table_name: string
  readonly row_key: number
  readonly row_id: string
  readonly before: string | null
  readonly after: string | null
  readonly salt: Buffer | null
}

const entriesAtOnce = 1_000

/** Entries of an action, newest first, a thousand at a time: the connection may write between them. */
export function* entriesNewestFirst(
  reader: LedgerReader,
  span: Pick<ActionRow, 'firstSequence' | 'lastSequence'>,
): Generator<UndoEntry> {
  const statement = readerInternals(reader).statements.prepare<UndoEntry>(
    `SELECT h.seq, h.change, h.table_name, h.row_key, h.row_id, i.before, i.after, i.salt
     FROM history h LEFT JOIN history_image i ON i.seq = h.seq
     WHERE h.seq BETWEEN ? AND ? ORDER BY h.seq DESC LIMIT ${entriesAtOnce}`,
  )
  let last = span.lastSequence
  while (last >= span.firstSequence) {
    const page = statement.all(span.firstSequence, last)
    yield* page
    if (page.length < entriesAtOnce) return
    last = (page.at(-1)?.seq ?? 0) - 1
  }
}

/**
 * Which actions changed a row after an action (`carrier`) was written, as far as they change it still: one that
 * was undone meanwhile does not count, nor one that was undone and redone.
 */
export class LaterActions {
  readonly #reader: LedgerReader
  readonly #carrier: ActionRow
  readonly #moved = new Map<number, string | null>()
  /** The entries that stood when it was asked first: what an undo itself writes is not later. */
  readonly #isNewest: boolean

  constructor(reader: LedgerReader, carrier: ActionRow) {
    this.#reader = reader
    this.#carrier = carrier
    const last = readerInternals(reader)
      .statements.prepare<{ seq: number }>('SELECT seq FROM history ORDER BY seq DESC LIMIT 1')
      .get()
    this.#isNewest = (last?.seq ?? 0) <= carrier.lastSequence
  }

  /** The id of the first such action for a row; null when there is none. */
  of(table: string, rowKey: number): string | null {
    if (this.#isNewest) return null
    const keys = readerInternals(this.#reader)
      .statements.prepare<{ key: number }>(
        `SELECT action_key AS key FROM history
         WHERE table_name = ? AND row_key = ? AND seq > ? ORDER BY seq`,
      )
      .all(table, rowKey, this.#carrier.lastSequence)
    for (const { key } of keys) {
      const moved = this.#movedBy(key)
      if (moved !== null) return moved
    }
    return null
  }

  /** The action behind an entry, when it stands now and did not then, or the other way round. */
  #movedBy(key: number): string | null {
    const known = this.#moved.get(key)
    if (known !== undefined) return known
    const action = actionByKey(this.#reader, key)
    const base = action === null ? null : action.of === null ? action : actionById(this.#reader, action.of)
    const isMoved =
      base !== null && base.id !== baseOf(this.#carrier) && this.#stood(base) !== this.#stands(base)
    const moved = isMoved ? base.id : null
    this.#moved.set(key, moved)
    return moved
  }

  #stands(base: ActionRow): boolean {
    return lastStepOf(this.#reader, base.id)?.kind !== 'history.undo'
  }

  #stood(base: ActionRow): boolean {
    if (base.key > this.#carrier.key) return false
    return lastStepOf(this.#reader, base.id, this.#carrier.key)?.kind !== 'history.undo'
  }
}

/** The action that an undo or redo is about, or the action itself. */
export const baseOf = (action: Pick<ActionRow, 'id' | 'of'>): string => action.of ?? action.id

/** Whether one of the newest `limit` rows of an action was changed later, or lost its values. */
export function quickBlock(reader: LedgerReader, carrier: ActionRow, limit: number): boolean {
  // Without images: those of an import would be read from as many pages.
  const entries = readerInternals(reader)
    .statements.prepare<QuickEntry>(
      `SELECT h.change, h.table_name, h.row_key,
         EXISTS (SELECT 1 FROM history_image i WHERE i.seq = h.seq) AS kept,
         EXISTS (SELECT 1 FROM history l
           WHERE l.table_name = h.table_name AND l.row_key = h.row_key AND l.seq > ?) AS later
       FROM history h WHERE h.seq BETWEEN ? AND ? ORDER BY h.seq DESC LIMIT ?`,
    )
    .all(carrier.lastSequence, carrier.firstSequence, carrier.lastSequence, limit)
  const later = new LaterActions(reader, carrier)
  return entries.some(
    (entry) =>
      entry.change === 'none' ||
      entry.kept === 0 ||
      (entry.later === 1 && later.of(entry.table_name, entry.row_key) !== null),
  )
}

type QuickEntry = Pick<UndoEntry, 'change' | 'table_name' | 'row_key'> & {
  readonly kept: 0 | 1
  /** Whether anything came after, be it undone by now. */
  readonly later: 0 | 1
}

/** An image without its revision, which only ever rises: what must be equal for an undo. */
export function contentOf(image: RowImage): string {
  return JSON.stringify([{ ...image.columns, revision: 0 }, image.children])
}

/** A row that keeps an action from being undone. */
export interface BlockedEntry {
  readonly reason: BlockReason
  readonly entry: UndoEntry
  /** Id of the action that changed the row later. */
  readonly by: string | null
  /** The record that refers to the row, where one does. */
  readonly referring: { readonly table: EntityTable; readonly key: number } | null
}

/** Tells whether a row may be changed now: 'confirmed' when its period was 確定 since (domain §8). */
export type UndoGuard = (table: string, image: RowImage) => 'confirmed' | null

/**
 * Whether one entry can be reversed: nothing that stands changed the row later, it is as the entry left it,
 * its values are there, and its period is open. `stored` is the row as it is now; `later` is null where the
 * row was asked for already.
 */
export function blockOf(
  entry: UndoEntry,
  store: EntityStore,
  stored: RowImage | null,
  before: RowImage | null,
  later: LaterActions | null,
  guard: UndoGuard,
  storedText: string | null = stored === null ? null : imageText(stored),
): BlockedEntry | null {
  const blocked = (reason: BlockReason, by: string | null = null): BlockedEntry => ({
    reason,
    entry,
    by,
    referring: null,
  })
  if (entry.salt === null) return blocked('disposed')
  const by = later?.of(entry.table_name, entry.row_key) ?? null
  if (by !== null) return blocked('changedLater', by)
  if (!isAsLeft(store, stored, storedText, entry.after)) return blocked('differs')
  for (const image of [stored, before]) {
    if (image !== null && guard(entry.table_name, image) !== null) return blocked('confirmed')
  }
  return null
}

/** Most rows are as the entry left them to the last byte; the others may have another revision or schema. */
function isAsLeft(
  store: EntityStore,
  stored: RowImage | null,
  storedText: string | null,
  after: string | null,
): boolean {
  if (stored === null || after === null) return stored === null && after === null
  if (storedText === after) return true
  const expected = imageOf(store, after)
  return expected !== null && contentOf(stored) === contentOf(expected)
}

/** Every row that keeps an action from being reversed, newest first; reads only. */
export function readBlocks(
  reader: LedgerReader,
  carrier: ActionRow,
  guard: UndoGuard,
): readonly BlockedEntry[] {
  const { stores } = readerInternals(reader)
  const later = new LaterActions(reader, carrier)
  const blocks: BlockedEntry[] = []
  const seen = new Set<string>()
  const removed = new Set<string>()
  const inserted: UndoEntry[] = []
  for (const entry of entriesNewestFirst(reader, carrier)) {
    if (!isEntityTable(entry.table_name)) continue
    const row = `${entry.table_name} ${entry.row_key}`
    if (entry.change === 'insert') {
      removed.add(row)
      inserted.push(entry)
    }
    if (seen.has(row)) continue
    seen.add(row)
    const store = stores.of(entry.table_name)
    const stored = store.read(entry.row_key)
    const block = blockOf(entry, store, stored, imageOf(store, entry.before), later, guard)
    if (block !== null) blocks.push(block)
  }
  const blocked = new Set(blocks.map(({ entry }) => `${entry.table_name} ${entry.row_key}`))
  for (const entry of inserted) {
    if (blocked.has(`${entry.table_name} ${entry.row_key}`)) continue
    const referring = referenceTo(reader, entry, removed)
    if (referring !== null) blocks.push({ reason: 'referred', entry, by: null, referring })
  }
  return blocks
}

/** An image of the history's text in today's columns. */
export function imageOf(store: EntityStore, text: string | null): RowImage | null {
  return text === null ? null : store.modernise(JSON.parse(text) as RowImage)
}
