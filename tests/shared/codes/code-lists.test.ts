import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCodeListPreset } from '../../../src/main/services/code-lists.ts'
import { bandOf, greatestAge, householdsCheck, readAge } from '../../../src/shared/codes/age.ts'
import { createCodeBook } from '../../../src/shared/codes/code-book.ts'
import { findList, itemsOn, labelOf } from '../../../src/shared/codes/code-list.ts'
import { readCode, readCodes, searchItems } from '../../../src/shared/codes/read-code.ts'
import { codeListsSchema } from '../../../src/shared/codes/schema.ts'
import type { CodeBook } from '../../../src/shared/statistics/engine/context.ts'

const lists = readCodeListPreset()
const list = (code: string) => {
  const found = findList(lists, code)
  if (found === null) throw new Error(`no list ${code}`)
  return found
}
const bands = (code: string) => lists.ageBands.find((one) => one.code === code)?.bands ?? []

describe('the preset', () => {
  test('has every list of domain §4', () => {
    expect(lists.lists.map((one) => one.code)).toEqual(
      expect.arrayContaining(
        ['method', 'support', 'caller', 'sex', 'schooling', 'economic', 'household', 'duration'].concat(
          ['destination', 'route', 'topic', 'factor', 'depth', 'closingReason', 'area', 'zone'],
          ['attendanceGroup', 'callerGroup', 'activityKind', 'activityState'],
        ),
      ),
    )
    expect(list('method').items).toHaveLength(10)
    expect(list('topic').items).toHaveLength(17)
    expect(list('destination').items).toHaveLength(32)
    expect(list('route').items.map((item) => item.code)).toEqual(
      expect.arrayContaining(['self', 'family', 'commissioner', 'publicity', 'helloWork']),
    )
  })

  test('is refused when it was edited into none', () => {
    const raw: unknown = JSON.parse(readFileSync('resources/code-lists.json', 'utf8'))
    expect(codeListsSchema.safeParse(raw).success).toBe(true)
    const [first] = lists.lists
    const without = (items: readonly unknown[]) => ({
      ...lists,
      lists: [{ ...first, items }, ...lists.lists.slice(1)],
    })
    const items = first?.items ?? []
    for (const broken of [
      without(items.filter((item) => item.code !== 'unknown')),
      without(items.filter((item) => item.code !== 'other')),
      without([...items, items[0]]),
      without(items.map((item) => ({ ...item, group: 'family' }))),
      without(items.map((item) => (item.code === 'mail' ? { ...item, label: '電話' } : item))),
      { ...lists, lists: [...lists.lists, first] },
      { ...lists, ageBands: [{ code: 'a', label: 'a', bands: bands('ageBand').slice(1) }] },
      { ...lists, ageBands: [{ code: 'a', label: 'a', bands: bands('ageBand').toSpliced(3, 1) }] },
      { ...lists, stranger: 1 },
      null,
      '{}',
    ]) {
      expect(codeListsSchema.safeParse(broken).success).toBe(false)
    }
  })

  test('labels', () => {
    expect(labelOf(lists, 'method', 'phone')).toBe('電話')
    expect(labelOf(lists, 'ageBand', '30s')).toBe('30代')
    expect(labelOf(lists, 'ageBand', 'unknown')).toBe('不明')
    expect(labelOf(lists, 'method', 'pigeon')).toBe('pigeon')
    expect(labelOf(lists, 'nothing', 'phone')).toBe('phone')
  })
})

describe('words of the books', () => {
  test.each([
    ['method', '℡', 'phone'],
    ['method', 'TEL', 'phone'],
    ['method', '電話', 'phone'],
    ['method', 'LINE', 'sns'],
    ['method', 'ＳＮＳ', 'sns'],
    ['method', '面接', 'visitUs'],
    ['method', '来所面接', 'visitUs'],
    ['method', '来所(面接)', 'visitUs'],
    ['method', 'アウトリーチ', 'outreach'],
    ['method', 'ｱｳﾄﾘｰﾁ', 'outreach'],
    ['method', 'ﾒｰﾙ', 'mail'],
    ['method', 'Eメール', 'mail'],
    ['method', 'Zoom', 'online'],
    ['method', ' 訪問 ', 'outreach'],
    ['method', '', 'unknown'],
    ['sex', 'M', 'male'],
    ['sex', '女', 'female'],
    ['sex', '回答なし', 'unknown'],
    ['caller', '民生委員', 'commissioner'],
    ['factor', '精神疾患(疑い含む)', 'mental'],
    ['factor', '8050', '8050'],
    ['route', 'ハローワーク', 'helloWork'],
    ['destination', '自立相談支援機関', 'selfReliance'],
    ['topic', 'ひきこもり・不登校', 'withdrawal'],
    ['economic', '生活保護', 'protected'],
    ['duration', '10年以上', 'over10y'],
  ])('%s %s is %s', (code, text, expected) => {
    expect(readCode(list(code), text)).toMatchObject({ ok: true, code: expected })
  })

  test('「同行」 is a visit with 同行支援', () => {
    expect(readCode(list('method'), '同行')).toMatchObject({
      code: 'outreach',
      also: { list: 'support', code: 'accompanied' },
    })
  })

  test.each(['狼煙', 'abc', '（）', '😀', 'あ'.repeat(10_000)])('%.10s is refused', (text) => {
    expect(readCode(list('method'), text)).toEqual({ ok: false, reason: 'notInList' })
  })

  test('〃 is left to the reader of the book', () => {
    expect(readCode(list('method'), '〃')).toEqual({ ok: false, reason: 'ditto' })
  })

  test('several', () => {
    expect(
      readCodes(list('factor'), '発達障害、精神疾患(疑い含む)').map((one) => one.ok && one.code),
    ).toEqual(['developmental', 'mental'])
    expect(readCodes(list('factor'), '')).toEqual([])
  })

  test('every label and alias is read as its own item, whatever the width', () => {
    for (const one of lists.lists) {
      for (const item of one.items) {
        for (const text of [item.label, item.code, ...item.aliases.map((alias) => alias.text)]) {
          expect(readCode(one, text)).toMatchObject({ code: item.code })
          expect(readCode(one, text.normalize('NFKC'))).toMatchObject({ code: item.code })
        }
      }
    }
  })

  test('choosing by digits and kana', () => {
    const methods = list('method').items
    const codes = (query: string) => searchItems(methods, query).map((item) => item.code)
    expect(codes('1')[0]).toBe('phone')
    expect(codes('でん')[0]).toBe('phone')
    expect(codes('デン')[0]).toBe('phone')
    expect(codes('ほうもん')).toEqual(['outreach'])
    expect(codes('zoo')).toEqual(['online'])
    expect(codes('ぽ')).toEqual([])
    expect(codes('')).toHaveLength(10)
    expect(codes('999')).toEqual([])
  })

  test('items that may be chosen on a day', () => {
    const [first] = list('method').items
    const one = { ...list('method'), items: first ? [{ ...first, validTo: '2024-03-31' as const }] : [] }
    expect(itemsOn(one, '2024-03-31')).toHaveLength(1)
    expect(itemsOn(one, '2024-04-01')).toHaveLength(0)
  })
})

describe('ages', () => {
  test.each([
    ['ageBand', 52, 52, '50s'],
    ['ageBand', 30, 39, '30s'],
    ['ageBand', 80, greatestAge, 'over80'],
    ['ageBand', 0, 9, 'under10'],
    ['ageBand', 35, 44, 'unknown'],
    ['ageBand', null, null, 'unknown'],
    ['ageBand', 40, 30, 'unknown'],
    ['ageBand', Number.NaN, 30, 'unknown'],
    ['ageBand5', 30, 39, 'unknown'],
    ['ageBand5', 37, 37, '35-39'],
    ['ageBandNational', 30, 39, '15-39'],
    ['ageBandNational', 10, 19, 'unknown'],
    ['ageBandOld', 20, 29, 'upTo29'],
    ['ageBandOld', 29, 30, 'unknown'],
    ['ageBandOld', null, 20, 'upTo29'],
    ['ageBandOld', 30, null, 'over30'],
    ['nothing', 30, 30, 'unknown'],
  ])('%s of %s–%s is %s', (breakdown, low, high, expected) => {
    expect(bandOf(low, high, bands(breakdown))).toBe(expected)
  })

  test('every exact age lies in exactly one band of each set', () => {
    fc.assert(
      fc.property(fc.nat(greatestAge), (age) => {
        for (const set of lists.ageBands) {
          expect(bandOf(age, age, set.bands)).not.toBe('unknown')
          const holding = set.bands.filter(
            (band) => (band.low ?? 0) <= age && age <= (band.high ?? greatestAge),
          )
          expect(holding).toHaveLength(1)
        }
      }),
    )
  })

  test.each([
    ['52', 52, 52],
    ['５２歳', 52, 52],
    ['30代', 30, 39],
    ['３０代前半', 30, 34],
    ['30代後半', 35, 39],
    ['80代以上', 80, greatestAge],
    ['10歳未満', 0, 9],
    ['不明', null, null],
    ['', null, null],
  ])('%s is %s–%s', (text, low, high) => {
    expect(readAge(text)).toMatchObject({ ok: true, age: { low, high } })
  })

  test.each(['abc', '-5', '200', '35.5', '35代', '5５5５5', '😀', '9'.repeat(10_000)])(
    '%.8s is no age',
    (text) => {
      expect(readAge(text).ok).toBe(false)
    },
  )

  test('numbers of a workbook', () => {
    expect(readAge(52)).toMatchObject({ age: { low: 52, high: 52 } })
    for (const wrong of [Number.NaN, -1, 35.5, 121]) expect(readAge(wrong).ok).toBe(false)
  })

  test.each([
    ['8050', 52, 52, null],
    ['8050', 39, 39, 'tooYoung'],
    ['8050', 30, 39, 'tooYoung'],
    ['8050', 35, 44, 'unclear'],
    ['8050', null, null, null],
    ['withParents', 20, 20, null],
  ])('%s at %s–%s: %s', (household, low, high, expected) => {
    expect(householdsCheck(household, { low, high }, lists.household8050)).toBe(expected)
  })
})

describe('the code book of the statistics', () => {
  const book: CodeBook = createCodeBook(lists, [
    { list: 'method', from: 'letter', into: 'mail' },
    { list: 'factor', from: 'a', into: 'b' },
    { list: 'factor', from: 'b', into: 'a' },
  ])

  test('answers', () => {
    expect(book.codes('method')).toContain('phone')
    expect(book.codes('method')).not.toContain('letter')
    expect(book.codes('ageBand')?.at(-1)).toBe('unknown')
    expect(book.codes('nothing')).toBeNull()
    expect(book.canonical('method', 'letter')).toBe('mail')
    expect(book.canonical('method', 'phone')).toBe('phone')
    expect(['a', 'b']).toContain(book.canonical('factor', 'a'))
    expect(book.callerGroup('mother')).toBe('family')
    expect(book.callerGroup('commissioner')).toBe('agency')
    expect(book.callerGroup('pigeon')).toBe('unknown')
    expect(book.ageBand('ageBandOld', 30, 39)).toBe('over30')
  })

  test('knows every list that a breakdown names', async () => {
    const { breakdowns } = await import('../../../src/shared/statistics/catalogue/breakdowns.ts')
    for (const breakdown of breakdowns) {
      if (breakdown.list !== null) expect([breakdown.list, book.codes(breakdown.list)]).not.toContain(null)
    }
  })
})
