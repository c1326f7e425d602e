import type { AppEvent } from '../../shared/contract/events.ts'

/** Carries events from the backend to every door that listens. */
export class EventHub {
  readonly #listeners = new Set<(event: AppEvent) => void>()

  /** @returns ends the listening. */
  listen(hear: (event: AppEvent) => void): () => void {
    this.#listeners.add(hear)
    return () => this.#listeners.delete(hear)
  }

  tell(event: AppEvent): void {
    for (const hear of this.#listeners) hear(event)
  }
}
