import type { Doubt, RefusalCode } from '../problems.ts'
import type { AnswerCode } from '../profile.ts'
import type { Reading, RowProblem } from '../staged.ts'

/** What a text was taken for, apart from its place: the same text is read once a book. */
export type Taken<Value> =
  | {
      readonly ok: true
      readonly value: Value
      /** As a reading shows it; null: nothing worth showing. */
      readonly shown: { readonly as: string; readonly took: Reading['took'] } | null
      readonly doubts: readonly Doubt[]
      /** A question of the profile that this text raises. */
      readonly asks: AnswerCode | null
    }
  | {
      readonly ok: false
      readonly code: RefusalCode
      readonly parameters: RowProblem['parameters']
      /** The list in which the text was looked for: it can be taught. */
      readonly list: string | null
      readonly asks: AnswerCode | null
      /** The value may be a name: it is not repeated. */
      readonly secret: boolean
    }

type Shown = Extract<Taken<unknown>, { ok: true }>['shown']

export const taken = <Value>(
  value: Value,
  shown: Shown = null,
  extras: { readonly doubts?: readonly Doubt[]; readonly asks?: AnswerCode } = {},
): Taken<Value> => ({
  ok: true,
  value,
  shown,
  doubts: extras.doubts ?? [],
  asks: extras.asks ?? null,
})

export const refusedText = (
  code: RefusalCode,
  parameters: RowProblem['parameters'] = {},
  extras: { readonly list?: string; readonly asks?: AnswerCode; readonly secret?: boolean } = {},
): Taken<never> => ({
  ok: false,
  code,
  parameters,
  list: extras.list ?? null,
  asks: extras.asks ?? null,
  secret: extras.secret ?? false,
})

/** Reads each text once. */
export function memo<Value>(read: (text: string) => Taken<Value>): (text: string) => Taken<Value> {
  const known = new Map<string, Taken<Value>>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = read(text)
    // A register has few spellings; free text would only fill the memory.
    if (known.size < 50_000) known.set(text, made)
    return made
  }
}
