import type { Database } from 'better-sqlite3'

/**
 * One numbered step. It runs inside the runner's transaction: it must not begin or commit one.
 * Rows that it changes get their history entries from the runner, which compares every row with its
 * last after-image when all steps are done.
 */
export interface Migration {
  /** `user_version` after the step; steps are numbered 1, 2, 3 … without a gap. */
  readonly version: number
  readonly name: string
  readonly run: (connection: Database) => void
}
