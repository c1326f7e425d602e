import { useCallback, useEffect, useRef, useState } from 'react'
import type { Client } from '../../../shared/contract/client.ts'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import { useClient } from '../../api/client-context.tsx'
import { saveState } from '../../api/save-state.ts'
import { sameTexts, type Texts } from './form-texts.ts'

/** A pause in typing after which what was typed is on disk. */
const pauseMilliseconds = 400

export interface Draft {
  readonly texts: Texts
  readonly set: (name: string, value: string) => void
  readonly replace: (texts: Texts) => void
  readonly isDirty: boolean
  /** The row's revision that the typing began from. */
  readonly revision: number
  /**
   * The texts are the ledger's own now: forgets the draft, and begins from them. What was typed since `sent`
   * went out stays in the form, on the new revision.
   */
  readonly settle: (texts: Texts, revision: number, sent?: Texts) => Promise<void>
  /** The row changed elsewhere: what was typed now stands on its new revision. */
  readonly rebase: (base: Texts, revision: number) => void
  /** Keeps what waits, now. */
  readonly flush: () => Promise<void>
  /** Texts, revision and dirtiness at this moment, also before the next drawing. */
  readonly now: () => Pick<Draft, 'texts' | 'revision' | 'isDirty'>
}

/** Keeps drafts one after another, so that an older text never overtakes a newer one. */
class Keeper {
  readonly #client: Client
  readonly #kind: string
  readonly #targetId: string | null
  #id: string
  #revision: number
  #chain: Promise<unknown> = Promise.resolve()
  #waiting: Texts | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(client: Client, kind: string, targetId: string | null, kept: KeptDraft | null) {
    this.#client = client
    this.#kind = kind
    this.#targetId = targetId
    this.#id = kept?.id ?? crypto.randomUUID()
    this.#revision = kept?.revision ?? 0
  }

  later(texts: Texts): void {
    this.#waiting = texts
    if (saveState.read().kind !== 'failed') saveState.set({ kind: 'saving' })
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pauseMilliseconds)
  }

  flush(): Promise<unknown> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#chain = this.#chain.then(() => this.#keep())
    return this.#chain
  }

  async #keep(): Promise<void> {
    const texts = this.#waiting
    if (texts === null) return
    this.#waiting = null
    const content = Object.fromEntries(Object.entries(texts).flatMap(piecesOf))
    const answer = await this.#client.call('drafts.keep', {
      id: this.#id,
      kind: this.#kind,
      targetId: this.#targetId,
      content,
      revision: this.#revision,
    })
    if (answer.ok) {
      this.#revision = answer.value.revision
      if (this.#waiting === null) saveState.settle()
      return
    }
    if (answer.error.code === 'conflict') {
      // Another window kept the same draft: this one goes on as its own.
      this.#id = crypto.randomUUID()
      this.#revision = 0
      this.#waiting ??= texts
      return this.#keep()
    }
    this.#waiting ??= texts
    saveState.set({ kind: 'failed', error: answer.error, retry: () => void this.flush() })
  }

  forget(): Promise<unknown> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#waiting = null
    this.#chain = this.#chain.then(async () => {
      if (this.#revision > 0) await this.#client.call('drafts.forget', { id: this.#id })
      this.#id = crypto.randomUUID()
      this.#revision = 0
      if (saveState.read().kind !== 'failed') saveState.settle()
    })
    return this.#chain
  }
}

const revisionName = '#revision'

/** The draft of a row (null: of a new one) among those that were kept; the newest. */
export function draftFor(kept: readonly KeptDraft[], targetId: string | null): KeptDraft | null {
  return kept.find((draft) => draft.targetId === targetId) ?? null
}

/**
 * Texts of a form that are on disk a moment after they are typed, as a draft that no count sees. `start` is
 * what the form says without typing.
 */
export function useDraft(options: {
  readonly kind: string
  readonly targetId: string | null
  readonly start: Texts
  readonly revision: number
  readonly kept: KeptDraft | null
}): Draft {
  const client = useClient()
  const { kept } = options
  const [keeper] = useState(() => new Keeper(client, options.kind, options.targetId, kept))
  const [base, setBase] = useState({ texts: options.start, revision: revisionOf(kept) ?? options.revision })
  const [texts, setTexts] = useState<Texts>(() => (kept === null ? options.start : textsOfDraft(kept)))
  const latest = useRef(texts)
  const ground = useRef(base)
  useEffect(() => {
    const leave = () => void keeper.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [keeper])
  const replace = useCallback(
    (next: Texts) => {
      latest.current = next
      setTexts(next)
      if (sameTexts(next, ground.current.texts)) void keeper.forget()
      else keeper.later({ ...next, [revisionName]: String(ground.current.revision) })
    },
    [keeper],
  )
  const set = useCallback(
    (name: string, value: string) => replace({ ...latest.current, [name]: value }),
    [replace],
  )
  const rebase = useCallback(
    (next: Texts, revision: number) => {
      ground.current = { texts: next, revision }
      setBase(ground.current)
      keeper.later({ ...latest.current, [revisionName]: String(revision) })
    },
    [keeper],
  )
  const settle = useCallback(
    async (next: Texts, revision: number, sent?: Texts) => {
      if (sent !== undefined && !sameTexts(latest.current, sent)) return rebase(next, revision)
      latest.current = next
      setTexts(next)
      ground.current = { texts: next, revision }
      setBase(ground.current)
      await keeper.forget()
    },
    [keeper, rebase],
  )
  const flush = useCallback(async () => {
    await keeper.flush()
  }, [keeper])
  const now = useCallback(
    () => ({
      texts: latest.current,
      revision: ground.current.revision,
      isDirty: !sameTexts(latest.current, ground.current.texts),
    }),
    [],
  )
  return {
    texts,
    set,
    replace,
    isDirty: !sameTexts(texts, base.texts),
    revision: base.revision,
    settle,
    rebase,
    flush,
    now,
  }
}

/** The longest text that a draft holds under one name. */
const longestPiece = 20_000

/** A pasted text that is far too long stays whole: it is kept in pieces (`content`, `content#1` …). */
function piecesOf([name, value]: [string, string]): readonly [string, string][] {
  const count = Math.max(1, Math.ceil(value.length / longestPiece))
  return Array.from({ length: count }, (_, index) => [
    index === 0 ? name : `${name}#${index}`,
    value.slice(index * longestPiece, (index + 1) * longestPiece),
  ])
}

function textsOfDraft(kept: KeptDraft): Texts {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(kept.content)) {
    if (typeof value !== 'string' || name.includes('#')) continue
    let whole = value
    for (let index = 1; ; index += 1) {
      const piece = kept.content[`${name}#${index}`]
      if (typeof piece !== 'string') break
      whole += piece
    }
    texts[name] = whole
  }
  return texts
}

function revisionOf(kept: KeptDraft | null): number | null {
  const value = Number(kept?.content[revisionName])
  return kept !== null && Number.isInteger(value) ? value : null
}
