import type { Query } from './query.ts'

/**
 * The ledger's public face. What others build on:
 *
 * | Name | From | What |
 * |---|---|---|
 * | `createLedger(options)` | `open/create.ts` | makes the folder `名前.daicho/`; never opens an existing one |
 * | `openLedger(options)` | `open/open.ts` | `mode: 'write'` takes the seat, `'read'` opens beside a running tool; every failure has its own code |
 * | `unlockLedger(options)` | `open/unlock.ts` | password → key (0.5 s of scrypt in the thread pool), to open several connections with one unlocking |
 * | `closeLedger(ledger)` | `open/close.ts` | checkpoint, free the seat, wipe the keys |
 * | `mutate(ledger, action, changes)` | `mutate.ts` | the only way to write: rows, history and anchor together |
 * | `insertRows(ledger, action, rows)` | `rows/insert-rows.ts` | `LedgerRows` in bulk, with full history |
 * | `readRows(reader)` | `rows/read-rows.ts` | the whole ledger as `LedgerRows` |
 * | `verifyHistory(reader)` | `history/verify.ts` | chain, images, rows and anchor; names each place |
 * | `checkLedger(reader)` | `open/check.ts` | quick_check, foreign keys, header: what takes too long while opening |
 * | `createBackup`, `listBackups`, `restoreBackup`, `drillBackup` | `backup/` | verified copies by `VACUUM INTO` |
 * | `build` | `query.ts` | Kysely, to write queries; run them with `reader.all` / `reader.get` |
 * | `listStaff`, `listPapers`, … | `repositories/` | a file a family of tables, reader or writer first |
 *
 * All of it is synchronous but opening and creating: it runs in a worker of its own.
 */

/** What can be read. Functions that only read take this type; a `Ledger` is one as well. */
export interface LedgerReader {
  /** The folder. */
  readonly path: string
  /** The ledger's identity, given when it was made; backups keep it. */
  readonly id: string
  readonly mode: 'read' | 'write'
  /** Runs a query (see `build`) and gives all its rows. A statement that writes is refused. */
  all<Row>(query: Query<Row>): Row[]
  /** The first row, or undefined. */
  get<Row>(query: Query<Row>): Row | undefined
  /** Row by row, for what does not fit into memory. Nothing may be written meanwhile. */
  iterate<Row>(query: Query<Row>): IterableIterator<Row>
  /** Runs `work` on one unchanging state of the ledger, whatever the writer does meanwhile. */
  snapshot<T>(work: () => T): T
}

/** A ledger opened for writing: the one seat. Only `mutate`, `insertRows` and drafts write through it. */
export interface Ledger extends LedgerReader {
  readonly mode: 'write'
  /** What opening found and put right by itself, for the log and ホーム: never an error. */
  readonly notices: readonly OpeningNotice[]
}

/**
 * `anchorSlotRenewed`: one of the two slots was torn or damaged; `crashRecovered`: the last action was
 * saved, its anchor not yet; `headerDiffers`: the header counts other changes of the schema than the
 * anchor; `migrated`: from the version in `detail`; `checkPending`: too large to be checked at once, run
 * `checkLedger` or `verifyHistory` behind.
 */
export interface OpeningNotice {
  readonly code: 'anchorSlotRenewed' | 'crashRecovered' | 'headerDiffers' | 'migrated' | 'checkPending'
  readonly detail: string
}

export type { AppError, Result } from '../../shared/contract/errors.ts'
