import type { NamedChoice } from '../../../shared/contract/schemas/activities.ts'
import type { Day } from '../../../shared/time/day.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import type { CodeChoice } from '../../ui/code-field.tsx'
import { type Choices, nameOf } from './rows.ts'

const digitOf = (index: number): string => String(index + 1)

/** Kinds that may be chosen on a day; the present one is among them, retired or not. */
export function kindChoices(choices: Choices, day: Day, current: string): readonly CodeChoice[] {
  const listed = choices.kinds
    .filter(({ code, from, to, isMerged }) => code === current || (!isMerged && isValid(day, from, to)))
    .map(({ code, label, kana }, index) => ({ code, label, kana, digit: digitOf(index) }))
  const label = activityWords.otherKinds[current]
  // A kind that no clerk chooses stays what it is until another one is chosen.
  if (label === undefined) return listed
  return [...listed, { code: current, label, kana: '', digit: digitOf(listed.length) }]
}

const isValid = (day: Day, from: Day | null, to: Day | null): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

export const categoryChoices: readonly CodeChoice[] = [1, 2, 3, 4, 5, 6].map((category) => ({
  code: String(category),
  digit: String(category),
  label: activityWords.categories[category] ?? '',
  kana: activityWords.categoryKana[category] ?? '',
}))

/** Places or parties that are valid on a day, by their name of that day; the present one is among them. */
export function namedChoices(all: readonly NamedChoice[], day: Day, current: string): readonly CodeChoice[] {
  return all
    .filter(
      ({ code, from, to, names }) =>
        code === current ||
        (isValid(day, from, to) && names.some((name) => isValid(day, name.from, name.to))),
    )
    .map(({ code }, index) => ({ code, digit: digitOf(index), label: nameOf(all, code, day), kana: '' }))
}
