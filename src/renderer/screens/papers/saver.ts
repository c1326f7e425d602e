import type { Client } from '../../../shared/contract/client.ts'
import type { AppError, Result } from '../../../shared/contract/errors.ts'
import type { PaperDraft, PaperSettings } from '../../../shared/paper/draft.ts'
import type { SaveStateStore } from '../../api/save-state.ts'
import { settingsInput } from './settings-input.ts'

/** A change that is not on disk yet. `text` null puts the template's words back. */
type Change =
  | { readonly kind: 'edit'; readonly place: string; readonly text: string | null }
  | { readonly kind: 'settings'; readonly settings: PaperSettings }

interface Pending {
  readonly change: Change
  /** Made once for a change: sent again after a failure, it is recorded only once. */
  readonly actionId: string
}

/** The same place was changed elsewhere: both texts, to choose from. */
export interface Clash {
  readonly place: string
  readonly mine: string | null
  readonly theirs: string | null
}

export interface SaverEvents {
  readonly onSaved: (draft: PaperDraft) => void
  readonly onClash: (clash: Clash) => void
}

/** A pause in typing after which it is saved, and the longest that typing without a pause stays unsaved. */
const pauseMilliseconds = 250
const longestMilliseconds = 1500

/**
 * Saves a paper as it is written: one request at a time, the latest text of each place, with the revision
 * that was seen. What cannot be saved stays here, is told in the top line, and is sent again on demand.
 */
export class PaperSaver {
  readonly #client: Client
  readonly #state: SaveStateStore
  readonly #events: () => SaverEvents
  readonly #newId: () => string
  readonly #pending = new Map<string, Pending>()
  #draft: PaperDraft
  #sending: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #waitingSince: number | null = null

  constructor(options: {
    readonly client: Client
    readonly state: SaveStateStore
    readonly draft: PaperDraft
    readonly events: () => SaverEvents
    readonly newId: () => string
  }) {
    this.#client = options.client
    this.#state = options.state
    this.#draft = options.draft
    this.#events = options.events
    this.#newId = options.newId
  }

  get draft(): PaperDraft {
    return this.#draft
  }

  edit(place: string, text: string | null): void {
    this.#queue(place, { kind: 'edit', place, text })
    this.#schedule()
  }

  changeSettings(settings: PaperSettings): Promise<void> {
    this.#queue('settings', { kind: 'settings', settings })
    return this.flush()
  }

  /** Sends what waits, now: on leaving a block, the screen, or the window. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#waitingSince = null
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null
    })
    await this.#sending
  }

  /** Another view of the same draft was read; what waits here stays. */
  seen(draft: PaperDraft): void {
    if (draft.revision >= this.#draft.revision) this.#draft = draft
  }

  #queue(key: string, change: Change): void {
    this.#pending.set(key, { change, actionId: this.#newId() })
    this.#hold()
    if (this.#state.read().kind !== 'failed') this.#state.set({ kind: 'saving' })
  }

  #schedule(): void {
    const now = performance.now()
    this.#waitingSince ??= now
    if (this.#timer !== null) clearTimeout(this.#timer)
    const rest = this.#waitingSince + longestMilliseconds - now
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(pauseMilliseconds, rest)))
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const next = this.#pending.entries().next().value
      if (!next) return
      const [key, pending] = next
      const answer = await this.#send(pending)
      if (!answer.ok) {
        if (answer.error.code === 'conflict' && (await this.#resolve(key, pending))) continue
        this.#fail(answer.error)
        return
      }
      this.#draft = answer.value
      if (this.#pending.get(key) === pending) this.#pending.delete(key)
      this.#hold()
      if (this.#pending.size === 0) this.#state.settle()
      this.#events().onSaved(answer.value)
    }
  }

  #send({ change, actionId }: Pending): Promise<Result<PaperDraft>> {
    const seen = { actionId, id: this.#draft.id, revision: this.#draft.revision }
    return change.kind === 'edit'
      ? this.#client.call('papers.edit', { ...seen, place: change.place, text: change.text })
      : this.#client.call('papers.changeSettings', { ...seen, settings: settingsInput(change.settings) })
  }

  /** Somebody else saved in between. Only the same place is a clash; anything else is saved on top. */
  async #resolve(key: string, pending: Pending): Promise<boolean> {
    const answer = await this.#client.call('papers.read', { id: this.#draft.id })
    if (!answer.ok) return false
    const { draft } = answer.value
    const before = this.#draft
    this.#draft = draft
    const { change } = pending
    if (change.kind === 'edit' && draft.edits[change.place] !== before.edits[change.place]) {
      this.#pending.delete(key)
      this.#hold()
      this.#state.settle()
      this.#events().onClash({
        place: change.place,
        mine: change.text,
        theirs: draft.edits[change.place] ?? null,
      })
      return true
    }
    // A new revision makes a new request of it: the old action id belongs to the one that was refused.
    this.#pending.set(key, { change, actionId: this.#newId() })
    return true
  }

  #hold(): void {
    const texts = [...this.#pending.values()].flatMap(({ change }) =>
      change.kind === 'edit' && change.text !== null ? [change.text] : [],
    )
    this.#state.hold(this, texts)
  }

  #fail(error: AppError): void {
    this.#state.set({
      kind: 'failed',
      error,
      retry: () => {
        this.#state.set({ kind: 'saving' })
        void this.flush()
      },
    })
  }
}
