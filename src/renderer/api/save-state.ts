import { useEffect, useSyncExternalStore } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import { useClient } from './client-context.tsx'

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  /** A longer write is in front (保存待ち). */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }

/** What the top line says about saving; one for the window. */
export class SaveStateStore {
  #state: SaveState = { kind: 'saved', at: null }
  #at: string | null = null
  readonly #unsaved = new Map<object, readonly string[]>()
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

  /** What of somebody's words is not on disk yet: to be copied when the tool behind the screens is gone. */
  hold(owner: object, texts: readonly string[]): void {
    if (texts.length === 0) this.#unsaved.delete(owner)
    else this.#unsaved.set(owner, texts)
  }

  /** All words that are not on disk, in the order in which they were begun. */
  unsavedTexts(): readonly string[] {
    return [...this.#unsaved.values()].flat()
  }

  /** A write is on disk. While others are still on their way, only the time is kept for later. */
  savedAt(at: string): void {
    this.#at = at
    if (this.#state.kind === 'saved') this.set({ kind: 'saved', at })
    if (this.#state.kind === 'waiting') this.set({ kind: 'saving' })
  }

  /** Everything that was typed is on disk; a failure ends only here, by its own retry. */
  settle(): void {
    this.set({ kind: 'saved', at: this.#at })
  }

  /** A longer write is in front of ours. */
  waits(waiting: boolean): void {
    if (waiting && this.#state.kind === 'saving') this.set({ kind: 'waiting' })
    if (!waiting && this.#state.kind === 'waiting') this.set({ kind: 'saving' })
  }
}

export const saveState = new SaveStateStore()

export function useSaveState(): SaveState {
  return useSyncExternalStore(saveState.subscribe, saveState.read)
}

/** Follows what the backend says about saving. */
export function useSaveEvents(): void {
  const client = useClient()
  useEffect(
    () =>
      client.listen((event) => {
        if (event.event === 'saved') saveState.savedAt(event.at)
        if (event.event === 'saving') saveState.waits(event.waiting)
      }),
    [client],
  )
}

/** Whether closing the window now would lose something. */
export function hasUnsaved(): boolean {
  return saveState.read().kind !== 'saved'
}
