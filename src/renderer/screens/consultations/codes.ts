import type { ChoiceList } from '../../../shared/contract/schemas/statistics.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { CodeChoice } from '../../ui/code-field.tsx'

/** The code lists of the ledger as the screen asks them. */
export interface Codes {
  label(list: string, code: string): string
  /** What is offered on a day; a code that is chosen already stays, retired or not. */
  choices(list: string, day: Day, keep: readonly string[]): readonly CodeChoice[]
  listLabel(list: string): string
}

export function codesOf(lists: readonly ChoiceList[]): Codes {
  const byCode = new Map(lists.map((list) => [list.code, list]))
  const labels = new Map(
    lists.flatMap((list) => list.items.map((item) => [`${list.code}/${item.code}`, item.label] as const)),
  )
  const made = new Map<string, readonly CodeChoice[]>()
  return {
    label: (list, code) => labels.get(`${list}/${code}`) ?? code,
    listLabel: (list) => byCode.get(list)?.label ?? list,
    choices(list, day, keep) {
      const items = (byCode.get(list)?.items ?? []).filter(
        (item) =>
          keep.includes(item.code) ||
          (item.mergedInto === null &&
            (item.validFrom === null || item.validFrom <= day) &&
            (item.validTo === null || day <= item.validTo)),
      )
      // The same choices are the same list: the fields keep what they worked out from it.
      const name = `${list} ${items.map((item) => item.code).join(' ')}`
      const known = made.get(name)
      if (known !== undefined) return known
      const choices = items.map(({ code, digit, label, kana, note }) => ({
        code,
        digit,
        label,
        kana,
        ...(note === null ? {} : { note }),
      }))
      made.set(name, choices)
      return choices
    },
  }
}
