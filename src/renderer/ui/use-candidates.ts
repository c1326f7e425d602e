import { type KeyboardEvent, useMemo, useState } from 'react'
import { type CodeChoice, searchChoices } from './code-search.ts'
import { isComposingKey } from './composition.ts'

export interface Candidates {
  /** What is typed, or null while nothing is being chosen. */
  readonly typed: string | null
  readonly found: readonly CodeChoice[]
  /** The one that Enter takes. */
  readonly current: CodeChoice | null
  readonly isOpen: boolean
  /** The input's text changed. */
  type(text: string): void
  open(): void
  /** Nothing is being chosen any more; what was typed is given up. */
  close(): void
  move(steps: number): void
}

/** What was typed and its candidates, for the fields of codes. */
export function useCandidates(choices: readonly CodeChoice[]): Candidates {
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const found = useMemo(() => (typed === null ? [] : searchChoices(choices, typed)), [choices, typed])
  const place = Math.min(at, Math.max(0, found.length - 1))
  return {
    typed,
    found,
    current: found[place] ?? null,
    isOpen: typed !== null && found.length > 0,
    type(text) {
      setTyped(text)
      setAt(0)
    },
    open() {
      setTyped('')
      setAt(0)
    },
    close() {
      setTyped(null)
    },
    move(steps) {
      if (found.length > 0) setAt((place + steps + found.length) % found.length)
    },
  }
}

/** What a key does in a field of codes; keys of a conversion do nothing (interface, IME). */
export interface CandidateKeys {
  /** Enter, and Tab on its way out. */
  take(choice: CodeChoice): void
  /** F4. */
  takePrevious?: (() => void) | undefined
  /** Backspace or Delete while nothing is typed. */
  erase?: (() => void) | undefined
}

export function onCandidateKey(event: KeyboardEvent, candidates: Candidates, keys: CandidateKeys): void {
  if (isComposingKey(event) || event.ctrlKey || event.metaKey || event.altKey) return
  const { current, isOpen, typed } = candidates
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      event.preventDefault()
      if (typed === null) candidates.open()
      else candidates.move(event.key === 'ArrowDown' ? 1 : -1)
      return
    case 'Enter':
      if (!isOpen || current === null) return
      event.preventDefault()
      event.stopPropagation()
      keys.take(current)
      return
    case 'Tab':
      // Something typed is taken on the way out; a list that was only looked at is not.
      if (isOpen && current !== null && typed !== '') keys.take(current)
      return
    case 'Escape':
      if (typed === null) return
      event.preventDefault()
      event.stopPropagation()
      candidates.close()
      return
    case 'F4':
      if (keys.takePrevious === undefined) return
      event.preventDefault()
      keys.takePrevious()
      return
    case 'Backspace':
    case 'Delete':
      if (typed === null || typed === '') {
        event.preventDefault()
        keys.erase?.()
      }
      return
  }
}
