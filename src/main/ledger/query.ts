import type { Database, Statement } from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tables } from './tables.ts'

/** A driver that cannot run anything: with Kysely's own, a forgotten `.execute()` would answer no rows. */
class RefusingDriver extends DummyDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    throw new Error('Queries are only built here. Run them with reader.all(query) or reader.get(query).')
  }
}

/**
 * Builds typed queries; it holds no connection. A built query is run at once and synchronously by
 * `reader.all` / `reader.get`: so nothing can come between the steps of a transaction, and Kysely's
 * endless wait for `db` inside a transaction cannot happen (stack.md).
 *
 * ```ts
 * const names = reader.all(build.selectFrom('staff').select(['id', 'name']).orderBy('position'))
 * ```
 */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new RefusingDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** A Kysely select, or an already compiled query (`sql<Row>\`…\`.compile(build)`). */
export type Query<Row> = CompiledQuery<Row> | { compile(): CompiledQuery<Row> }

/** Runs compiled reads on one connection, and keeps their prepared statements. */
export class ReadRunner {
  readonly #connection: Database
  readonly #statements = new Map<string, Statement<unknown[], unknown>>()

  constructor(connection: Database) {
    this.#connection = connection
  }

  #prepare(sql: string): Statement<unknown[], unknown> {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#connection.prepare<unknown[], unknown>(sql)
    if (!statement.readonly)
      throw new Error(`A reader was handed a statement that writes: ${sql.slice(0, 80)}`)
    // Statistics build their SQL from what the user chose: keep the memory bounded.
    if (this.#statements.size >= 500) this.#statements.clear()
    this.#statements.set(sql, statement)
    return statement
  }

  all<Row>(query: Query<Row>): Row[] {
    const compiled = 'sql' in query ? query : query.compile()
    return this.#prepare(compiled.sql).all(...compiled.parameters) as Row[]
  }

  get<Row>(query: Query<Row>): Row | undefined {
    const compiled = 'sql' in query ? query : query.compile()
    return this.#prepare(compiled.sql).get(...compiled.parameters) as Row | undefined
  }

  iterate<Row>(query: Query<Row>): IterableIterator<Row> {
    const compiled = 'sql' in query ? query : query.compile()
    return this.#prepare(compiled.sql).iterate(...compiled.parameters) as IterableIterator<Row>
  }
}
