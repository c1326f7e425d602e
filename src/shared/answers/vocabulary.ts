import { statisticLabel } from '../paper/assemble/labels.ts'
import type { PaperFacts } from '../paper/template.ts'
import { breakdowns, findBreakdown } from '../statistics/catalogue/breakdowns.ts'
import { statistics } from '../statistics/catalogue/catalogue.ts'
import type { Day, TimeFrame } from '../time/day.ts'
import { foldWord } from './fold.ts'
import { codeWords, measureWords, monthlyWords, subjectWords, sumWords } from './synonyms.ts'
import type { Term } from './term.ts'

/** Everything that a question may name in words, folded; longest first. */
export interface Vocabulary {
  readonly words: readonly { readonly text: string; readonly options: readonly Term[] }[]
  readonly facts: Pick<PaperFacts, 'codes'>
  readonly today: Day
  /** The window's year, period and as-of date. */
  readonly window: TimeFrame
}

/** Codes that say nothing by themselves. */
const mute: readonly string[] = ['other', 'unknown']

export function vocabularyOf(given: Omit<Vocabulary, 'words'>): Vocabulary {
  const found = new Map<string, Term[]>()
  const add = (words: string, term: Term) => {
    const text = foldWord(words)
    if (text === '') return
    const known = found.get(text) ?? []
    const same = JSON.stringify(term)
    if (!known.some((one) => JSON.stringify(one) === same)) found.set(text, [...known, term])
  }
  const each = (words: string, term: Term) => {
    for (const word of words.split(' ')) add(word, term)
  }
  for (const [words, codes] of subjectWords) each(words, { kind: 'subject', statistics: codes })
  for (const statistic of statistics) {
    const term: Term = { kind: 'subject', statistics: [statistic.code] }
    found.set(foldWord(statisticLabel(statistic).replace('（再掲）', '')), [term])
    found.set(foldWord(statistic.label.replaceAll(' ', 'の')), [term])
  }
  for (const [words, measure] of measureWords) each(words, { kind: 'measure', measure })
  for (const word of monthlyWords) add(word, { kind: 'monthly' })
  for (const word of sumWords) add(word, { kind: 'sum' })
  addCodes(given.facts, add, each)
  const words = [...found]
    .map(([text, options]) => ({ text, options }))
    .toSorted((one, other) => other.text.length - one.text.length)
  return { ...given, words }
}

function addCodes(
  facts: Pick<PaperFacts, 'codes'>,
  add: (words: string, term: Term) => void,
  each: (words: string, term: Term) => void,
): void {
  for (const breakdown of breakdowns) {
    if (breakdown.kind === 'time' || breakdown.code.startsWith('ageBand')) continue
    const { code: field } = breakdown
    add(breakdown.label.replace(/（.*）/, ''), { kind: 'field', field })
    for (const { code, label } of facts.codes[field] ?? []) {
      const term: Term =
        field === 'party'
          ? { kind: 'party', party: code }
          : { kind: 'filter', filters: [{ field, operator: 'is', codes: [code] }] }
      // 「来談者：その他」 can be chosen by its full name alone.
      add(`${breakdown.label}：${label}`, term)
      if (mute.includes(code)) continue
      for (const name of namesOf(label)) add(name, term)
    }
    const list = findBreakdown(field)?.list ?? field
    for (const [ofList, code, words] of codeWords) {
      const exists = facts.codes[field]?.some((entry) => entry.code === code) === true
      if (ofList === list && exists)
        each(words, { kind: 'filter', filters: [{ field, operator: 'is', codes: [code] }] })
    }
  }
}

/** 「訪問（アウトリーチ）」 is also 訪問 and アウトリーチ; 「民生委員・児童委員」 either of the two. */
function namesOf(label: string): readonly string[] {
  const bare = label.replace(/（.*）/, '')
  const inside = /（(.*)）/.exec(label)?.[1] ?? ''
  const parts = bare.split('・').filter((part) => part.length > 1)
  return [
    ...new Set([label, bare, ...(inside.length > 1 && !/[。名]/.test(inside) ? [inside] : []), ...parts]),
  ]
}
