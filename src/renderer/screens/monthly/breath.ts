/**
 * A pause that can be cut short: what follows a key is sent when the key's own frames are drawn, so that it
 * costs none of them; what must not wait (the page goes away, an undo) ends it. Without a frame's callback:
 * a hidden page gets none.
 */
export class Breath {
  readonly #length: number
  #end: (() => void) | null = null

  /** `length` in ms. */
  constructor(length: number) {
    this.#length = length
  }

  /** One at a time. */
  take(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(() => this.end(), this.#length)
      this.#end = () => {
        clearTimeout(timer)
        this.#end = null
        done()
      }
    })
  }

  /** Ends the one that is being taken. */
  end(): void {
    this.#end?.()
  }
}
