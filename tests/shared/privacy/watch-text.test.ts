import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchText } from '../../../src/shared/privacy/watch-text.ts'
import { anyText } from '../any-text.ts'

/** text, kind, what is found */
const found: readonly (readonly [string, string, string])[] = [
  ['折り返し 090-1234-5678 へ', 'phone', '090-1234-5678'],
  ['折り返し０９０－１２３４－５６７８へ', 'phone', '０９０－１２３４－５６７８'],
  ['電話は09012345678です', 'phone', '09012345678'],
  ['042(464)1311に連絡', 'phone', '042(464)1311'],
  ['０４２（４６４）１３１１に連絡', 'phone', '０４２（４６４）１３１１'],
  ['0424641311', 'phone', '0424641311'],
  ['0120 123 456', 'phone', '0120 123 456'],
  ['+81 90-1234-5678', 'phone', '+81 90-1234-5678'],
  ['連絡先は０９０ー１２３４ー５６７８', 'phone', '０９０ー１２３４ー５６７８'],
  ['taro.yamada@example.co.jp に送付', 'mail', 'taro.yamada@example.co.jp'],
  ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'mail', 'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ'],
  ['〒188-0012', 'postalCode', '〒188-0012'],
  ['〒１８８－００１２', 'postalCode', '〒１８８－００１２'],
  ['188-0012在住', 'postalCode', '188-0012'],
  ['南町五丁目６番13号に転居', 'address', '南町五丁目６番13号'],
  ['田無町４丁目15番11号', 'address', '田無町４丁目15番11号'],
  ['ひばりが丘団地12号棟', 'address', 'ひばりが丘団地12号棟'],
  ['保谷町1-2-3に居住', 'address', '保谷町1-2-3'],
  ['富士見ハイツ203号室', 'address', '富士見ハイツ203号室'],
  ['芝久保町1234番地の5', 'address', '芝久保町1234番地の5'],
  ['山田太郎さんから電話', 'name', '山田太郎さん'],
  ['山田　太郎様', 'name', '山田　太郎様'],
  ['田中氏が同席', 'name', '田中氏'],
  ['鈴木様宛てに送付', 'name', '鈴木様'],
  ['サトウさんの紹介', 'name', 'サトウさん'],
  ['弟の健太くんは就労', 'name', '健太くん'],
  ['氏名：山田花子', 'name', '山田花子'],
  ['佐々木さんが来所', 'name', '佐々木さん'],
  ['民生委員の高橋さんより', 'name', '高橋さん'],
  ['金子さんと面談', 'name', '金子さん'],
  ['増田様', 'name', '増田様'],
  ['中村さん、服部さん、山下さん', 'name', '山下さん'],
  ['山田和夫さん', 'name', '山田和夫さん'],
  ['佐藤健一様', 'name', '佐藤健一様'],
]

const quiet: readonly string[] = [
  'お母さんから電話',
  '本人様の希望',
  '相談者さんは就労を希望',
  '民生委員さんが同行',
  'お父さん、お兄さんと同居',
  'ご家族様へ説明',
  '奥さんが同席',
  '娘さんの送迎',
  '息子さんの様子を聞く',
  '担当保健師さんに引継ぎ',
  'ケアマネジャーさんより相談',
  'ケアマネさんと情報共有',
  '支援員さん、相談員さん、職員さん',
  'ボランティアさんの声かけ',
  '大家さんから苦情',
  'お医者さんにかかる',
  '近所の方の様子',
  '皆さんで話し合い',
  '同様の相談が様々ある',
  '仕様や模様、多様な働き方',
  '彼氏と同居。氏名は不明',
  '子どもさんの不登校、お子さん２人',
  '利用者さんの集い',
  '関係者様各位',
  '病院さんとの連携',
  'お客様相談室',
  '社会福祉協議会さん',
  '自治会長さんの訪問',
  'スクールソーシャルワーカーさん',
  '令和７年２月５日に来所。2024-11-30に再訪',
  '訪問は３回、10,000円を支援',
  '12-34の棚',
  '件数は1,234,567件',
  'H041の継続。No.350',
  '１丁上がり',
  '午後１時30分から２時まで',
  '相談は５番目',
  '',
  '　',
]

describe('watchText', () => {
  it.each(found)('%s → %s 「%s」', (text, kind, what) => {
    expect(watchText(text).map((one) => [one.kind, one.text])).toContainEqual([kind, what])
  })

  it.each(quiet)('is quiet about 「%s」', (text) => {
    expect(watchText(text)).toEqual([])
  })

  it('gives places that hold what was found, in order and apart', () => {
    const text = '😀山田太郎さん 090-1234-5678 a@b.jp'
    const all = watchText(text)
    expect(all.map((one) => one.kind)).toEqual(['name', 'phone', 'mail'])
    for (const one of all) expect(text.slice(one.start, one.end)).toBe(one.text)
  })

  it('never throws, stays in the text, and is quick on 10,000 characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const { start, end, text: what } of watchText(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(what)
          last = end
        }
      }),
    )
    const long = ['山', '0', '1-', 'ア', '山田 ', 'a', 'a.', '町1-'].map((part) =>
      part.repeat(10_000 / part.length),
    )
    for (const text of long) {
      const began = performance.now()
      watchText(text)
      expect(performance.now() - began).toBeLessThan(500)
    }
  })
})
