import { type CodeLists, findList, unknownCode } from '../../codes/code-list.ts'
import { doubt } from '../problems.ts'
import type { WordReader } from './read-words.ts'
import { type Taken, taken } from './taken.ts'

/** Bands of ひきこもり期間 in months, the upper end excluded (domain §4). */
const bands: readonly (readonly [string, number, number])[] = [
  ['under6m', 0, 6],
  ['6m-1y', 6, 12],
  ['1y-2y', 12, 24],
  ['2y-3y', 24, 36],
  ['3y-5y', 36, 60],
  ['5y-7y', 60, 84],
  ['7y-10y', 84, 120],
  ['over10y', 120, Infinity],
]

const about = /約|およそ|くらい|ぐらい|程度|ほど|前後|弱|強|超|余り?|以上|ほぼ|[\s　]/g
const span = /^(?:(\d{1,2})年)?(?:(半)|(\d{1,3})(?:か月|ヶ月|カ月|ヵ月|ケ月|箇月|月))?$/

/**
 * 「５年」 「３年くらい」 「2〜3年」 「半年」 「１年未満」 as a band; what a band's edge cuts (「１年未満」 of 6か月未満 and
 * 1年未満) is 不明, and what says no period is 不明 with a doubt: no report may require it (domain §4).
 */
export function readDuration(text: string, words: WordReader, lists: CodeLists): Taken<string> {
  const word = words.one(text)
  if (word.ok) return { ...word, value: word.value.code }
  const range = monthsOfText(text)
  const band = range === null ? null : bandOfMonths(range)
  if (band === null) {
    const doubts = range === null ? [doubt('durationUnreadable')] : []
    return taken(unknownCode, { as: label(unknownCode, lists), took: 'unknown' }, { doubts })
  }
  return taken(band, { as: label(band, lists), took: 'partOf' })
}

const label = (code: string, lists: CodeLists): string =>
  findList(lists, 'duration')?.items.find((item) => item.code === code)?.label ?? code

interface Months {
  readonly from: number
  /** Excluded; null: a point in time. */
  readonly to: number | null
}

function monthsOfText(written: string): Months | null {
  const text = written.normalize('NFKC').replace(/[ー―‐–−]/g, '-')
  const open = /以上|超/.test(text)
  const tight = text.replace(about, '')
  const below = /^(.+?)(?:未満|以内|以下)$/.exec(tight)
  if (below) {
    const to = point(below[1] ?? '')
    return to === null ? null : { from: 0, to }
  }
  const between = /^(.+?)(?:[~〜-]|から)(.+)$/.exec(tight)
  if (between) {
    const to = point(between[2] ?? '')
    const from = point(
      /[年月]|半/.test(between[1] ?? '')
        ? (between[1] ?? '')
        : `${between[1] ?? ''}${/年/.test(between[2] ?? '') ? '年' : 'か月'}`,
    )
    return from === null || to === null || from >= to ? null : { from, to }
  }
  const from = point(tight)
  if (from === null) return null
  return open ? { from, to: Infinity } : { from, to: null }
}

/** 「１年半」 → 18 months. */
function point(text: string): number | null {
  if (text === '半年') return 6
  const found = span.exec(text)
  if (found === null || text === '') return null
  return Number(found[1] ?? 0) * 12 + (found[2] === undefined ? Number(found[3] ?? 0) : 6)
}

function bandOfMonths({ from, to }: Months): string | null {
  const found = bands.find(([, low, high]) => low <= from && (to === null ? from < high : to <= high))
  return found?.[0] ?? null
}
