import type { CollectionParty, CollectionPreview } from '../../../../shared/contract/schemas/collection.ts'
import type { Month } from '../../../../shared/time/day.ts'
import { collectionScreenWords } from '../../../../shared/words/collection-screen.ts'

const words = collectionScreenWords.dialog

/** What the dialog has chosen so far. */
export interface Chosen {
  readonly party: CollectionParty
  readonly from: Month
  readonly to: Month
}

/** One line of the choice: a party's form. */
export const keyOf = ({ party, form }: CollectionParty): string => `${party} ${form}`

/** The outstanding months, else all of the year. */
export function firstChoice(party: CollectionParty): Chosen | null {
  const from = party.outstanding?.from ?? party.months.at(0)?.month
  const to = party.outstanding?.to ?? party.months.at(-1)?.month
  return from === undefined || to === undefined ? null : { party, from, to }
}

/** The sheets in words; those of the months alike are one line. */
export function contentsOf({ sheets }: CollectionPreview): readonly string[] {
  const told: string[] = []
  const groups = Map.groupBy(sheets, ({ kind, items }) => `${kind} ${items.join()}`)
  for (const group of groups.values()) {
    const [first] = group
    const last = group.at(-1)
    if (first === undefined || last === undefined) continue
    const items = words.items(first.items.slice(0, 6).join('、'), Math.max(0, first.items.length - 6))
    told.push(
      group.length === 1
        ? words.sheet(first.name, items)
        : words.manySheets(first.name, last.name, group.length, items),
    )
  }
  return told
}
