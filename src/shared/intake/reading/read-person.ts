import { type AgeRange, greatestAge, readAge, unknownAge } from '../../codes/age.ts'
import { watchText } from '../../privacy/watch-text.ts'
import { readingWords } from '../../words/intake.ts'
import { isLoneDash } from '../cell-text.ts'
import { doubt } from '../problems.ts'
import type { Answers } from '../profile.ts'
import { refusedText, type Taken, taken } from './taken.ts'

/** 「30代」 is kept as 30–39, 「－」 is 不明 (domain §3). */
export function readBookAge(text: string): Taken<AgeRange> {
  if (isLoneDash(text)) return taken(unknownAge, { as: ageWords(unknownAge), took: 'unknown' })
  const reading = readAge(text)
  if (!reading.ok) return refusedText('ageUnreadable')
  const { age } = reading
  if (reading.took === 'decade') return taken(age, { as: ageWords(age), took: 'partOf' })
  return taken(
    age,
    reading.took === 'exact' && !/^\d+$/.test(text) ? { as: ageWords(age), took: 'plain' } : null,
  )
}

const ageWords = ({ low, high }: AgeRange): string =>
  low === null && high === null ? readingWords.unknown : readingWords.age(low, high, high === greatestAge)

const anonymous = /^(?:匿名|無記名|0|不明|なし)$/
const codeForm = /^[A-Za-z0-9ぁ-んァ-ヶ一-龠][A-Za-z0-9ぁ-んァ-ヶ一-龠_./#-]*$/

/**
 * The case's code, half-width; null for an anonymous contact. A code holds a digit: what holds none may be a
 * person's name, and is neither kept nor shown.
 */
export function readCaseCode(text: string, answers: Answers): Taken<string | null> {
  const code = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐‑‒–—―−ー](?=\d)/g, '-')
  if (code === '' || isLoneDash(text)) {
    if (answers.emptyCase === 'refuse') return refusedText('caseMissing', {}, { asks: 'emptyCase' })
    const doubts = answers.emptyCase === 'anonymous' ? [] : [doubt('caseAnonymous')]
    return taken(null, null, { doubts, asks: 'emptyCase' })
  }
  if (anonymous.test(code)) return taken(null, { as: readingWords.anonymous, took: 'plain' })
  if (code.length > 30 || !/\d/.test(code) || !codeForm.test(code) || watchText(text).length > 0) {
    return refusedText('notACaseCode', {}, { secret: true })
  }
  return taken(code, code === text ? null : { as: code, took: 'plain' })
}

/** 「新規」 as written: a claim (domain §3). Null: nothing is claimed. */
export function readNewClaim(text: string, head: string): Taken<boolean | null> {
  const word = text.normalize('NFKC').replace(/[\s・()]/g, '')
  if (word === '' || isLoneDash(text)) {
    // A column 「新規」 with marks: no mark says 継続.
    return taken(/^(?:新規|初回)$/.test(head) ? false : null)
  }
  if (/^(?:新規|新|初回|初|新規相談|○|〇|◯|◎|レ|✓|✔|☑|1|TRUE)$/i.test(word)) return taken(true)
  if (/^(?:継続|継|再来|再|再相談|2回目以降|FALSE|×)$/i.test(word)) return taken(false)
  if (/^(?:不明|未確認)$/.test(word)) return taken(null)
  return taken(null, { as: readingWords.unknown, took: 'unknown' }, { doubts: [doubt('claimUnreadable')] })
}

/** Free text: watched, and left out without consent when it seems to say who a person is (domain §4, end). */
export function readFreeText(text: string, answers: Answers): Taken<string> {
  const trimmed = text.trim().slice(0, 4_000)
  if (trimmed === '') return taken('')
  const found = watchText(trimmed)
  if (found.length === 0) return taken(trimmed)
  const kinds = [...new Set(found.map(({ kind }) => kind))].join(',')
  return answers.privateText === 'keep'
    ? taken(trimmed, null, { doubts: [doubt('privateTextKept', { kinds })], asks: 'privateText' })
    : taken('', null, { doubts: [doubt('privateTextLeftOut', { kinds })], asks: 'privateText' })
}
