import { fail } from '../failures.ts'
import type { EntityTable, NewRow } from '../history/entities.ts'
import type { HistoryWriter } from '../history/history-writer.ts'
import type { WriterInternals } from '../internals.ts'
import { nextKey } from '../writer.ts'

/** Keys of rows by what names them: code or id. */
export type Keys = Map<string, number>

/** Inserts rows of one table with their history through prepared statements; keys are given in order. */
export class BulkInserter {
  readonly #internals: WriterInternals
  readonly #history: HistoryWriter
  readonly #onRow: () => void

  constructor(internals: WriterInternals, history: HistoryWriter, onRow: () => void) {
    this.#internals = internals
    this.#history = history
    this.#onRow = onRow
  }

  /** Keys of the rows that are there already, by a column that names them. */
  keysBy(table: EntityTable, column: 'code' | 'id'): Keys {
    const rows = this.#internals.connection
      .prepare<[], [string, number]>(`SELECT ${column}, key FROM ${table}`)
      .raw()
      .all()
    return new Map(rows)
  }

  /** First of the keys that the next rows of a table get. */
  nextKey(table: EntityTable): number {
    return nextKey(this.#internals, table)
  }

  insert<T extends EntityTable, R>(table: T, rows: readonly R[], toRow: (row: R) => NewRow<T>): void {
    if (rows.length === 0) return
    const store = this.#internals.stores.of(table)
    const { newId } = this.#internals.environment
    let key = this.nextKey(table)
    for (const row of rows) {
      const { id, ...rest }: { readonly id?: string } = toRow(row)
      const own = { key, id: id ?? newId(), revision: 1 }
      const image = store.compose(rest, null, own)
      store.insert(image)
      this.#history.record('insert', { table, key, id: own.id }, null, image)
      key += 1
      this.#onRow()
    }
  }
}

/** The key of a row that another one refers to; stops with `invalidValue` when there is none. */
export function keyOf(keys: Keys, name: string, place: string): number {
  return keys.get(name) ?? fail('invalidValue', { constraint: 'reference', place })
}
