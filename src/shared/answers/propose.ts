import { foldWord } from './fold.ts'
import { readAge } from './read-age.ts'
import { readTime } from './read-time.ts'
import { sameTerm, type Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Candidate {
  readonly term: Term
  /** The folded word that was met. */
  readonly text: string
}

/** How many stand in the list under the box. */
const mostCandidates = 9

/**
 * Candidates for what is being typed: words that begin with it, then words that hold it, each meaning once.
 * 「30」 offers 「30歳以上」, 「30代」 and the month or year that it may be.
 */
export function propose(typed: string, vocabulary: Vocabulary, limit = mostCandidates): readonly Candidate[] {
  const text = foldWord(typed)
  if (text === '') return []
  const found: Candidate[] = []
  const add = (term: Term, word: string) => {
    if (!found.some((one) => sameTerm(one.term, term))) found.push({ term, text: word })
  }
  const number = /^\d{1,4}$/.test(text) ? text : null
  const endings = number === null ? [''] : ['', '歳以上', '代', '歳以下', '月', '年度']
  for (const ending of endings) {
    const whole = `${text}${ending}`
    for (const read of [readAge(whole, 0), readTime(whole, 0, vocabulary.today)]) {
      if (read !== null && read.length === whole.length) for (const term of read.options) add(term, whole)
    }
  }
  const words = vocabulary.words.toReversed()
  for (const { text: word, options } of words.filter((entry) => entry.text.startsWith(text)))
    for (const term of options) add(term, word)
  for (const { text: word, options } of words.filter((entry) => entry.text.includes(text, 1)))
    for (const term of options) add(term, word)
  return found.slice(0, limit)
}
