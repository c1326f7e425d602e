import type { AgeRange } from '../../codes/age.ts'
import { findList, unknownCode } from '../../codes/code-list.ts'
import type { Day } from '../../time/day.ts'
import type { SheetCell } from '../book.ts'
import { isDayOfMonth, readBookDay } from './read-dates.ts'
import { readDuration } from './read-duration.ts'
import { readPartyName } from './read-party.ts'
import { readBookAge, readCaseCode, readFreeText, readNewClaim } from './read-person.ts'
import { type Word, type WordReader, wordReader } from './read-words.ts'
import type { SheetContext } from './sheet-context.ts'
import { memo, type Taken, taken } from './taken.ts'

/** What one cell says of a contact; the patches of a row are put together in the order of its columns. */
export interface ContactPatch {
  readonly day?: Day
  readonly party?: string
  readonly caseCode?: string | null
  readonly age?: AgeRange
  readonly single?: Readonly<Record<string, string>>
  readonly several?: Readonly<Record<string, readonly string[]>>
  readonly others?: Readonly<Record<string, string>>
  readonly depth?: string
  readonly newClaim?: boolean | null
  readonly note?: string
}

export type PatchReader = (cell: SheetCell, text: string) => Taken<ContactPatch>

/** Field → the code list of its words; single and several choices (domain §4). */
const singleLists: Readonly<Record<string, string>> = {
  method: 'method',
  caller: 'caller',
  sex: 'sex',
  schooling: 'schooling',
  economic: 'economic',
  household: 'household',
  area: 'area',
  route: 'route',
}
const severalLists: Readonly<Record<string, readonly [list: string, into: string]>> = {
  support: ['support', 'supports'],
  companion: ['caller', 'companions'],
  topic: ['topic', 'topics'],
  factor: ['factor', 'factors'],
  destination: ['destination', 'destinations'],
}
const markFields: Readonly<Record<string, string>> = {
  topicMark: 'topics',
  factorMark: 'factors',
  supportMark: 'supports',
}
/** Where what an alias says besides goes: 同行 is a visit and, as 支援内容, 同行支援. */
const severalOfList: Readonly<Record<string, string>> = {
  support: 'supports',
  factor: 'factors',
  topic: 'topics',
}

const map = <From, To>(from: Taken<From>, into: (value: From) => To): Taken<To> =>
  from.ok ? { ...from, value: into(from.value) } : from

/** The reader of a column of a register; null for fields that say nothing of a contact (No., 月). */
export function patchReader(
  field: string,
  code: string | null,
  head: string,
  context: Pick<SheetContext, 'facts' | 'profile' | 'fiscalYear' | 'current'>,
): PatchReader | null {
  const { facts, profile, fiscalYear, current } = context
  const { answers } = profile
  const byText = (read: (text: string) => Taken<ContactPatch>): PatchReader => {
    const known = memo(read)
    return (_, text) => known(text)
  }
  const words = (list: string): WordReader => wordReader(facts.codes, list, profile)

  const single = Object.hasOwn(singleLists, field) ? singleLists[field] : undefined
  if (single !== undefined && findList(facts.codes, single) !== null) {
    const reader = words(single)
    return byText((text) => map(reader.one(text), (word) => onePatch(field, single, word)))
  }
  const several = Object.hasOwn(severalLists, field) ? severalLists[field] : undefined
  if (several !== undefined) {
    const reader = words(several[0])
    return byText((text) => map(reader.many(text), (found) => manyPatch(several[1], several[0], found)))
  }
  const mark = Object.hasOwn(markFields, field) ? markFields[field] : undefined
  if (mark !== undefined && code !== null) return byText((text) => readMark(text, mark, code))

  switch (field) {
    case 'day': {
      const read = (cell: SheetCell, text: string): Taken<ContactPatch> =>
        map(readBookDay(cell, text, fiscalYear, current.month), (day) => ({ day }))
      const known = byText((text) => read({ kind: 'text', text }, text))
      // 「5」 is another day in each month.
      return (cell, text) =>
        cell.kind === 'text' && !isDayOfMonth(cell, text) ? known(cell, text) : read(cell, text)
    }
    case 'party':
      return byText((text) => map(readPartyName(text, facts, profile), (party) => ({ party })))
    case 'caseCode':
      return byText((text) => map(readCaseCode(text, answers), (caseCode) => ({ caseCode })))
    case 'age':
      return byText((text) => map(readBookAge(text), (age) => ({ age })))
    case 'duration': {
      const reader = words('duration')
      return byText((text) =>
        map(readDuration(text, reader, facts.codes), (duration) => ({ single: { duration } })),
      )
    }
    case 'mainTopic': {
      const reader = words('topic')
      return byText((text) => map(reader.many(text), topicPatch))
    }
    case 'depth': {
      const reader = words('depth')
      return byText((text) => map(reader.one(text), (word) => ({ depth: word.code })))
    }
    case 'newClaim':
      return byText((text) => map(readNewClaim(text, head), (newClaim) => ({ newClaim })))
    case 'note':
      return (_, text) => map(readFreeText(text, answers), (note) => ({ note }))
    default:
      return null
  }
}

function onePatch(field: string, list: string, word: Word): ContactPatch {
  const into = word.also === null ? undefined : severalOfList[word.also.list]
  return {
    single: { [field]: word.code },
    ...(word.other === '' ? {} : { others: { [list]: word.other } }),
    ...(into === undefined || word.also === null ? {} : { several: { [into]: [word.also.code] } }),
  }
}

function manyPatch(into: string, list: string, words: readonly Word[]): ContactPatch {
  const other = words.find((word) => word.other !== '')?.other
  // 不明 of several choices is the same as none.
  const codes = words.map(({ code }) => code).filter((code) => code !== unknownCode)
  return { several: { [into]: codes }, ...(other === undefined ? {} : { others: { [list]: other } }) }
}

/** ◎ is the main one, else the first; the others are further ones. */
function topicPatch(words: readonly Word[]): ContactPatch {
  const main = words.find((word) => word.main) ?? words[0]
  if (main === undefined) return {}
  const rest = words.filter((word) => word !== main)
  const other = words.find((word) => word.other !== '')?.other
  return {
    single: { mainTopic: main.code },
    several: { topics: rest.map(({ code }) => code).filter((code) => code !== unknownCode) },
    ...(other === undefined ? {} : { others: { topic: other } }),
  }
}

function readMark(text: string, into: string, code: string): Taken<ContactPatch> {
  const mark = text.normalize('NFKC').trim()
  if (/^(?:|0|×|-|ー|なし|無|FALSE)$/i.test(mark)) return taken({})
  if (mark === '◎' && into === 'topics') return taken({ single: { mainTopic: code } })
  return taken({ several: { [into]: [code] } })
}
