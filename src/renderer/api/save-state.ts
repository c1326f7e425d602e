import { useSyncExternalStore } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  /** A longer write is in front (保存待ち). */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }

/** What the top line says about saving; one for the window. */
export class SaveStateStore {
  #state: SaveState = { kind: 'saved', at: null }
  readonly #listeners = new Set<() => void>()

  readonly read = (): SaveState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(state: SaveState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  /** A failure stays in sight until its own retry succeeds. */
  savedAt(at: string): void {
    if (this.#state.kind !== 'failed') this.set({ kind: 'saved', at })
  }
}

export const saveState = new SaveStateStore()

export function useSaveState(): SaveState {
  return useSyncExternalStore(saveState.subscribe, saveState.read)
}

/** Whether closing the window now would lose something. */
export function hasUnsaved(): boolean {
  return saveState.read().kind !== 'saved'
}
