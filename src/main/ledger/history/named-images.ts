import type { NamedImage } from '../../../shared/history/image.ts'
import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'
import { type EntityTable, isEntityTable, type RowImage } from './entities.ts'
import type { EntityStore } from './entity-store.ts'

/** An image with the names of its child columns, as the pure rules of the history read it. */
export function namedImage(store: EntityStore, image: RowImage): NamedImage {
  return {
    columns: image.columns,
    children: Object.fromEntries(
      store.children.map(({ table, columns }) => [
        table,
        (image.children[table] ?? []).map((row) =>
          Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])),
        ),
      ]),
    ),
  }
}

/** Reads images of the history's text, of any earlier schema, in today's columns. */
export class NamedImages {
  readonly #store: (table: EntityTable) => EntityStore

  constructor(reader: LedgerReader) {
    const { stores } = readerInternals(reader)
    this.#store = (table) => stores.of(table)
  }

  /** Null for no text, and for a table that the ledger no longer has. */
  of(table: string, text: string | null): NamedImage | null {
    if (text === null || !isEntityTable(table)) return null
    const store = this.#store(table)
    return namedImage(store, store.modernise(JSON.parse(text) as RowImage))
  }

  /** The same image as the ledger stores it. */
  row(table: EntityTable, text: string | null): RowImage | null {
    return text === null ? null : this.#store(table).modernise(JSON.parse(text) as RowImage)
  }

  /** The row as it is stored now; null when there is none. */
  current(table: EntityTable, id: string): NamedImage | null {
    const store = this.#store(table)
    const key = store.keyOfId(id)
    return key === null ? null : this.stored(table, key)
  }

  /** The row as it is stored now, as text. */
  storedText(table: EntityTable, id: string): string | null {
    const store = this.#store(table)
    const key = store.keyOfId(id)
    const image = key === null ? null : store.read(key)
    return image === null ? null : JSON.stringify(image)
  }

  stored(table: EntityTable, key: number): NamedImage | null {
    const store = this.#store(table)
    const image = store.read(key)
    return image === null ? null : namedImage(store, image)
  }
}
