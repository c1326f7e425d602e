import { findAll, type StyleRule } from '../rule.ts'

/** か月, か所 as the house writes them (公用文作成の考え方, 令和４年). */
export const counters: StyleRule = {
  code: 'counter',
  check: (text, preset) =>
    findAll(
      'counter',
      text,
      /(?<=[0-9０-９数何〇一二三四五六七八九十百千万])(か|カ|ヶ|ヵ|ケ|ｹ|ｶ|箇|個)(月|所|国|年|条)/g,
      (match) => (match[1] === '個' && match[2] !== '所' ? match[0] : `${preset.counterKana}${match[2]}`),
    ),
}
