import { findAll, type StyleRule } from '../rule.ts'

const number = '(?<![0-9０-９][,，.．]?)[0-9０-９][0-9０-９,，.．]{0,14}'
const counter = '(?:年度|年|か月|月|日|人|名|件|回|歳|時間|時|世帯|か所)?'

/** 「４月～11月」 in running text is 「４月から11月まで」. */
export const ranges: StyleRule = {
  code: 'range',
  check: (text) =>
    findAll(
      'range',
      text,
      new RegExp(`(${number}${counter})[～〜~](${number}${counter})(?:まで)?`, 'g'),
      (match) => `${match[1]}から${match[2]}まで`,
    ),
}
