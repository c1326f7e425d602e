import { findAll, findWords, type StyleRule, type TextFinding } from '../rule.ts'

/** 「基礎資料する」: the noun needs 「と」 before する. */
const nounsWithTo = /(\p{Script=Han}{0,6}(?:資料|参考|目的|基準|根拠|契機|前提|条件|主題|重点|柱))する/gu

const doubled: readonly (readonly [RegExp, string])[] = [
  [/をを/g, 'を'],
  [/、、+/g, '、'],
  [/。。+/g, '。'],
  [/、。/g, '。'],
]

/** Slips of the pen: a missing と, a particle or comma twice. */
export const slips: StyleRule = {
  code: 'slip',
  check: (text): readonly TextFinding[] => [
    ...findAll('slip', text, nounsWithTo, (match) => `${match[1]}とする`),
    ...findWords('slip', text, doubled),
  ],
}
