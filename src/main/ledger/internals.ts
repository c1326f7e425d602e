import type { Database } from 'better-sqlite3'
import type { Environment } from './environment.ts'
import type { Anchor } from './history/anchor.ts'
import type { Chain } from './history/chain.ts'
import type { EntityStores } from './history/entity-store.ts'
import type { DerivedKeys } from './keys/derive.ts'
import type { Ledger, LedgerReader, OpeningNotice } from './ledger.ts'
import type { Seat } from './open/lock.ts'
import { type Query, ReadRunner } from './query.ts'
import type { Statements } from './statements.ts'

/** What stands behind a reader, for files of this folder only. */
export interface ReaderInternals {
  readonly connection: Database
  readonly keys: DerivedKeys
  readonly environment: Environment
  readonly stores: EntityStores
  readonly statements: Statements
}

/** What stands behind a writer. */
export interface WriterInternals extends ReaderInternals {
  readonly chain: Chain
  readonly anchor: Anchor
  readonly seat: Seat
}

const readers = new WeakMap<LedgerReader, ReaderInternals>()
const writers = new WeakMap<Ledger, WriterInternals>()

class OpenReader implements LedgerReader {
  readonly path: string
  readonly id: string
  readonly mode: 'read' | 'write'
  readonly #connection: Database
  readonly #runner: ReadRunner

  constructor(path: string, id: string, mode: 'read' | 'write', connection: Database) {
    this.path = path
    this.id = id
    this.mode = mode
    this.#connection = connection
    this.#runner = new ReadRunner(connection)
  }

  all<Row>(query: Query<Row>): Row[] {
    return this.#runner.all(query)
  }

  get<Row>(query: Query<Row>): Row | undefined {
    return this.#runner.get(query)
  }

  iterate<Row>(query: Query<Row>): IterableIterator<Row> {
    return this.#runner.iterate(query)
  }

  snapshot<T>(work: () => T): T {
    if (this.#connection.inTransaction) return work()
    return this.#connection.transaction(work).deferred()
  }
}

class OpenWriter extends OpenReader implements Ledger {
  override readonly mode = 'write' as const
  readonly notices: readonly OpeningNotice[]

  constructor(path: string, id: string, connection: Database, notices: readonly OpeningNotice[]) {
    super(path, id, 'write', connection)
    this.notices = notices
  }
}

export function makeReader(path: string, id: string, internals: ReaderInternals): LedgerReader {
  const reader = new OpenReader(path, id, 'read', internals.connection)
  readers.set(reader, internals)
  return reader
}

export function makeWriter(
  path: string,
  id: string,
  internals: WriterInternals,
  notices: readonly OpeningNotice[],
): Ledger {
  const ledger = new OpenWriter(path, id, internals.connection, notices)
  readers.set(ledger, internals)
  writers.set(ledger, internals)
  return ledger
}

export function readerInternals(reader: LedgerReader): ReaderInternals {
  const internals = readers.get(reader)
  if (internals === undefined) throw new Error('Not a ledger that openLedger made')
  return internals
}

export function writerInternals(ledger: Ledger): WriterInternals {
  const internals = writers.get(ledger)
  if (internals === undefined) throw new Error('Not a ledger that is open for writing')
  return internals
}

/** The internals of a ledger that may be open either way. */
export function asWriter(reader: LedgerReader): WriterInternals | null {
  return reader instanceof OpenWriter ? writerInternals(reader) : null
}
