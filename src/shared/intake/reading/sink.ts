import { quoted } from '../cell-text.ts'
import { type AnswerCode, type Answers, answerChoices } from '../profile.ts'
import type { BookPlace, IgnoredRow, RowProblem, StagedRow } from '../staged.ts'

export type QuestionCode = AnswerCode | 'party' | 'fiscalYear'

/** What cannot be known from the book; the answer stands in the profile, and the question is asked once. */
export interface IntakeQuestion {
  readonly code: QuestionCode
  /** How often it stands in the book. */
  readonly count: number
  readonly examples: readonly { readonly place: BookPlace; readonly text: string }[]
  /** Codes; of parties and years where these are asked. */
  readonly choices: readonly string[]
  /** What the profile says now, or null. */
  readonly answer: string | null
}

/** A text that is in no list: the user may teach it (`profile.values[list][text]`). */
export interface UnknownValue {
  readonly list: string
  readonly text: string
  readonly count: number
  readonly place: BookPlace
}

/** Gathers what comes out of reading a book. */
export interface Sink {
  readonly rows: StagedRow[]
  readonly findings: RowProblem[]
  ignore(place: BookPlace, reason: IgnoredRow['reason']): void
  refuse(place: BookPlace, problem: RowProblem): void
  ask(code: QuestionCode, place: BookPlace, text: string, choices?: readonly string[]): void
  unknown(list: string, text: string, place: BookPlace): void
  questions(): readonly IntakeQuestion[]
  unknownValues(): readonly UnknownValue[]
}

const examplesShown = 5

export function createSink(answers: Answers): Sink {
  const rows: StagedRow[] = []
  const findings: RowProblem[] = []
  const asked = new Map<
    QuestionCode,
    { count: number; examples: IntakeQuestion['examples'][number][]; choices: readonly string[] }
  >()
  const unknowns = new Map<string, { -readonly [Key in keyof UnknownValue]: UnknownValue[Key] }>()
  return {
    rows,
    findings,
    ignore: (place, reason) => {
      rows.push({ outcome: 'ignored', place, reason })
    },
    refuse: (place, problem) => {
      rows.push({ outcome: 'refused', place, problem })
    },
    ask: (code, place, text, choices) => {
      const known = asked.get(code)
      const question = known ?? { count: 0, examples: [], choices: choices ?? choicesOf(code) }
      question.count += 1
      if (question.examples.length < examplesShown) question.examples.push({ place, text: quoted(text) })
      if (known === undefined) asked.set(code, question)
    },
    unknown: (list, text, place) => {
      const key = `${list}/${text}`
      const known = unknowns.get(key)
      if (known === undefined) unknowns.set(key, { list, text: quoted(text), count: 1, place })
      else known.count += 1
    },
    questions: () =>
      [...asked].map(([code, question]) => ({ code, ...question, answer: answerOf(answers, code) })),
    unknownValues: () => [...unknowns.values()],
  }
}

const isAnswer = (code: QuestionCode): code is AnswerCode => Object.hasOwn(answerChoices, code)

const choicesOf = (code: QuestionCode): readonly string[] => (isAnswer(code) ? answerChoices[code] : [])

const answerOf = (answers: Answers, code: QuestionCode): string | null =>
  isAnswer(code) ? (answers[code] ?? null) : null
