import { findAll, type StyleRule, type TextFinding } from '../rule.ts'

const japanese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々」』）]'

/** Half-width brackets, kana and punctuation between Japanese words; spaces between Japanese words. */
export const signs: StyleRule = {
  code: 'signs',
  check: (text): readonly TextFinding[] => [
    ...findAll('signs', text, /[｡-ﾟ]+/g, (match) => match[0].normalize('NFKC')),
    ...findAll('signs', text, new RegExp(`(?<=${japanese})[,，]`, 'gu'), () => '、'),
    ...findAll('signs', text, new RegExp(`(?<=${japanese})[.．](?![0-9A-Za-z.])`, 'gu'), () => '。'),
    // Brackets around Japanese words; the bound keeps a lone bracket from being searched to the text's end.
    ...findAll('signs', text, /\(([^()（）]{1,200})\)/g, (match) =>
      new RegExp(japanese, 'u').test(match[1] ?? '') ? `（${match[1]}）` : match[0],
    ),
    ...findAll('signs', text, new RegExp(`(?<=${japanese})[!?](?=${japanese}|$)`, 'gu'), (match) =>
      match[0] === '!' ? '！' : '？',
    ),
  ],
}

const pairs: Readonly<Record<string, string>> = { '」': '「', '』': '『', '）': '（' }

/** 「 without 」: reported at the bracket, never repaired. */
export const brackets: StyleRule = {
  code: 'brackets',
  check: (text): readonly TextFinding[] => {
    const open: { readonly sign: string; readonly at: number }[] = []
    const alone: { readonly sign: string; readonly at: number }[] = []
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at] ?? ''
      if (sign === '「' || sign === '『' || sign === '（') open.push({ sign, at })
      const wanted = pairs[sign]
      if (wanted === undefined) continue
      if (open.at(-1)?.sign === wanted) open.pop()
      else alone.push({ sign, at })
    }
    return [...alone, ...open].map(({ sign, at }) => ({
      rule: 'brackets',
      found: sign,
      proposal: null,
      start: at,
      end: at + sign.length,
    }))
  },
}
