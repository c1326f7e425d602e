import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankEntry, cellId, type Entry, lineId } from '../../../src/shared/monthly/entry.ts'
import { isEnterable, layoutLines, usualLines } from '../../../src/shared/monthly/lines.ts'
import { readEntry } from '../../../src/shared/monthly/read-entry.ts'
import { yearTotal } from '../../../src/shared/monthly/year-total.ts'
import { statistics } from '../../../src/shared/statistics/catalogue/catalogue.ts'

const labels = {
  group: [
    { code: 'person', label: '本人' },
    { code: 'family', label: '家族' },
  ],
}
const value = (number: number): Entry => ({ ...blankEntry, state: 'value', value: number })

describe('lines of a sheet', () => {
  test('the order of the catalogue, 再掲 indented, 内訳 under their total in printing order', () => {
    const lines = layoutLines(
      [
        { statistic: 'place.attendance', keys: { group: 'family' } },
        { statistic: 'consultation.new', keys: {} },
        { statistic: 'place.attendance', keys: { group: 'person' } },
        { statistic: 'consultation.persons', keys: {} },
        { statistic: 'consultation.new', keys: {} },
      ],
      labels,
    )
    expect(lines.map(({ label, depth }) => [label, depth])).toEqual([
      ['相談実人数', 0],
      ['新規相談者数', 1],
      ['居場所 参加延べ人数', 0],
      ['本人', 1],
      ['家族', 1],
    ])
    expect(lines.map(({ opens }) => opens)).toEqual([false, false, true, false, false])
  })

  test('a 再掲 without what it is part of stands by itself', () => {
    expect(layoutLines([{ statistic: 'consultation.new', keys: {} }], {})[0]?.depth).toBe(0)
  })

  test('ratios, means and rates are never entered', () => {
    expect(statistics.filter(({ quotient }) => quotient !== null).some(({ code }) => isEnterable(code))).toBe(
      false,
    )
    expect(layoutLines([{ statistic: 'referral.rate', keys: {} }], {})).toEqual([])
    expect(usualLines('consultation').map(({ statistic }) => statistic)).toContain('consultation.events')
    expect(usualLines('consultation').every(({ statistic }) => isEnterable(statistic))).toBe(true)
  })

  test('ids do not depend on the order of the cuts', () => {
    const one = lineId({ statistic: 's', keys: { b: '1', a: '2' } })
    expect(one).toBe(lineId({ statistic: 's', keys: { a: '2', b: '1' } }))
    expect(cellId(one, null)).toBe(`${one}@year`)
  })
})

describe('the year of a line', () => {
  const line = (measure: 'events' | 'persons' | 'newPersons' | 'snapshot', yearOnly = false) => ({
    statistic: 'consultation.events',
    keys: {},
    measure,
    yearOnly,
  })
  const months = (...values: readonly (number | null)[]): readonly Entry[] =>
    Array.from({ length: 12 }, (_none, at) => {
      const number = values[at] ?? null
      return number === null ? blankEntry : value(number)
    })

  test('events add up and say of how many months', () => {
    const total = yearTotal(line('events'), months(1, 2, null, 3), blankEntry)
    expect(total).toMatchObject({
      kind: 'sum',
      cell: { quantity: { integer: 6 }, parts: { reported: 3, expected: 12 } },
    })
  })

  test('what was carried over and not adopted is no number and no month', () => {
    const carried = months(1, 2).with(1, { ...value(2), adopted: false })
    expect(yearTotal(line('events'), carried, blankEntry)).toMatchObject({
      cell: { quantity: { integer: 1 }, parts: { reported: 1 } },
    })
  })

  test('a cancelled month is told and is 0; a blank one is neither', () => {
    const cancelled = months(5).with(1, { ...blankEntry, state: 'cancelled' })
    expect(yearTotal(line('events'), cancelled, blankEntry)).toMatchObject({
      cell: { quantity: { integer: 5 }, parts: { reported: 2 } },
    })
  })

  test('実人数 is never the sum: it is entered, between the largest month and Σ months', () => {
    const full = months(...Array.from({ length: 12 }, () => 10))
    expect(yearTotal(line('persons'), full, blankEntry)).toMatchObject({
      kind: 'entered',
      low: 10,
      high: 120,
    })
    expect(yearTotal(line('persons'), months(10, 12), value(15))).toMatchObject({
      kind: 'entered',
      low: 12,
      high: null,
      cell: { quantity: { integer: 15 } },
    })
  })

  test('a snapshot is its last value, with its month', () => {
    expect(yearTotal(line('snapshot'), months(20, 25, null), blankEntry)).toMatchObject({
      kind: 'last',
      month: 1,
      cell: { quantity: { integer: 25 } },
    })
  })
})

describe('reading a cell', () => {
  test.each<[string, Partial<Entry>]>([
    ['５２', { state: 'value', value: 52 }],
    ['４件', { state: 'value', value: 4 }],
    ['1,234', { state: 'value', value: 1234 }],
    ['約30', { state: 'value', value: 30, flags: ['estimate'] }],
    ['△3', { state: 'value', value: -3 }],
    ['0', { state: 'value', value: 0 }],
    ['', { state: 'blank', value: null }],
    ['-', { state: 'notApplicable' }],
    ['…', { state: 'unknown' }],
    ['台風のため中止', { state: 'cancelled' }],
  ])('「%s」', (text, entry) => {
    expect(readEntry(text, '件')).toMatchObject({ outcome: 'entry', entry })
  })

  test.each([
    '2.5',
    '10～20',
    'x',
    'ああ',
    '12/3',
    '1O',
    '(12)',
    '45（12）',
    '〃',
    '🙂',
    '9'.repeat(40),
    'あ'.repeat(10_000),
  ])('「%s」 is no number here', (text) => {
    expect(readEntry(text, '件').outcome).not.toBe('entry')
  })

  test('words beside a number become the comment', () => {
    expect(readEntry('12（オンラインを含む）', '人')).toMatchObject({ remark: 'オンラインを含む' })
  })

  test('whatever is typed, nothing is thrown and every value is a whole number', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const read = readEntry(text, '人')
        if (read.outcome === 'entry' && read.entry.state === 'value') {
          expect(Number.isSafeInteger(read.entry.value)).toBe(true)
        }
      }),
    )
  })
})
