import { fail } from '../failures.ts'
import type { EntityTable, NewRow } from '../history/entities.ts'
import type { HistoryWriter } from '../history/history-writer.ts'
import type { WriterInternals } from '../internals.ts'
import { nextKey } from '../writer.ts'

/** The key of a row by what names it; `place` is told when there is no such row. */
export type Keys = (name: string, place: string) => number

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

  /**
   * Finds keys of rows by a column that names them: first among `coming` (the rows that this action is
   * about to write, in order), then in the ledger. Stops with `invalidValue` when there is none.
   */
  keysBy(table: EntityTable, column: 'code' | 'id', coming: readonly string[] = []): Keys {
    const first = coming.length === 0 ? 0 : this.nextKey(table)
    const known = new Map(coming.map((name, index) => [name, first + index]))
    const select = this.#internals.statements.prepare<{ key: number }>(
      `SELECT key FROM ${table} WHERE ${column} = ?`,
    )
    return (name, place) => {
      const key = known.get(name) ?? select.get(name)?.key
      if (key === undefined) return fail('invalidValue', { constraint: 'reference', place })
      known.set(name, key)
      return key
    }
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
