import type { StylePreset } from './preset.ts'

/** Families of rules, one file each in `rules/`. The words of a finding are in `words/style.ts`. */
export type StyleRuleCode =
  | 'officialName'
  | 'slip'
  | 'spaceInNumber'
  | 'digits'
  | 'counter'
  | 'range'
  | 'spelling'
  | 'selfName'
  | 'honorific'
  | 'register'
  | 'signs'
  | 'brackets'

/** A place in one text that breaks the house style. `start` and `end` count UTF-16 units, the end excluded. */
export interface TextFinding {
  readonly rule: StyleRuleCode
  readonly found: string
  /** What should stand there, or null where only a person can decide. */
  readonly proposal: string | null
  readonly start: number
  readonly end: number
}

/** A rule looks at one text, in which number fields are hidden behind {@link fieldMark}. */
export interface StyleRule {
  readonly code: StyleRuleCode
  check(text: string, preset: StylePreset): readonly TextFinding[]
}

/** Stands for each character of a `{{field}}`, so that no rule reads or changes one. */
export const fieldMark = '\ue000'

/** Findings of a pattern. `propose` gives the new words, or null; equal words are no finding. */
export function findAll(
  rule: StyleRuleCode,
  text: string,
  pattern: RegExp,
  propose: (match: RegExpExecArray) => string | null,
): readonly TextFinding[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const proposal = propose(match)
    return proposal === match[0]
      ? []
      : [{ rule, found: match[0], proposal, start: match.index, end: match.index + match[0].length }]
  })
}

/** Findings of a dictionary: wrong spelling → right one. */
export function findWords(
  rule: StyleRuleCode,
  text: string,
  words: readonly (readonly [wrong: RegExp, right: string | null])[],
): readonly TextFinding[] {
  return words.flatMap(([wrong, right]) => findAll(rule, text, wrong, () => right))
}
