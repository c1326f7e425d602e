import { fold } from './fold.ts'
import { readAge } from './read-age.ts'
import { readTime } from './read-time.ts'
import { particles } from './synonyms.ts'
import type { Chip } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A question taken apart: what was recognised, in order, and the pieces that were not. */
export interface Tokens {
  readonly chips: readonly Chip[]
  readonly unread: readonly string[]
}

/**
 * Reads a question as staff put it, from left to right, the longest word first; no language model. What it
 * does not know stands in `unread` and is shown, never dropped without a word.
 */
export function tokenise(question: string, vocabulary: Vocabulary): Tokens {
  const text = fold(question)
  const chips: Chip[] = []
  const unread: string[] = []
  let at = 0
  let lost = ''
  const keep = () => {
    if (lost.trim() !== '') unread.push(lost.trim())
    lost = ''
  }
  while (at < text.length) {
    const found = chipAt(text, at, vocabulary)
    if (found !== null) {
      keep()
      chips.push(found)
      at += found.text.length
      continue
    }
    const particle = particles.find((one) => text.startsWith(one, at))
    if (text[at] === ' ' || particle !== undefined) {
      // A particle inside an unknown word (「のぞみ」) belongs to it only at its beginning.
      keep()
      at += particle?.length ?? 1
      continue
    }
    lost += text[at]
    at += 1
  }
  keep()
  return { chips, unread }
}

function chipAt(text: string, at: number, vocabulary: Vocabulary): Chip | null {
  const measured = [readAge(text, at), readTime(text, at, vocabulary.today)]
    .filter((found) => found !== null)
    .toSorted((one, other) => other.length - one.length)[0]
  const word = vocabulary.words.find((entry) => text.startsWith(entry.text, at))
  if (word !== undefined && word.text.length > (measured?.length ?? 0)) {
    return { text: word.text, options: word.options }
  }
  return measured === undefined
    ? null
    : { text: text.slice(at, at + measured.length), options: measured.options }
}
