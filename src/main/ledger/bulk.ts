import type { Action } from './action.ts'
import { attempt } from './failures.ts'
import { type WriterInternals, writerInternals } from './internals.ts'
import type { Ledger } from './ledger.ts'
import { type LedgerWriter, type Mutation, mutate, schemaCookie } from './mutate.ts'
import { cacheKibibytes } from './open/connection.ts'

const bulkCacheKibibytes = 128_000
/** From so many rows on an action is a bulk. */
export const manyRows = 1_000

/** Pages that leave the cache before the commit are encrypted and written more than once. */
export function withBulkCache<T>(internals: WriterInternals, work: () => T): T {
  const { connection } = internals
  connection.pragma(`cache_size = ${-bulkCacheKibibytes}`)
  try {
    return work()
  } finally {
    connection.pragma(`cache_size = ${-cacheKibibytes}`)
    connection.pragma('shrink_memory')
  }
}

/** The planner must know a bulk of new rows: without it a join took 12 s instead of 29 ms (stack.md). */
export function analyse(internals: WriterInternals): void {
  internals.connection.pragma('analysis_limit = 1000')
  internals.connection.exec('ANALYZE')
  internals.anchor.write(internals.chain.last(), schemaCookie(internals))
}

/**
 * `mutate` for an action of `size` rows: many have a larger cache, and ANALYZE after. A failure of that is told
 * though the rows are saved: the same action again is answered from the ledger.
 */
export function mutateMany<T>(
  ledger: Ledger,
  action: Action,
  size: number,
  changes: (write: LedgerWriter) => T,
): Mutation<T> {
  if (size < manyRows) return mutate(ledger, action, changes)
  const internals = writerInternals(ledger)
  return withBulkCache(internals, () => {
    const result = mutate(ledger, action, changes)
    if (!result.ok || result.replayed) return result
    const analysed = attempt(() => analyse(internals))
    return analysed.ok ? result : { ...analysed, conflict: null }
  })
}
