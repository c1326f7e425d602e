import { AppFailure } from '../../../shared/contract/errors.ts'
import { fail } from '../failures.ts'
import type { EntityStore } from './entity-store.ts'

const mostWaiting = 1_000

/**
 * Rows of one table that are about to go, taken out together. Whoever works on another table, or puts rows back,
 * flushes first: so references end in the order in which they began.
 */
export class Removals {
  #store: EntityStore | null = null
  #keys: number[] = []

  /** @throws AppFailure as `flush`, for rows of another table that were waiting. */
  add(store: EntityStore, key: number): void {
    if (this.#store !== store || this.#keys.length >= mostWaiting) this.flush()
    this.#store = store
    this.#keys.push(key)
  }

  /** @throws AppFailure `undoBlocked` {count: 1} when others refer to one of the rows. */
  flush(): void {
    const [store, keys] = [this.#store, this.#keys]
    this.#store = null
    this.#keys = []
    if (store === null || keys.length === 0) return
    orBlocked(() => store.removeMany(keys))
  }
}

/** Others refer to a row that would go, or its place is taken by another. */
export function orBlocked<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isReference(error)) return fail('undoBlocked', { count: 1 })
    throw error
  }
}

function isReference(error: unknown): boolean {
  if (error instanceof AppFailure) return error.appError.code === 'invalidValue'
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_CONSTRAINT')
}
