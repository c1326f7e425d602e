import { type CodeLists, findList } from '../../codes/code-list.ts'
import type { IntakeFacts } from '../facts.ts'
import { foldBare, spellingMap } from '../fold.ts'
import type { BookKind } from '../staged.ts'
import { monthHead, splitYear } from '../time-words.ts'
import { aboutCaller, consultationHeads } from './consultation-heads.ts'
import { type ColumnField, ignoredField, plainField } from './fields.ts'
import { indicatorHeads, yearColumnWords } from './indicator-heads.ts'
import { groupHeads, sessionHeads } from './session-heads.ts'
import { statisticSpellings, tallyHeads } from './tally-heads.ts'

/** What a head means for a kind; `keys` are its folded spellings, the most telling first. */
export type FieldOf = (keys: readonly string[]) => ColumnField | null

export type FieldsOfKinds = Readonly<Record<BookKind, FieldOf>>

/** The dictionaries of all kinds with this ledger's own words. */
export function fieldsOfKinds(facts: IntakeFacts): FieldsOfKinds {
  return {
    consultations: consultationField(facts.codes),
    sessions: sessionField(facts.codes),
    tally: tallyField(statisticLabels(facts)),
    indicators: indicatorField(),
  }
}

const dictionary = (heads: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ColumnField> =>
  spellingMap(
    Object.entries(heads).flatMap(([field, spellings]) =>
      spellings.map((spelling) => [spelling, plainField(field)] as const),
    ),
  )

const lookUp =
  (words: ReadonlyMap<string, ColumnField>): FieldOf =>
  (keys) => {
    for (const key of keys) {
      const found = words.get(key)
      if (found !== undefined) return found
    }
    return null
  }

/** Every spelling of a list's items → its code. */
function itemWords(lists: CodeLists, list: string): readonly (readonly [string, string])[] {
  return (findList(lists, list)?.items ?? []).flatMap(({ code, label, aliases }) => [
    [label, code] as const,
    ...aliases.map(({ text }) => [text, code] as const),
  ])
}

/** Columns that stand for one item each, marked ◎ or ○: 「相談内容/住まい」. */
const markedLists = [
  ['topicMark', 'topic', ['相談内容', '主な相談内容']],
  ['factorMark', 'factor', ['要因', '背景', '背景要因']],
  ['supportMark', 'support', ['支援内容', '対応内容']],
] as const

function consultationField(lists: CodeLists): FieldOf {
  const marks = markedLists.flatMap(([field, list, groups]) =>
    groups.flatMap((group) =>
      itemWords(lists, list).map(([word, code]) => [`${group}/${word}`, { field, code }] as const),
    ),
  )
  const away = aboutCaller.map((head) => [head, plainField(ignoredField)] as const)
  return lookUp(new Map([...dictionary(consultationHeads), ...spellingMap([...away, ...marks])]))
}

function sessionField(lists: CodeLists): FieldOf {
  const words = [
    ...Object.entries(groupHeads).flatMap(([code, spellings]) =>
      spellings.map((word) => [word, code] as const),
    ),
    ...itemWords(lists, 'attendanceGroup').filter(([, code]) => code !== 'unknown'),
  ]
  const groups = words.flatMap(([word, code]) =>
    ['', '参加者/', '参加者数/', '参加人数/', '人数/', '参加'].map(
      (before) => [`${before}${word}`, { field: 'attendance', code }] as const,
    ),
  )
  return lookUp(new Map([...spellingMap(groups), ...dictionary(sessionHeads)]))
}

/** Every spelling of the statistics → code; the office's own labels first. */
export function statisticLabels(facts: IntakeFacts): ReadonlyMap<string, string> {
  return spellingMap([
    ...facts.statistics.map(({ label, code }) => [label, code] as const),
    ...facts.statistics.map(({ label, code }) => [foldBare(label), code] as const),
    ...Object.entries(statisticSpellings).flatMap(([code, spellings]) =>
      spellings.map((spelling) => [spelling, code] as const),
    ),
  ])
}

function tallyField(labels: ReadonlyMap<string, string>): FieldOf {
  const words = lookUp(dictionary(tallyHeads))
  return (keys) => {
    for (const key of keys) {
      const month = monthHead(key)
      if (month !== null) return { field: 'cell', code: String(month) }
    }
    const known = words(keys)
    if (known !== null) return known
    for (const key of keys) {
      const statistic = labels.get(key)
      if (statistic !== undefined) return { field: 'statistic', code: statistic }
    }
    return null
  }
}

function indicatorField(): FieldOf {
  const words = lookUp(dictionary(indicatorHeads))
  return (keys) => {
    const known = words(keys)
    if (known !== null) return known
    for (const key of keys) {
      const year = splitYear(key)
      if (year === null) continue
      for (const field of ['target', 'actual', 'baseline'] as const) {
        if (yearColumnWords[field].test(year.rest)) {
          return { field: field === 'baseline' ? 'baselineOf' : field, code: String(year.fiscalYear) }
        }
      }
    }
    return null
  }
}
