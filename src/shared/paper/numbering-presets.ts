import { houseDigits } from '../cell/digits.ts'

export type NumberingPreset = 'city' | 'national'

export type Counting = 'digits' | 'halfWidthDigits' | 'circled' | 'kana'

/** How the headings of one level are marked: what stands before and behind the number. */
export interface LevelStyle {
  readonly before: string
  readonly counting: Counting
  readonly after: string
  /** Between mark and words: full-width space or nothing. */
  readonly space: string
  /** Characters that the heading stands in from the left. */
  readonly indent: number
}

/**
 * documents §2. `city` is the city's own paper: a space after １ and ア only. A level below the last heading
 * level marks the lists that stand under it.
 */
export const numberingPresets: Readonly<Record<NumberingPreset, readonly LevelStyle[]>> = {
  city: [
    { before: '', counting: 'digits', after: '', space: '　', indent: 0 },
    { before: '（', counting: 'digits', after: '）', space: '', indent: 0 },
    { before: '', counting: 'circled', after: '', space: '', indent: 0 },
    { before: '', counting: 'kana', after: '', space: '　', indent: 0 },
    { before: '（', counting: 'kana', after: '）', space: '', indent: 1 },
  ],
  national: [
    { before: '第', counting: 'digits', after: '', space: '　', indent: 0 },
    { before: '', counting: 'digits', after: '', space: '　', indent: 0 },
    { before: '(', counting: 'halfWidthDigits', after: ')', space: '　', indent: 1 },
    { before: '', counting: 'kana', after: '', space: '　', indent: 2 },
    { before: '(', counting: 'kana', after: ')', space: '　', indent: 3 },
  ],
}

const kana = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ']

/** 1 → １ ① ア. Beyond ㊿ and ワ the mark falls back to （51） and アア, so that none stands twice. */
export function countedMark(count: number, counting: Counting): string {
  switch (counting) {
    case 'digits':
      return houseDigits(count)
    case 'halfWidthDigits':
      return String(count)
    case 'circled':
      return circled(count)
    case 'kana':
      return kanaMark(count)
  }
}

function circled(count: number): string {
  if (count >= 1 && count <= 20) return String.fromCharCode(0x2460 + count - 1)
  if (count >= 21 && count <= 35) return String.fromCharCode(0x3251 + count - 21)
  if (count >= 36 && count <= 50) return String.fromCharCode(0x32b1 + count - 36)
  return `（${count}）`
}

function kanaMark(count: number): string {
  const rest = Math.floor((count - 1) / kana.length)
  const last = kana[(count - 1) % kana.length] ?? ''
  return rest === 0 ? last : kanaMark(rest) + last
}

/** The whole mark with its spacing: 「１　」 「（１）」 「①」 「ア　」. */
export function levelMark(preset: NumberingPreset, level: number, count: number): string {
  const style = numberingPresets[preset][level - 1]
  if (style === undefined) return ''
  return `${style.before}${countedMark(count, style.counting)}${style.after}${style.space}`
}
