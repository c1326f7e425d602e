import { type AppError, failure } from '../../shared/contract/errors.ts'
import { type Action, actionFields } from './action.ts'
import { appErrorOf, fail } from './failures.ts'
import type { ActionFields } from './history/chain.ts'
import { HistoryWriter } from './history/history-writer.ts'
import { type WriterInternals, writerInternals } from './internals.ts'
import type { Ledger } from './ledger.ts'
import { ConflictFailure, type LedgerWriter, type RowConflict, Writer } from './writer.ts'

export type { Action } from './action.ts'
export type { LedgerWriter, RowConflict, RowReference } from './writer.ts'

/** A `Result` that also says whether the answer is an earlier one, and on conflict both values. */
export type Mutation<T> =
  | { readonly ok: true; readonly value: T; readonly replayed: boolean; readonly sequence: number }
  | { readonly ok: false; readonly error: AppError; readonly conflict: RowConflict | null }

/**
 * The one way to write (domain §8): runs `changes` and writes their history in the same transaction,
 * then moves the anchor (its fsync follows the answer at once, before any further action); when it answers
 * `ok`, the values survive a crash and a power cut.
 *
 * `changes` must be synchronous, and its answer JSON (null instead of undefined): it is stored, and
 * given again when the same action id comes again. Any failure leaves everything as it was.
 * Errors: `conflict` (with both values), `notFound`, `invalidValue` {constraint, place}, `actionReused`,
 * `staffNotChosen`, `malformedRequest`, `diskFull`, `inputOutput`, `busy`, `ledgerDamaged`.
 *
 * ```ts
 * mutate(ledger, { actionId, staff: '山田', kind: 'staff.add', reason: '', at }, (write) =>
 *   write.insert('staff', { name: '鈴木', valid_from: null, valid_to: null, position: 2 }))
 * ```
 */
export function mutate<T>(ledger: Ledger, action: Action, changes: (write: LedgerWriter) => T): Mutation<T> {
  const internals = writerInternals(ledger)
  return runAction(internals, action, (history) => {
    const writer = new Writer(ledger, internals, history)
    try {
      return changes(writer)
    } finally {
      writer.close()
    }
  })
}

/** The frame of every action: idempotence, transaction, history, anchor. For `mutate` and bulk writers. */
export function runAction<T>(
  internals: WriterInternals,
  action: Action,
  work: (history: HistoryWriter) => T,
): Mutation<T> {
  const { connection, chain, anchor } = internals
  if (connection.inTransaction) throw new Error('An action cannot begin inside another one')
  try {
    const fields = actionFields(action)
    anchor.settle()
    const earlier = earlierAnswer<T>(internals, fields)
    if (earlier !== null) return earlier
    internals.statements.prepare('BEGIN IMMEDIATE').run()
    const history = new HistoryWriter(
      internals.statements,
      chain.mac,
      internals.environment,
      fields,
      chain.last(),
    )
    const value = work(history)
    const link = history.finish(answerText(value))
    internals.statements.prepare('COMMIT').run()
    chain.moveTo(link)
    anchor.write(link, schemaCookie(internals))
    return { ok: true, value, replayed: false, sequence: link.sequence }
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    chain.forget()
    if (error instanceof ConflictFailure) {
      return { ok: false, error: error.appError, conflict: error.conflict }
    }
    const typed = appErrorOf(error)
    if (typed === null) throw error
    return { ...failure(typed.code, typed.parameters, typed.field), conflict: null }
  }
}

/** Counts changes of the schema (ANALYZE makes tables of its own): the anchor keeps it. */
export function schemaCookie({ statements }: WriterInternals): number {
  return statements.prepare<number>('PRAGMA schema_version').pluck(true).get() ?? 0
}

function answerText(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  if (text === undefined) throw new Error('The answer of an action must be JSON')
  return text
}

function earlierAnswer<T>(internals: WriterInternals, fields: ActionFields): Mutation<T> | null {
  const row = internals.statements
    .prepare<{ request: Buffer; answer: string; last_seq: number }>(
      'SELECT request, answer, last_seq FROM action WHERE id = ?',
    )
    .get(fields.id)
  if (row === undefined) return null
  if (!row.request.equals(fields.request)) fail('actionReused', { actionId: fields.id })
  return { ok: true, value: JSON.parse(row.answer) as T, replayed: true, sequence: row.last_seq }
}
