import { findAll, type StyleRule } from '../rule.ts'

/** 当市 or 本市, by preset. 「日本市場」 and 「担当市町村」 are other words. */
export const selfName: StyleRule = {
  code: 'selfName',
  check: (text, preset) =>
    findAll('selfName', text, /(?<!\p{Script=Han})[当本]市(?!場|町|区町|立)/gu, () => preset.selfName),
}
