import { type AnswerCode, type Answers, answerChoices } from '../../../shared/intake/answers.ts'
import type { BookProfile, SheetRule } from '../../../shared/intake/profile.ts'
import type { BookKind } from '../../../shared/intake/staged.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'

/** Of a layout: how a sheet is named in a profile. */
export interface SheetName {
  readonly pattern: string
  readonly kind: BookKind | null
}

/** A profile that says no more than what the book is. */
export const emptyProfile = (kind: BookKind): BookProfile => ({
  version: 1,
  kind,
  party: null,
  fiscalYear: null,
  sheets: [],
  values: {},
  answers: {},
})

/** Another kind: what was said of the columns means nothing any more. */
export const withKind = (
  profile: BookProfile | null,
  kind: BookKind,
  sheets: readonly SheetName[],
): BookProfile => {
  const before = profile ?? emptyProfile(kind)
  const known = before.sheets.length > 0 ? before.sheets : uniqueRules(sheets)
  return { ...before, kind, sheets: known.map((rule) => ({ ...rule, kind, columns: [] })) }
}

const newRule = ({ pattern, kind }: SheetName): SheetRule => ({
  sheet: pattern,
  use: true,
  kind,
  columns: [],
  activityKind: null,
})

const uniqueRules = (sheets: readonly SheetName[]): readonly SheetRule[] => [
  ...new Map(sheets.map((sheet) => [sheet.pattern, newRule(sheet)])).values(),
]

export const withParty = (profile: BookProfile, party: string | null): BookProfile => ({ ...profile, party })

export const withYear = (profile: BookProfile, fiscalYear: FiscalYear | null): BookProfile => ({
  ...profile,
  fiscalYear,
})

/** Whether the sheets of this name are read; sheets of one pattern go together. */
export const withSheetUse = (profile: BookProfile, sheet: SheetName, use: boolean): BookProfile =>
  changeRule(profile, sheet, (rule) => ({ ...rule, use }))

/** What the column of this head is, in all sheets of the pattern. */
export const withColumn = (
  profile: BookProfile,
  sheet: SheetName,
  column: { readonly head: string; readonly field: string; readonly code: string | null },
): BookProfile =>
  changeRule(profile, sheet, (rule) => ({
    ...rule,
    columns: [...rule.columns.filter(({ head }) => head !== column.head), column],
  }))

function changeRule(
  profile: BookProfile,
  sheet: SheetName,
  change: (rule: SheetRule) => SheetRule,
): BookProfile {
  const known = profile.sheets.some((rule) => rule.sheet === sheet.pattern)
  const sheets = known
    ? profile.sheets
    : [...profile.sheets, { ...newRule(sheet), kind: sheet.kind ?? profile.kind }]
  return { ...profile, sheets: sheets.map((rule) => (rule.sheet === sheet.pattern ? change(rule) : rule)) }
}

/** A word of the book means this code from now on; null: it is forgotten. */
export function withWord(profile: BookProfile, list: string, text: string, code: string | null): BookProfile {
  const { [text]: _before, ...others } = profile.values[list] ?? {}
  const words = code === null ? others : { ...others, [text]: code }
  return { ...profile, values: { ...profile.values, [list]: words } }
}

/** An answer to a question of the book; party and fiscal year stand in places of their own. */
export function withAnswer(profile: BookProfile, question: string, choice: string): BookProfile {
  if (question === 'party') return withParty(profile, choice)
  if (question === 'fiscalYear') return withYear(profile, Number(choice))
  if (!isAnswer(question)) return profile
  const answers = { ...profile.answers, [question]: choice } as Answers
  return { ...profile, answers }
}

const isAnswer = (question: string): question is AnswerCode => Object.hasOwn(answerChoices, question)

/** What the profile says to a question, or null. */
export function answerIn(profile: BookProfile, question: string): string | null {
  if (question === 'party') return profile.party
  if (question === 'fiscalYear') return profile.fiscalYear === null ? null : String(profile.fiscalYear)
  return isAnswer(question) ? (profile.answers[question] ?? null) : null
}
