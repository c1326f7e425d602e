import { type CodeAlias, type CodeItem, type CodeList, findItem, unknownCode } from './code-list.ts'

export type CodeReading =
  | {
      readonly ok: true
      readonly code: string
      readonly took: 'label' | 'alias' | 'code' | 'blank'
      /** What else the spelling says: 「同行」 is a visit, and 支援内容 同行支援. */
      readonly also: CodeAlias['also']
    }
  | { readonly ok: false; readonly reason: 'notInList' | 'ditto' }

/** Spellings are compared without width, case, spaces, brackets and middle dots. */
export function normaliseChoice(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）「」『』・･,、.。_\-‐−ー―〜~]/g, '')
}

/**
 * A written word → the code of a single-choice list (domain §4; samples). Empty is 不明. 〃 and 同上 are left
 * to the reader of the book. Never guesses: a word that is in no row is refused.
 */
export function readCode(list: CodeList, text: string): CodeReading {
  if (text.length > 200) return { ok: false, reason: 'notInList' }
  if (/^\s*(〃|″|同上)\s*$/.test(text)) return { ok: false, reason: 'ditto' }
  if (text.trim() === '') return { ok: true, code: unknownCode, took: 'blank', also: null }
  return spellingsOf(list).get(normaliseChoice(text)) ?? { ok: false, reason: 'notInList' }
}

/** Spelling → reading, made once a list: a book has tens of thousands of cells. */
const knownSpellings = new WeakMap<CodeList, ReadonlyMap<string, CodeReading>>()

function spellingsOf(list: CodeList): ReadonlyMap<string, CodeReading> {
  const known = knownSpellings.get(list)
  if (known !== undefined) return known
  const spellings = new Map<string, CodeReading>()
  const add = (text: string, reading: CodeReading): void => {
    const key = normaliseChoice(text)
    if (key !== '' && !spellings.has(key)) spellings.set(key, reading)
  }
  for (const { code, label, aliases } of list.items) {
    add(label, { ok: true, code, took: 'label', also: null })
    for (const alias of aliases) add(alias.text, { ok: true, code, took: 'alias', also: alias.also })
    add(code, { ok: true, code, took: 'code', also: null })
  }
  knownSpellings.set(list, spellings)
  return spellings
}

/** 「発達障害、精神疾患(疑い含む)」 of a multiple-choice list → its readings in order; empty text gives none. */
export function readCodes(list: CodeList, text: string): readonly CodeReading[] {
  return text
    .split(/[、,，;；/／\n]/)
    .filter((part) => part.trim() !== '')
    .slice(0, 100)
    .map((part) => readCode(list, part))
}

/**
 * Choosing by typing: digits are the place in the list (1 is the first), anything else the beginning of
 * the kana, label or an alias; then whatever holds it. At most `limit` items, best first.
 */
export function searchItems(items: readonly CodeItem[], query: string, limit = 10): readonly CodeItem[] {
  const wanted = toHiragana(normaliseChoice(query))
  if (wanted === '') return items.slice(0, limit)
  const place = /^\d{1,3}$/.test(wanted) ? items[Number(wanted) - 1] : undefined
  const begins = items.filter((item) => spellings(item).some((spelling) => spelling.startsWith(wanted)))
  const holds = items.filter((item) => spellings(item).some((spelling) => spelling.includes(wanted)))
  return [...new Set([...(place === undefined ? [] : [place]), ...begins, ...holds])].slice(0, limit)
}

const spellings = (item: CodeItem): readonly string[] =>
  [item.kana, item.label, ...item.aliases.map((alias) => alias.text)].map((text) =>
    toHiragana(normaliseChoice(text)),
  )

function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}

/** Whether the code stands in the list, as a guard for writes. */
export function isCodeOf(list: CodeList, code: string): boolean {
  return findItem(list, code) !== null
}
