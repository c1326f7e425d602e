import { findList } from '../../../shared/codes/code-list.ts'
import type { UnknownWord } from '../../../shared/contract/schemas/intake.ts'
import type { UnknownValue } from '../../../shared/intake/reading/sink.ts'
import { statistics } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { NamedRow } from '../../../shared/statistics/rows.ts'
import { unknownListWords } from '../../../shared/words/intake-columns.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { readVenues } from '../../ledger/repositories/programmes.ts'

type Choice = UnknownWord['choices'][number]
const mostWords = 200
const mostChoices = 500

/** Words that no list knows, with what each may mean: to be taught once. */
export function unknownWordsOf(reader: LedgerReader, values: readonly UnknownValue[]): UnknownWord[] {
  const lists = new Map<string, { readonly label: string; readonly choices: Choice[] }>()
  return values.slice(0, mostWords).map(({ list, text, count, place }) => {
    const known = lists.get(list) ?? choicesOf(reader, list)
    lists.set(list, known)
    return { list, listLabel: known.label, text, count, place: { ...place }, choices: known.choices }
  })
}

function choicesOf(
  reader: LedgerReader,
  list: string,
): { readonly label: string; readonly choices: Choice[] } {
  switch (list) {
    case 'party':
      return { label: unknownListWords.party, choices: readParties(reader).map(named).slice(0, mostChoices) }
    case 'venue':
      return { label: unknownListWords.venue, choices: readVenues(reader).map(named).slice(0, mostChoices) }
    case 'statistic':
      return {
        label: unknownListWords.statistic,
        choices: statistics.map(({ code, label }) => ({ code, label })).slice(0, mostChoices),
      }
    default: {
      const found = findList(readCodeLists(reader), list)
      const items = found?.items.filter(({ mergedInto }) => mergedInto === null) ?? []
      return { label: found?.label ?? list, choices: items.map(({ code, label }) => ({ code, label })) }
    }
  }
}

const named = ({ code, names }: NamedRow): Choice => ({ code, label: names.at(-1)?.name ?? code })
