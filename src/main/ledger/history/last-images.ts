import type { Database, Statement } from 'better-sqlite3'

export interface LastImage {
  readonly seq: number
  readonly change: string
  readonly row_id: string
  /** Null after a deletion, or when the image was disposed of. */
  readonly after: string | null
  readonly salt: Buffer | null
}

/** What history last says of each row of a table. */
export class LastImages {
  readonly #select: Statement<unknown[], unknown>
  readonly #table: string

  constructor(connection: Database, table: string) {
    this.#table = table
    this.#select = connection.prepare(
      `SELECT h.seq, h.change, h.row_id, i.after, i.salt
       FROM history h LEFT JOIN history_image i ON i.seq = h.seq
       WHERE h.table_name = ? AND h.row_key = ? ORDER BY h.seq DESC LIMIT 1`,
    )
  }

  of(key: number): LastImage | null {
    return (this.#select.get(this.#table, key) as LastImage | undefined) ?? null
  }
}
