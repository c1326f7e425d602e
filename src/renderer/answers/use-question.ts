import { useMemo, useState } from 'react'
import { type Composed, compose } from '../../shared/answers/compose.ts'
import { type Candidate, propose } from '../../shared/answers/propose.ts'
import { settle } from '../../shared/answers/settle.ts'
import type { Chip, Term } from '../../shared/answers/term.ts'
import { tokenise } from '../../shared/answers/tokenise.ts'
import { type Vocabulary, vocabularyOf } from '../../shared/answers/vocabulary.ts'
import { dayInJapan } from '../../shared/time/japan.ts'
import { useRequest } from '../api/queries.ts'
import { useSession } from '../api/session.tsx'

export interface Question {
  readonly text: string
  readonly chips: readonly Chip[]
  readonly candidates: readonly Candidate[]
  readonly unread: readonly string[]
  readonly composed: Composed
  readonly vocabulary: Vocabulary
  type(text: string): void
  /** Reads what is typed as it stands; what is not known stays in the box. */
  read(): void
  choose(candidate: Candidate): void
  /** Settles what was asked back. */
  settle(chip: number | null, term: Term): void
  remove(chip: number): void
  ask(question: string): void
  clear(): void
}

/** The words of the open ledger, or null while they are read; `error` where they cannot be. */
export function useVocabulary(): { readonly vocabulary: Vocabulary | null; readonly error: unknown } {
  const session = useSession()
  const catalogue = useRequest('statistics.catalogue', {})
  const { frame } = session.frame
  const vocabulary = useMemo(
    () =>
      catalogue.data === undefined
        ? null
        : vocabularyOf({
            facts: {
              codes: Object.fromEntries(catalogue.data.breakdowns.map((list) => [list.code, list.items])),
            },
            today: dayInJapan(new Date()),
            window: frame,
          }),
    [catalogue.data, frame],
  )
  return { vocabulary, error: catalogue.error }
}

/** A question as it grows: chips that are settled, text that is still typed, and what both amount to. */
export function useQuestion(vocabulary: Vocabulary): Question {
  const [text, setText] = useState('')
  const [chips, setChips] = useState<readonly Chip[]>([])
  const [unread, setUnread] = useState<readonly string[]>([])
  const candidates = useMemo(() => candidatesFor(text, vocabulary), [text, vocabulary])
  const composed = useMemo(() => compose(chips, vocabulary), [chips, vocabulary])
  return {
    text,
    chips,
    unread,
    candidates,
    composed,
    vocabulary,
    type: setText,
    read: () => {
      const tokens = tokenise(text, vocabulary)
      setChips([...chips, ...tokens.chips])
      setUnread(tokens.unread)
      setText('')
    },
    choose: ({ term, text: word }) => {
      const { chips: before } = tokenise(withoutTail(text, vocabulary), vocabulary)
      setChips([...chips, ...before, { text: word, options: [term] }])
      setUnread([])
      setText('')
    },
    settle: (chip, term) => setChips(settle(chips, chip, term)),
    remove: (chip) => setChips(chips.filter((_, at) => at !== chip)),
    ask: (question) => {
      const tokens = tokenise(question, vocabulary)
      setChips(tokens.chips)
      setUnread(tokens.unread)
      setText('')
    },
    clear: () => {
      setChips([])
      setUnread([])
      setText('')
    },
  }
}

/** The piece at the end that is not a word yet; the whole where nothing before it was read. */
function tailOf(text: string, vocabulary: Vocabulary): string {
  const last = text.split(/[\s　]/).at(-1) ?? ''
  const { unread } = tokenise(last, vocabulary)
  const open = unread.at(-1)
  return open !== undefined && last.normalize('NFKC').toLowerCase().endsWith(open) ? open : last
}

function withoutTail(text: string, vocabulary: Vocabulary): string {
  const tail = tailOf(text, vocabulary)
  return text.slice(0, Math.max(0, text.length - tail.length))
}

const candidatesFor = (text: string, vocabulary: Vocabulary): readonly Candidate[] =>
  text.trim() === '' ? [] : propose(tailOf(text, vocabulary), vocabulary)
