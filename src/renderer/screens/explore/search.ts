import { statisticLabel } from '../../../shared/paper/assemble/labels.ts'
import type { StatisticDefinition } from '../../../shared/statistics/definition.ts'

/** Width and case do not matter, nor does hiragana against katakana. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
    .replaceAll(/[\s・（）()]/g, '')

/** Every word typed stands somewhere in the label, the code or the definition. */
export function matches(statistic: StatisticDefinition, text: string): boolean {
  const words = text
    .split(/[\s　]+/)
    .map(folded)
    .filter((word) => word !== '')
  const own = folded(
    [statisticLabel(statistic), statistic.code, statistic.versions.at(-1)?.text ?? ''].join(' '),
  )
  return words.every((word) => own.includes(word))
}
