import type { CodeMerge } from '../../../shared/codes/code-book.ts'
import { type CodeLists, findList } from '../../../shared/codes/code-list.ts'
import { normaliseChoice } from '../../../shared/codes/read-code.ts'
import type { ConsultationFilter, ConsultationSort } from '../../../shared/contract/schemas/consultations.ts'
import { firstDayOf, lastDayOf } from '../../../shared/time/calendar.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists, readCodeMerges } from '../../ledger/repositories/code-lists.ts'
import { caseKeysOfPerson } from '../../ledger/repositories/register/cases.ts'
import { kept } from '../../ledger/repositories/register/kept.ts'
import type {
  CodeColumn,
  RegisterFilter,
  RegisterSearch,
  RegisterSort,
} from '../../ledger/repositories/register/keys.ts'

const listsOf = (reader: LedgerReader): CodeLists => kept(reader, 'codes', () => readCodeLists(reader))

/** Columns whose labels are searched, with their lists. */
const searched: readonly (readonly [CodeColumn, string])[] = [
  ['method', 'method'],
  ['caller', 'caller'],
  ['sex', 'sex'],
  ['main_topic', 'topic'],
]

/** What the screen asks for, in the ledger's terms. Codes that were merged into a chosen one count with it. */
export function registerFilter(reader: LedgerReader, filter: ConsultationFilter): RegisterFilter {
  const merges = readCodeMerges(reader)
  const codes = (
    [
      ['method', filter.method],
      ['caller', filter.caller],
    ] as const
  ).flatMap(([column, code]) => (code === null ? [] : [{ column, codes: withMerged(merges, column, code) }]))
  return {
    from: filter.period === null ? null : firstDayOf(filter.period.from),
    to: filter.period === null ? null : lastDayOf(filter.period.to),
    party: filter.party,
    codes,
    caseKeys: filter.caseId === null ? null : caseKeysOfPerson(reader, filter.caseId),
    search: filter.search.trim() === '' ? null : searchOf(filter.search, listsOf(reader)),
  }
}

function withMerged(merges: readonly CodeMerge[], list: string, code: string): readonly string[] {
  const found = [code]
  for (const one of found) {
    for (const { list: of, from, into } of merges) {
      if (of === list && into === one && !found.includes(from)) found.push(from)
    }
  }
  return found
}

function searchOf(text: string, lists: CodeLists): RegisterSearch {
  const typed = text.trim()
  const plain = typed.normalize('NFKC')
  const wanted = normaliseChoice(plain)
  const number = /^(?:no\.?)? ?(\d{1,9})$/i.exec(plain)
  const codes = searched.flatMap(([column, list]) => {
    const items = findList(lists, list)?.items ?? []
    const found = items.filter((item) => wanted !== '' && normaliseChoice(item.label).includes(wanted))
    return found.length === 0 ? [] : [{ column, codes: found.map((item) => item.code) }]
  })
  return {
    number: number === null ? null : Number(number[1]),
    caseCode: plain.toUpperCase(),
    codes,
    notes: [...new Set([typed, plain, toFullWidth(plain)])],
  }
}

/** 12 → １２, abc → ａｂｃ: notes keep the width in which they were written. */
const toFullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

/** The order of a column: codes by their place in the list. */
export function registerSort(reader: LedgerReader, { column, direction }: ConsultationSort): RegisterSort {
  switch (column) {
    case 'number':
    case 'day':
    case 'case':
    case 'age':
      return { by: column, direction }
    default: {
      const list = column === 'mainTopic' ? 'topic' : column
      const codes = findList(listsOf(reader), list)?.items.map((item) => item.code) ?? []
      return { by: 'code', column: column === 'mainTopic' ? 'main_topic' : column, codes, direction }
    }
  }
}
