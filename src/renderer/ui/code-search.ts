import { normaliseChoice } from '../../shared/codes/read-code.ts'

/** One choice of a code field. */
export interface CodeChoice {
  readonly code: string
  /** What choosing by digits types; shown grey before the label. */
  readonly digit: string
  readonly label: string
  /** Hiragana. */
  readonly kana: string
  /** Grey at the right of the candidate and beside the field: the group. */
  readonly note?: string
}

/**
 * The candidates of what was typed, best first: the digit itself, digits that begin so, then kana and labels
 * that begin so, then what holds it. Full-width digits, katakana and half-width kana are read too. Nothing
 * typed gives all.
 */
export function searchChoices(choices: readonly CodeChoice[], typed: string): readonly CodeChoice[] {
  const wanted = toHiragana(normaliseChoice(typed))
  if (wanted === '') return typed.trim() === '' ? choices : []
  const known = spellingsOf(choices)
  const is = known.filter((one) => one.digit === wanted)
  const digits = known.filter((one) => one.digit.startsWith(wanted))
  const begins = known.filter((one) => one.texts.some((text) => text.startsWith(wanted)))
  const holds = known.filter((one) => one.texts.some((text) => text.includes(wanted)))
  return [...new Set([...is, ...digits, ...begins, ...holds])].map((one) => one.choice)
}

interface Spelling {
  readonly choice: CodeChoice
  readonly digit: string
  readonly texts: readonly string[]
}

/** Made once for a list: it is searched at every key. */
const known = new WeakMap<readonly CodeChoice[], readonly Spelling[]>()

function spellingsOf(choices: readonly CodeChoice[]): readonly Spelling[] {
  const before = known.get(choices)
  if (before !== undefined) return before
  const spellings = choices.map((choice) => ({
    choice,
    digit: choice.digit,
    texts: [choice.kana, choice.label].map((text) => toHiragana(normaliseChoice(text))),
  }))
  known.set(choices, spellings)
  return spellings
}

function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}
