import type { Database, Statement } from 'better-sqlite3'

/** Prepared statements of one connection: preparing costs as much as running (a saved record uses a dozen). */
export class Statements {
  readonly #connection: Database
  readonly #prepared = new Map<string, Statement<unknown[], unknown>>()

  constructor(connection: Database) {
    this.#connection = connection
  }

  /** The caller names what a row is; `sql` must be constant text of ours. */
  prepare<Row = unknown>(sql: string): Statement<unknown[], Row> {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known as Statement<unknown[], Row>
    const statement = this.#connection.prepare<unknown[], unknown>(sql)
    this.#prepared.set(sql, statement)
    return statement as Statement<unknown[], Row>
  }
}
