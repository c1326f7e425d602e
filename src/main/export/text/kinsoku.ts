/**
 * Where a Japanese line may break (documents §2; JIS X 4051, strict): no 、。）」ー っ at a line's start, no （「 at
 * its end, half-width runs whole, a digit with its unit.
 */

const noStart = new Set(
  `、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〟｠»‐゠–〜～,.:;?!)]}%‰％℃°′″ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡｣､･ｰﾞﾟ`,
)
const noEnd = new Set('‘“（〔［｛〈《「『【〝｟«([{｢¥￥$＄＃№△▲※')
/** ① … ⑳ number what follows them: never the last sign of a line. */
const enumerator = /[\u2460-\u2473]/u
/** A mark that may jut out of the right edge (ぶら下げ) rather than start a line. */
const hanging = new Set('、。，．')
/** Never parted from an equal neighbour: ――, ……. */
const doubled = new Set('―─—…‥')

const digit = /[0-9０-９]/u
/** What may follow a digit as its unit. か, ヶ … take a further character (６か月, ３か所). */
const unit = new Set(
  '年月日時分秒回件人名歳才代円千万億兆校社団所個箇倍割点期号条項章節頁世台階丁番週度か月ヶヵカケ組戸本枚冊通部％%級次位者課市区字行拍種類ポ㎡㎏㎝泊食床',
)
const counterLink = new Set('かヶヵカケ')
const afterCounterLink = new Set('月所年国')
/** Words that carry a number behind them: 第５期, 注１, 表１, 図１, 資料１. */
const beforeNumber = new Set('第注表図')
const halfWord = /[!-~\u00a1-\u024f\uff61-\uff9f]/u

export const mayHang = (character: string): boolean => hanging.has(character)
export const mayNotStart = (character: string): boolean => noStart.has(character)
export const mayNotEnd = (character: string): boolean => noEnd.has(character) || enumerator.test(character)

function isJoiner(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0xa0 ||
    code === 0x3099 ||
    code === 0x309a ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  )
}

/** Whether `characters[at]` may be the first of a new line, for 0 < at < length. */
export function mayBreakBefore(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1] ?? ''
  const after = characters[at] ?? ''
  if (isJoiner(before) || isJoiner(after)) return false
  if (after === ' ' || after === '　') return false
  if (before === '\u200b') return true
  if (noStart.has(after) || noEnd.has(before) || enumerator.test(before)) return false
  if (before === ' ' || before === '　') {
    // 「平成 22年 5 月」 as written in an old paper: the digit keeps its unit across the space too.
    return !(unit.has(after) && digit.test(characters[at - 2] ?? ''))
  }
  if (halfWord.test(before) && halfWord.test(after)) return false
  if (doubled.has(before) && before === after) return false
  if (digit.test(before)) {
    if (digit.test(after) || unit.has(after)) return false
  } else if (digit.test(after)) {
    if (beforeNumber.has(before)) return false
    if (/[，．・／万千億]/u.test(before) && digit.test(characters[at - 2] ?? '')) return false
  }
  if (counterLink.has(before) && afterCounterLink.has(after) && digit.test(characters[at - 2] ?? ''))
    return false
  // １万２千円: the unit of a number with 万, 千.
  if (/[万千億]/u.test(before) && unit.has(after) && digit.test(characters[at - 2] ?? '')) return false
  // 年度, 年代, 年間, 日間 stay whole behind their number.
  if (/[年月日]/u.test(before) && /[度代間号分頃末]/u.test(after) && digit.test(characters[at - 2] ?? ''))
    return false
  return true
}
