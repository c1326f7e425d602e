import { findAll, type StyleRule, type TextFinding } from '../rule.ts'

/** Ends of sentences: です・ます → である. Longest first; null where a person must decide. */
const toDearu: readonly (readonly [string, string | null])[] = [
  ['ていませんでした', 'ていなかった'],
  ['ていません', 'ていない'],
  ['ていました', 'ていた'],
  ['ています', 'ている'],
  ['でいます', 'でいる'],
  ['いたしました', 'した'],
  ['いたします', 'する'],
  ['ありません', 'ない'],
  ['ありました', 'あった'],
  ['あります', 'ある'],
  ['なりました', 'なった'],
  ['なります', 'なる'],
  ['されました', 'された'],
  ['されます', 'される'],
  ['しました', 'した'],
  ['します', 'する'],
  ['できました', 'できた'],
  ['できます', 'できる'],
  ['考えます', '考える'],
  ['でした', 'であった'],
  ['です', 'である'],
  ['ください', null],
  ['ました', null],
  ['ません', null],
  ['ます', null],
]

/** The other way, for a です・ます paper. */
const toDesumasu: readonly (readonly [string, string | null])[] = [
  ['ていない', 'ていません'],
  ['ていた', 'ていました'],
  ['ている', 'ています'],
  ['でいる', 'でいます'],
  ['であった', 'でした'],
  ['である', 'です'],
  ['された', 'されました'],
  ['される', 'されます'],
  ['できる', 'できます'],
  ['考える', '考えます'],
  ['となる', 'となります'],
  ['となった', 'となりました'],
  ['した', 'しました'],
  ['する', 'します'],
]

/** である調 or です・ます調, at the end of sentences outside 「…」. */
export const register: StyleRule = {
  code: 'register',
  check: (text, preset): readonly TextFinding[] => {
    const ends = preset.register === 'dearu' ? toDearu : toDesumasu
    // 「ました」 and 「でした」 end in した, and are です・ます already.
    const pattern = new RegExp(
      `(${ends.map(([wrong]) => (wrong === 'した' ? '(?<![まで])した' : wrong)).join('|')})(?=[。！？]|$)`,
      'gm',
    )
    const found = findAll(
      'register',
      text,
      pattern,
      (match) => ends.find(([wrong]) => wrong === match[1])?.[1] ?? null,
    )
    // A text without a full stop is a label or a list item, not a sentence.
    return found.filter((finding) => /[。！？]/.test(text) && !insideQuotes(text, finding.start))
  },
}

function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before.split(/[「『]/).length > before.split(/[」』]/).length
}
