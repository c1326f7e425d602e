import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { fail } from './failures.ts'
import type { EntityTable, NewRow, RowChange, RowImage } from './history/entities.ts'
import type { EntityStore } from './history/entity-store.ts'
import type { HistoryWriter } from './history/history-writer.ts'
import type { WriterInternals } from './internals.ts'
import type { Ledger, LedgerReader } from './ledger.ts'
import type { Query } from './query.ts'

export interface RowReference {
  readonly key: number
  readonly id: string
  readonly revision: number
}

/** What a change may do; it exists only inside `mutate`. It reads its own changes. */
export interface LedgerWriter extends LedgerReader {
  insert<T extends EntityTable>(table: T, row: NewRow<T>): RowReference
  /**
   * `seen` is the revision that the client saw: another one now is a `conflict`. A change that leaves
   * everything as it is writes nothing and keeps the revision.
   */
  update<T extends EntityTable>(table: T, id: string, seen: number, change: RowChange<T>): RowReference
  remove<T extends EntityTable>(table: T, id: string, seen: number): void
}

/** Both values of a conflict: what the client wanted, and what stands there now. */
export interface RowConflict {
  readonly table: EntityTable
  readonly id: string
  readonly seen: number
  readonly current: number
  readonly mine: object
  readonly theirs: RowImage
}

export class ConflictFailure extends AppFailure {
  readonly conflict: RowConflict

  constructor(conflict: RowConflict) {
    const { table, id, seen, current } = conflict
    super(appError('conflict', { table, id, seen, current }))
    this.conflict = conflict
  }
}

/** Next key of a table: above every key that a row has or ever had, so that history never mixes two rows. */
export function nextKey(internals: WriterInternals, table: EntityTable): number {
  const row = internals.statements
    .prepare<{ key: number }>(
      `SELECT max((SELECT ifnull(max(key), 0) FROM ${table}),
                  (SELECT ifnull(max(row_key), 0) FROM history WHERE table_name = ?)) + 1 AS key`,
    )
    .get(table)
  return row?.key ?? 1
}

export class Writer implements LedgerWriter {
  readonly path: string
  readonly id: string
  readonly mode = 'write'
  readonly #ledger: Ledger
  readonly #internals: WriterInternals
  readonly #history: HistoryWriter
  readonly #nextKeys = new Map<EntityTable, number>()
  #open = true

  constructor(ledger: Ledger, internals: WriterInternals, history: HistoryWriter) {
    this.path = ledger.path
    this.id = ledger.id
    this.#ledger = ledger
    this.#internals = internals
    this.#history = history
  }

  /** After its transaction a writer must not be used: its changes would miss their history. */
  close(): void {
    this.#open = false
  }

  #store(table: EntityTable): EntityStore {
    if (!this.#open) throw new Error('A writer was used after its action')
    return this.#internals.stores.of(table)
  }

  all<Row>(query: Query<Row>): Row[] {
    return this.#ledger.all(query)
  }

  get<Row>(query: Query<Row>): Row | undefined {
    return this.#ledger.get(query)
  }

  iterate<Row>(query: Query<Row>): IterableIterator<Row> {
    return this.#ledger.iterate(query)
  }

  snapshot<T>(work: () => T): T {
    return work()
  }

  insert<T extends EntityTable>(table: T, row: NewRow<T>): RowReference {
    const store = this.#store(table)
    const key = this.#nextKeys.get(table) ?? nextKey(this.#internals, table)
    this.#nextKeys.set(table, key + 1)
    const { id, ...rest }: { readonly id?: string } = row
    const own = { key, id: id ?? this.#internals.environment.newId(), revision: 1 }
    const image = store.compose(rest, null, own)
    store.insert(image)
    this.#history.record('insert', { table, ...own }, null, image)
    return own
  }

  update<T extends EntityTable>(table: T, id: string, seen: number, change: RowChange<T>): RowReference {
    const store = this.#store(table)
    const { key, before, revision } = this.#seen(store, id, seen, change)
    const unchanged = store.compose(change, before, { key, id, revision })
    if (JSON.stringify(unchanged) === JSON.stringify(before)) return { key, id, revision }
    const own = { key, id, revision: revision + 1 }
    const after = store.compose(change, before, own)
    store.update(before, after)
    this.#history.record('update', { table, ...own }, before, after)
    return own
  }

  remove<T extends EntityTable>(table: T, id: string, seen: number): void {
    const store = this.#store(table)
    const { key, before } = this.#seen(store, id, seen, {})
    store.remove(before)
    this.#history.record('delete', { table, key, id }, before, null)
  }

  #seen(
    store: EntityStore,
    id: string,
    seen: number,
    mine: object,
  ): { key: number; before: RowImage; revision: number } {
    const key = store.keyOfId(id)
    const before = key === null ? null : store.read(key)
    if (key === null || before === null) return fail('notFound', { table: store.table, id })
    const revision = Number(before.columns.revision)
    if (revision !== seen) {
      throw new ConflictFailure({ table: store.table, id, seen, current: revision, mine, theirs: before })
    }
    return { key, before, revision }
  }
}
