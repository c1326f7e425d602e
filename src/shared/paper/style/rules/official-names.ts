import { findWords, type StyleRule } from '../rule.ts'

/**
 * Official names of laws, programmes and meetings as they are often miswritten. The paper of the city
 * misnames 孤独・孤立対策推進法 (令和５年法律第45号) and 当事者会 (seed-checklist, fact 77).
 */
const names: readonly (readonly [RegExp, string])[] = [
  [
    /孤立・孤独対策推進法|孤独・孤立対策基本法|孤独孤立対策推進法|孤立孤独対策推進法/g,
    '孤独・孤立対策推進法',
  ],
  [/孤立・孤独対策(?!推進法|基本法)/g, '孤独・孤立対策'],
  [/当事会/g, '当事者会'],
  [/生活困窮者自立支援事業法|生活困窮者支援法|生活困窮者自立援助法/g, '生活困窮者自立支援法'],
  [/引きこもり|引き籠もり|引籠り|ひき籠もり|引き籠り/g, 'ひきこもり'],
  [/ひきこもり支援地域センター|ひきこもり支援センター/g, 'ひきこもり地域支援センター'],
  [/ひきこもり地域支援ステーション/g, 'ひきこもり支援ステーション'],
  [/ひきこもりサポーター事業/g, 'ひきこもりサポート事業'],
  [/重層的支援整備事業|重層的支援体制事業/g, '重層的支援体制整備事業'],
  [/地域包括センター/g, '地域包括支援センター'],
  [/障がい者総合支援法|障害者総合福祉法/g, '障害者総合支援法'],
  [/自立支援相談事業|自立相談事業/g, '自立相談支援事業'],
  [/就労支援準備事業/g, '就労準備支援事業'],
  [/家計改善事業/g, '家計改善支援事業'],
  [/就職氷河期世代支援行動計画の新/g, '就職氷河期世代支援の新たな'],
  [/民生児童委員/g, '民生委員・児童委員'],
]

export const officialNames: StyleRule = {
  code: 'officialName',
  check: (text) => findWords('officialName', text, names),
}
