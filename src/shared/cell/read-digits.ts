import { add, type Exact, exactFromDigits, exactOf, lessThan, multiply } from './exact.ts'
import type { NumberRefusal, ReadingReason } from './reading.ts'

export type DigitsReading =
  | { readonly ok: true; readonly exact: Exact; readonly why: readonly ReadingReason[] }
  | { readonly ok: false; readonly reason: NumberRefusal }

const kanji = '〇一二三四五六七八九'
const kanjiDigit = /[〇一二三四五六七八九]/
const group = String.raw`\d[\d,]*(?:\.\d*)?|\.\d+`
const section = new RegExp(`^(?:(${group})?千)?(?:(${group})?百)?(?:(${group})?十)?(${group})?$`)

const refused = (reason: NumberRefusal): DigitsReading => ({ ok: false, reason })

/**
 * The bare number, unsigned: 「1,234.5」, 「１万２千」 (as `1万2千`), 「三百二十」, 「5百万」. Half-width only.
 * Each part must be smaller than the unit before it, so 「1万20千」 is refused.
 */
export function readDigits(body: string): DigitsReading {
  if (/\d[〇一二三四五六七八九]|[〇一二三四五六七八九]\d/.test(body)) return refused('mixedNumerals')
  if (/[OoIl|]/.test(body) && /^[\dOoIl|,.]+$/.test(body)) return refused('letterInNumber')
  const why: ReadingReason[] = []
  if (kanjiDigit.test(body)) why.push('numerals')
  const text = body.replace(/[〇一二三四五六七八九]/g, (sign) => String(kanji.indexOf(sign)))
  if (!/^[\d.,億万千百十]+$/.test(text)) return refused('notANumber')
  if (!/[\d十]/.test(text)) return refused('unitWithoutNumber')
  if (text.includes(',')) why.push('thousands')
  if (/[億万千百十]/.test(text)) why.push(kanjiDigit.test(body) || text === '十' ? 'numerals' : 'multiplier')
  if (text.includes('.') && (text.match(/\d[\d,.]*|\.\d+/g) ?? []).length > 1) return refused('notANumber')

  const read = readSections(text)
  return read.ok ? { ok: true, exact: read.exact, why: [...new Set(why)] } : read
}

type Part =
  | { readonly ok: true; readonly exact: Exact }
  | { readonly ok: false; readonly reason: NumberRefusal }

function readSections(text: string): Part {
  let rest = text
  let sum = exactOf(0n)
  let ceiling: Exact | null = null
  for (const [sign, value] of [
    ['億', 100_000_000n],
    ['万', 10_000n],
    ['', 1n],
  ] as const) {
    const at = sign === '' ? rest.length : rest.indexOf(sign)
    if (at < 0) continue
    const part = readSection(rest.slice(0, at), sign !== '')
    if (!part.ok) return part
    const scaled = multiply(part.exact, value)
    if (ceiling !== null && !lessThan(scaled, ceiling)) return { ok: false, reason: 'notANumber' }
    sum = add(sum, scaled)
    ceiling = exactOf(value)
    rest = rest.slice(at + sign.length)
  }
  return { ok: true, exact: sum }
}

/** Below 万. `required`: something must stand before 万 and 億. */
function readSection(text: string, required: boolean): Part {
  if (text === '') {
    return required ? { ok: false, reason: 'unitWithoutNumber' } : { ok: true, exact: exactOf(0n) }
  }
  const parts = section.exec(text)
  if (parts === null) return { ok: false, reason: 'notANumber' }
  let sum = exactOf(0n)
  let ceiling: Exact | null = null
  for (const [index, unit] of [1000n, 100n, 10n, 1n].entries()) {
    const digits = parts[index + 1]
    const sign = ['千', '百', '十', ''][index] ?? ''
    if (digits === undefined && (sign === '' || !text.includes(sign))) continue
    if (digits !== undefined && !wellGrouped(digits)) return { ok: false, reason: 'oddGrouping' }
    const value = multiply(
      digits === undefined ? exactOf(1n) : exactFromDigits(digits.replaceAll(',', '')),
      unit,
    )
    if (ceiling !== null && !lessThan(value, ceiling)) return { ok: false, reason: 'notANumber' }
    sum = add(sum, value)
    ceiling = exactOf(unit)
  }
  return { ok: true, exact: sum }
}

function wellGrouped(digits: string): boolean {
  return !digits.includes(',') || /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(digits)
}
