import { type ChipText, type Span, sameContent } from './model.ts'

export interface Moment {
  readonly content: ChipText
  readonly selection: Span
}

const pauseMilliseconds = 800
const limit = 200

/** Undo and redo of one editor; typing without a pause is one step. */
export class EditHistory {
  #past: Moment[] = []
  #future: Moment[] = []
  #lastAt = Number.NEGATIVE_INFINITY
  #lastKind = ''

  /** Keeps what stood there before a change. `now` in milliseconds. */
  remember(before: Moment, kind: string, now: number): void {
    const goesOn = kind === this.#lastKind && kind === 'typing' && now - this.#lastAt < pauseMilliseconds
    this.#lastKind = kind
    this.#lastAt = now
    this.#future = []
    if (goesOn) return
    const last = this.#past.at(-1)
    if (last && sameContent(last.content, before.content)) return
    this.#past = [...this.#past, before].slice(-limit)
  }

  undo(present: Moment): Moment | null {
    const moment = this.#past.pop()
    if (!moment) return null
    this.#future.push(present)
    this.#lastKind = ''
    return moment
  }

  redo(present: Moment): Moment | null {
    const moment = this.#future.pop()
    if (!moment) return null
    this.#past.push(present)
    this.#lastKind = ''
    return moment
  }
}
