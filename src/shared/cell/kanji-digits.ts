const digits = '〇一二三四五六七八九'
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/**
 * A whole number in Chinese numerals below 10,000: 「三十一」 → 31, 「二〇二四」 → 2024, 「千二百」 → 1200.
 * Null for anything else, also for the empty text.
 */
export function readKanjiNumber(text: string): number | null {
  if (text === '' || text.length > 8) return null
  if (/^[〇一二三四五六七八九]+$/.test(text)) {
    return text.length > 4 ? null : Number([...text].map((sign) => digits.indexOf(sign)).join(''))
  }
  const parts =
    /^(?:([二三四五六七八九]?)千)?(?:([二三四五六七八九]?)百)?(?:([二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(
      text,
    )
  if (parts === null) return null
  let sum = parts[4] ? digits.indexOf(parts[4]) : 0
  for (const [index, unit] of ['千', '百', '十'].entries()) {
    const multiplier = parts[index + 1]
    if (multiplier === undefined) continue
    sum += (multiplier === '' ? 1 : digits.indexOf(multiplier)) * (smallUnits[unit] ?? 0)
  }
  return sum
}
