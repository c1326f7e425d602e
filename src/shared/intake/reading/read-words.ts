import {
  type CodeList,
  type CodeLists,
  findItem,
  findList,
  otherCode,
  unknownCode,
} from '../../codes/code-list.ts'
import { normaliseChoice, readCode } from '../../codes/read-code.ts'
import { isLoneDash } from '../cell-text.ts'
import { fold } from '../fold.ts'
import type { BookProfile } from '../profile.ts'
import { refusedText, type Taken, taken } from './taken.ts'

/** A word of a list, with what else it says and the text of その他. */
export interface Word {
  readonly code: string
  readonly also: { readonly list: string; readonly code: string } | null
  /** The text of その他（…）; '' without one. */
  readonly other: string
  /** ◎ stood before it. */
  readonly main: boolean
}

/** Reads words of a list by its labels and aliases, by what the user taught, and 「その他（…）」. */
export interface WordReader {
  readonly list: string
  one(text: string): Taken<Word>
  /** Several in one cell; a dash means none. */
  many(text: string): Taken<readonly Word[]>
}

const longestCell = 500
const marks = /^[\s　]*([◎○〇●◯☑✓✔・]+)[\s　]*/
const otherForm = /^その他[\s　]*(?:[(（][\s　]*(.*?)[\s　]*[)）]|[:：][\s　]*(.+))$/s

/** Throws RangeError for a list that the ledger does not have. */
export function wordReader(lists: CodeLists, code: string, profile: BookProfile): WordReader {
  const list = findList(lists, code)
  if (list === null) throw new RangeError(`no list ${code}`)
  const taught = taughtOf(profile, code)
  const label = (word: Word): string =>
    [findItem(list, word.code)?.label ?? word.code, ...alsoLabel(lists, word)].join(' + ') +
    (word.other === '' ? '' : `（${word.other}）`)
  const spelled = (text: string): Spelled | null => spell(list, taught, text)
  return {
    list: code,
    one: (text) => {
      if (text.length > longestCell) return refusedText('tooLong')
      if (isLoneDash(text))
        return taken(plainWord(unknownCode), { as: label(plainWord(unknownCode)), took: 'unknown' })
      const found = spelled(text)
      if (found === null) {
        const several = splitWords(text, spelled)
        return several !== null && several.length > 1
          ? refusedText('severalValues')
          : refusedText('notInList', { list: list.label }, { list: code })
      }
      return taken(found.word, found.took === null ? null : { as: label(found.word), took: found.took })
    },
    many: (text) => {
      if (text.length > longestCell) return refusedText('tooLong')
      if (isLoneDash(text)) return taken([])
      const found = splitWords(text, spelled)
      if (found === null) return refusedText('notInList', { list: list.label }, { list: code })
      const words = unique(found.map(({ word }) => word))
      const odd = found.find(({ took }) => took !== null)
      return taken(words, odd?.took == null ? null : { as: words.map(label).join('、'), took: odd.took })
    },
  }
}

interface Spelled {
  readonly word: Word
  readonly took: 'alias' | 'answer' | null
}

const plainWord = (code: string): Word => ({ code, also: null, other: '', main: false })

/** What the user taught for a list: folded text → code. */
export const taughtOf = (profile: BookProfile, list: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(Object.hasOwn(profile.values, list) ? (profile.values[list] ?? {}) : {}).map(
      ([text, code]) => [fold(text), code],
    ),
  )

function spell(list: CodeList, taught: ReadonlyMap<string, string>, written: string): Spelled | null {
  const mark = marks.exec(written)
  const text = mark === null ? written.trim() : written.slice(mark[0].length).trim()
  const main = mark?.[1]?.includes('◎') ?? false
  const answer = taught.get(fold(text))
  if (answer !== undefined) return { word: { ...plainWord(answer), main }, took: 'answer' }
  const reading = readCode(list, text)
  if (reading.ok && (reading.took !== 'blank' || mark === null)) {
    const plain = reading.took !== 'alias' && reading.took !== 'code'
    return { word: { code: reading.code, also: reading.also, other: '', main }, took: plain ? null : 'alias' }
  }
  const other = otherForm.exec(text)
  if (other === null || findItem(list, otherCode) === null) return null
  const said = (other[1] ?? other[2] ?? '').slice(0, 100)
  return { word: { ...plainWord(otherCode), other: said, main }, took: null }
}

const separators = /[、,，;；/／\n\r]/

/**
 * The words of a cell: split on 、 , / and line breaks, then on ・ where no label holds it: 「広報・ホームページ・
 * 家族」 is two. Null when one of them is in no list.
 */
function splitWords(text: string, spelled: (text: string) => Spelled | null): readonly Spelled[] | null {
  const whole = spelled(text)
  if (whole !== null) return text.trim() === '' ? [] : [whole]
  const found: Spelled[] = []
  for (const part of outsideBrackets(text)) {
    if (part.trim() === '') continue
    const word = spelled(part)
    const words = word === null ? joinDots(part.split(/[・･]/), spelled) : [word]
    if (words === null) return null
    found.push(...words)
  }
  return found.length > 100 ? null : found
}

/** Splits on separators, but not within 「その他（電話、手紙）」. */
function outsideBrackets(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const letter of text) {
    if (/[(（]/.test(letter)) depth += 1
    if (/[)）]/.test(letter)) depth = Math.max(0, depth - 1)
    if (depth === 0 && separators.test(letter)) {
      parts.push(part)
      part = ''
    } else part += letter
  }
  return [...parts, part]
}

/** From the left, the longest run of pieces that is a label. */
function joinDots(
  pieces: readonly string[],
  spelled: (text: string) => Spelled | null,
): readonly Spelled[] | null {
  if (pieces.length < 2 || pieces.length > 20) return null
  const found: Spelled[] = []
  let from = 0
  while (from < pieces.length) {
    let to = pieces.length
    let word: Spelled | null = null
    while (to > from) {
      const text = pieces.slice(from, to).join('・')
      word = text.trim() === '' ? null : spelled(text)
      if (word !== null) break
      to -= 1
    }
    if (word === null) return null
    found.push(word)
    from = to
  }
  return found
}

function unique(words: readonly Word[]): readonly Word[] {
  return words.filter((word, index) => words.findIndex(({ code }) => code === word.code) === index)
}

function alsoLabel(lists: CodeLists, { also }: Word): readonly string[] {
  if (also === null) return []
  const list = findList(lists, also.list)
  return [(list === null ? null : findItem(list, also.code)?.label) ?? also.code]
}

/** Whether two texts are the same word of a list, however they are written. */
export const sameWord = (one: string, other: string): boolean =>
  normaliseChoice(one) === normaliseChoice(other)
