import { useEffect, useSyncExternalStore } from 'react'
import type { Client } from '../../../shared/contract/client.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useClient } from '../../api/client-context.tsx'
import { useSession } from '../../api/session.tsx'

export type Verified =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'done'; readonly entries: number; readonly problems: number; readonly at: string }

/** What the last look through the chain found; kept for the window, since it reads the whole history. */
class VerifyStore {
  #path = ''
  #state: Verified = { kind: 'none' }
  #abort: AbortController | null = null
  readonly #listeners = new Set<() => void>()

  readonly read = (): Verified => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #set(state: Verified): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  /** Once a ledger by itself; `again` when it is asked for. */
  async run(client: Client, path: string, again: boolean): Promise<void> {
    if (!again && this.#path === path && this.#state.kind !== 'none') return
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.#path = path
    this.#set({ kind: 'running' })
    const answer = await client.call('history.verify', {}, { signal: abort.signal })
    if (this.#abort !== abort) return
    if (answer.ok) {
      const { entries, problems } = answer.value
      this.#set({ kind: 'done', entries, problems: problems.length, at: new Date().toISOString() })
    } else if (answer.error.code === 'cancelled') this.#set({ kind: 'stopped' })
    else this.#set({ kind: 'failed', error: answer.error })
  }

  stop(): void {
    this.#abort?.abort()
  }
}

const store = new VerifyStore()

/** The state of the history's chain; it is looked through when the screen is first opened. */
export function useVerify() {
  const client = useClient()
  const { path } = useSession().ledger
  const state = useSyncExternalStore(store.subscribe, store.read)
  useEffect(() => {
    void store.run(client, path, false)
  }, [client, path])
  return { state, again: () => void store.run(client, path, true), stop: () => store.stop() }
}
