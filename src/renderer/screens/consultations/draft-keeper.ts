import type { Client } from '../../../shared/contract/client.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { DraftContent } from '../../../shared/contract/schemas/drafts.ts'
import { saveState } from '../../api/save-state.ts'

export const draftKind = 'consultation'
/** After the last key (interface: nothing typed is lost). */
const pauseMilliseconds = 300
/** After a field was left: the frames of the key that left it come first. */
const leaveMilliseconds = 60
/** Only a keeping that takes as long is said: two words by turns at each field would be a flicker. */
const slowMilliseconds = 400
/** Typing without a pause is kept as often. */
const longestMilliseconds = 1_500

/** Texts that are not on the disk: the window offers them for copying when the tool is gone. */
export function holdUnsaved(owner: object, content: DraftContent | null): void {
  const texts =
    content === null ? [] : [content.note, ...(Array.isArray(content.others) ? content.others : [])]
  saveState.hold(owner, texts.filter((text) => typeof text === 'string' && text.trim() !== '') as string[])
}

export type KeptState =
  | { readonly kind: 'none' }
  | { readonly kind: 'keeping' }
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'failed'; readonly error: AppError }

/**
 * Keeps a half-filled form in the ledger: one request after another, always the latest content. Another
 * window that keeps the same draft takes it over; this one then goes on as a draft of its own.
 */
export class DraftKeeper {
  readonly #client: Client
  readonly #newId: () => string
  readonly #targetId: string | null
  readonly #hold: (owner: object, content: DraftContent | null) => void
  #id: string
  #revision: number
  #waiting: DraftContent | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #since: number | null = null
  #sending: Promise<void> | null = null
  #state: KeptState = { kind: 'none' }
  #isOver = false
  readonly #listeners = new Set<() => void>()

  constructor(options: {
    readonly client: Client
    readonly newId: () => string
    readonly targetId: string | null
    readonly draft: { readonly id: string; readonly revision: number; readonly at: string } | null
    readonly hold: (owner: object, content: DraftContent | null) => void
  }) {
    this.#client = options.client
    this.#newId = options.newId
    this.#targetId = options.targetId
    this.#hold = options.hold
    this.#id = options.draft?.id ?? options.newId()
    this.#revision = options.draft?.revision ?? 0
    if (options.draft) this.#state = { kind: 'kept', at: options.draft.at }
  }

  /** The id under which the form is kept; the record gets it. */
  get id(): string {
    return this.#id
  }

  readonly read = (): KeptState => this.#state
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  keep(content: DraftContent): void {
    if (this.#isOver) return
    this.#waiting = content
    this.#hold(this, content)
    this.#since ??= Date.now()
    if (this.#timer !== null) clearTimeout(this.#timer)
    const late = Date.now() - this.#since > longestMilliseconds
    this.#timer = setTimeout(() => void this.flush(), late ? 0 : pauseMilliseconds)
  }

  /** A field was left: what waits is kept as soon as the key is drawn. */
  readonly left = (): void => {
    if (this.#waiting === null || this.#isOver) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), leaveMilliseconds)
  }

  /** Keeps what waits, now: before a save, on leaving the screen, when the window goes. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    while (this.#sending !== null) await this.#sending
    if (this.#waiting === null || this.#isOver) return
    this.#sending = this.#send(this.#waiting)
    await this.#sending
  }

  /** The form was saved or emptied: nothing more is kept. The draft is forgotten unless the save did it. */
  async end(forget: boolean): Promise<void> {
    this.#isOver = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    while (this.#sending !== null) await this.#sending
    this.#hold(this, null)
    if (forget && this.#revision > 0) await this.#client.call('drafts.forget', { id: this.#id })
  }

  async #send(content: DraftContent): Promise<void> {
    this.#waiting = null
    this.#since = null
    const slow = setTimeout(() => this.#tell({ kind: 'keeping' }), slowMilliseconds)
    const draft = {
      id: this.#id,
      kind: draftKind,
      targetId: this.#targetId,
      content,
      revision: this.#revision,
    }
    const answer = await this.#client.call('drafts.keep', draft)
    clearTimeout(slow)
    this.#sending = null
    if (answer.ok) {
      this.#revision = answer.value.revision
      if (this.#waiting === null) this.#hold(this, null)
      if (saveState.read().kind === 'failed') saveState.settle()
      this.#tell({ kind: 'kept', at: answer.value.at })
    } else if (answer.error.code === 'conflict' && !this.#isOver) {
      this.#id = this.#newId()
      this.#revision = 0
      this.#waiting ??= content
      await this.flush()
    } else {
      this.#waiting ??= content
      const { error } = answer
      saveState.set({ kind: 'failed', error, retry: () => void this.flush() })
      this.#tell({ kind: 'failed', error })
    }
  }

  #tell(state: KeptState): void {
    if (isSame(this.#state, state)) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** The shown minute is all that a keeping changes. */
function isSame(a: KeptState, b: KeptState): boolean {
  return a.kind === 'kept' && b.kind === 'kept' && a.at.slice(0, 16) === b.at.slice(0, 16)
}
