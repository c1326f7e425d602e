import type { Client } from '../../../shared/contract/client.ts'
import type { HeldCell } from './held-cell.ts'
import type { Sheet } from './sheet.ts'

/** A pause in typing after which the half-typed text is kept on the disk. */
const pause = 400

interface Kept {
  readonly id: string
  revision: number
  /** What is on the disk, and what should be; null: nothing. */
  stored: string | null
  wanted: string | null
}

/**
 * Texts that are no values yet (half typed, or not readable) are kept as drafts of the ledger, so that a closed
 * screen or a killed tool loses none of them. One draft a cell; a saved value forgets its draft.
 */
export class TypedDrafts {
  readonly #client: Client
  readonly #sheet: Sheet
  readonly #newId: () => string
  readonly #kept = new Map<string, Kept>()
  #timer: ReturnType<typeof setTimeout> | null = null
  #work: Promise<void> | null = null

  constructor(client: Client, sheet: Sheet, newId: () => string) {
    this.#client = client
    this.#sheet = sheet
    this.#newId = newId
  }

  get #kind(): string {
    const { party, form, fiscalYear } = this.#sheet.read
    return `monthly ${party} ${form} ${fiscalYear}`.slice(0, 100)
  }

  /** Brings back what was typed and not taken, into its cells. */
  async restore(): Promise<void> {
    const answer = await this.#client.call('drafts.list', { kind: this.#kind })
    if (!answer.ok) return
    const changes = new Map<string, HeldCell>()
    for (const { id, content, revision } of answer.value.drafts) {
      const { cell, text } = content
      if (typeof cell !== 'string' || typeof text !== 'string' || this.#kept.has(cell)) continue
      if (this.#sheet.spotOf(cell) === null) continue
      this.#kept.set(cell, { id, revision, stored: text, wanted: text })
      changes.set(cell, { ...this.#sheet.held(cell), text })
    }
    if (changes.size > 0) this.#sheet.change(changes)
  }

  /** Keeps a text for a cell soon; null forgets it. */
  want(cell: string, text: string | null): void {
    const kept = this.#kept.get(cell)
    if (kept === undefined && text === null) return
    if (kept === undefined) {
      this.#kept.set(cell, { id: this.#newId(), revision: 0, stored: null, wanted: text })
    } else kept.wanted = text
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pause)
  }

  /** Writes what waits, now. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#work ??= this.#writeAll().finally(() => {
      this.#work = null
    })
    await this.#work
  }

  async #writeAll(): Promise<void> {
    for (;;) {
      const next = [...this.#kept].find(([, kept]) => kept.stored !== kept.wanted)
      if (next === undefined) return
      if (!(await this.#write(...next))) return
    }
  }

  /** False: it failed and is tried again with the next text. */
  async #write(cell: string, kept: Kept): Promise<boolean> {
    const { wanted } = kept
    if (wanted === null) {
      const done = await this.#client.call('drafts.forget', { id: kept.id })
      if (done.ok && kept.wanted === null) this.#kept.delete(cell)
      return done.ok
    }
    const content = { cell, text: wanted.slice(0, 20_000) }
    const draft = { id: kept.id, kind: this.#kind, targetId: null, content, revision: kept.revision }
    const answer = await this.#client.call('drafts.keep', draft)
    if (!answer.ok) return false
    kept.revision = answer.value.revision
    kept.stored = wanted
    return true
  }
}
