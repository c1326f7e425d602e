import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src/shared/cell/cell.ts'
import { integerCell, rangeCell, stateCell } from '../../../src/shared/cell/construct.ts'
import { cellFromReading } from '../../../src/shared/cell/from-reading.ts'
import { readNumber } from '../../../src/shared/cell/read-number.ts'
import { cellSchema } from '../../../src/shared/cell/schema.ts'
import { formatWithParts, writeCell } from '../../../src/shared/cell/write.ts'
import { numberReadingWords } from '../../../src/shared/words/cell.ts'
import { anyText } from '../any-text.ts'
import { fractions, integers, questions, refusals, states } from './read-number.corpus.ts'

describe('the corpus', () => {
  test('has at least 200 spellings, none twice', () => {
    const spellings = [...integers, ...fractions, ...states, ...questions, ...refusals].map(([text]) => text)
    expect(spellings.length).toBeGreaterThanOrEqual(200)
    expect(new Set(spellings).size).toBe(spellings.length)
  })

  test.each(integers)('%j is %i', (text, integer) => {
    expect(readNumber(text)).toMatchObject({ outcome: 'value', quantity: { kind: 'integer', integer } })
  })

  test.each(fractions)('%j is %i/%i', (text, numerator, denominator) => {
    expect(readNumber(text)).toMatchObject({
      outcome: 'value',
      quantity: { kind: 'fraction', numerator, denominator },
    })
  })

  test.each(states)('%j is %s', (text, state) => {
    expect(readNumber(text)).toMatchObject({ outcome: 'state', state })
  })

  test.each(questions)('%j asks: %s', (text, code) => {
    expect(readNumber(text)).toMatchObject({ outcome: 'ask', question: { code } })
  })

  test.each(refusals)('%.40j is refused: %s', (text, reason) => {
    expect(readNumber(text)).toEqual({ outcome: 'refused', reason })
  })
})

describe('what it was taken for', () => {
  test.each([
    ['△１，２３４', ['fullWidth', 'triangleMinus', 'thousands']],
    ['ー5', ['dashMinus']],
    ['約１万２千人', ['fullWidth', 'approximately', 'multiplier', 'counter']],
    ['28.8％', ['percent']],
    ['88.2（30/34）', ['percentParts']],
    ['三百二十', ['numerals']],
    ['5', []],
  ])('%s', (text, why) => {
    expect(readNumber(text)).toMatchObject({ why })
  })

  test('flags', () => {
    expect(readNumber('約120')).toMatchObject({ flags: ['estimate'] })
    expect(readNumber('p123')).toMatchObject({ flags: ['provisional'] })
    expect(readNumber('123（訂正値）')).toMatchObject({ flags: ['revised'] })
    expect(readNumber('約123（速報値）')).toMatchObject({ flags: ['estimate', 'provisional'] })
  })

  test('what stands beside a number is kept as a finding', () => {
    expect(readNumber('123※1')).toMatchObject({ findings: [{ code: 'noteMark', mark: '※1' }] })
    expect(readNumber('中止（台風）')).toMatchObject({ findings: [{ code: 'remark', text: '台風' }] })
    expect(readNumber('3件', { unit: '人' })).toMatchObject({
      quantity: { integer: 3 },
      unit: '件',
      findings: [{ code: 'unitDiffers', written: '件', expected: '人' }],
    })
    expect(readNumber('3名', { unit: '人' })).toMatchObject({ unit: '人', findings: [] })
  })

  test('parts of months', () => {
    expect(readNumber('33（11/12か月分）')).toMatchObject({ parts: { reported: 11, expected: 12 } })
  })

  test.each([
    ['1,234千円', '円', 1_234_000],
    ['1,234千円', '千円', 1234],
    ['1,234,000円', '千円', 1234],
    ['1,234', '千円', 1234],
    ['5百万円', '千円', 5000],
    ['1.5百万円', '百万円', null],
    ['12万人', '千人', 120],
  ])('%s in a place of %s', (text, unit, integer) => {
    expect(readNumber(text, { unit })).toMatchObject({
      unit,
      quantity:
        integer === null ? { kind: 'fraction', numerator: 3, denominator: 2 } : { kind: 'integer', integer },
    })
  })

  test('a multiplier without its counter is unclear where the place itself has one', () => {
    expect(readNumber('5百万', { unit: '千円' })).toEqual({ outcome: 'refused', reason: 'unitUnclear' })
  })

  test('ranges', () => {
    expect(readNumber('92人以上133人以下')).toMatchObject({ quantity: { kind: 'range', low: 92, high: 133 } })
    expect(readNumber('92～133')).toMatchObject({ quantity: { kind: 'range', low: 92, high: 133 } })
    expect(readNumber('92人以上133人以下（重複を含む）')).toMatchObject({
      quantity: { kind: 'range', low: 92, high: 133 },
      findings: [{ code: 'remark', text: '重複を含む' }],
    })
    expect(readNumber('92〜92人')).toMatchObject({ quantity: { kind: 'integer', integer: 92 } })
  })
})

describe('questions and their answers', () => {
  test('a lone dash', () => {
    expect(readNumber('－', { dash: 'zero' })).toMatchObject({ outcome: 'value', quantity: { integer: 0 } })
    expect(readNumber('－', { dash: 'blank' })).toMatchObject({ outcome: 'state', state: 'blank' })
    expect(readNumber('－', { dash: 'notApplicable' })).toMatchObject({ state: 'notApplicable' })
    expect(readNumber('－', { door: 'screen' })).toMatchObject({ state: 'notApplicable' })
  })

  test('brackets are never a negative number', () => {
    expect(readNumber('45（12）')).toMatchObject({
      question: { outer: { integer: 45 }, inner: { integer: 12 } },
    })
    expect(readNumber('45（12）', { brackets: 'repeated' })).toMatchObject({
      quantity: { integer: 45 },
      bracket: { meaning: 'repeated', quantity: { integer: 12 } },
    })
    expect(readNumber('(12)', { brackets: 'previousYear' })).toMatchObject({
      quantity: { integer: 12 },
      bracket: { meaning: 'previousYear' },
    })
  })

  test.each([
    ['45（うち12）', 'included'],
    ['45人（内12人）', 'included'],
    ['45（再掲12）', 'repeated'],
    ['45（前年度12）', 'previousYear'],
    ['45（前年同期12）', 'previousYear'],
  ])('%s says itself what the brackets mean', (text, meaning) => {
    expect(readNumber(text)).toMatchObject({
      quantity: { integer: 45 },
      bracket: { meaning, quantity: { integer: 12 } },
    })
  })

  test('the question repeats what was written', () => {
    expect(readNumber(' － ')).toMatchObject({ question: { code: 'dash', written: '－' } })
  })

  test('〃 takes the value above on import, and says so', () => {
    const above = readNumber('△5')
    expect(readNumber('〃', { above })).toMatchObject({
      quantity: { integer: -5 },
      why: ['ditto', 'triangleMinus'],
    })
    expect(readNumber('同上', { above: readNumber('〃', { above }) })).toMatchObject({
      why: ['ditto', 'triangleMinus'],
    })
    expect(readNumber('〃', { above: readNumber('abc') })).toMatchObject({ reason: 'dittoWithoutAbove' })
    expect(readNumber('〃', { above, door: 'screen' })).toEqual({
      outcome: 'refused',
      reason: 'dittoOnScreen',
    })
  })
})

describe('numbers of a workbook', () => {
  test.each([
    [0, { kind: 'integer', integer: 0 }],
    [-0, { kind: 'integer', integer: 0 }],
    [-12, { kind: 'integer', integer: -12 }],
    [12.5, { kind: 'fraction', numerator: 25, denominator: 2 }],
    [0.1 + 0.2, { kind: 'fraction', numerator: 3, denominator: 10 }],
  ])('%d', (input, quantity) => {
    expect(readNumber(input)).toMatchObject({ outcome: 'value', quantity })
  })

  test.each([
    [Number.NaN, 'notANumber'],
    [Number.POSITIVE_INFINITY, 'notANumber'],
    [1e21, 'tooLarge'],
    [2 ** 53, 'tooLarge'],
    [1e-9, 'notANumber'],
  ])('%d is refused: %s', (input, reason) => {
    expect(readNumber(input)).toEqual({ outcome: 'refused', reason })
  })

  test('nothing is blank', () => {
    expect(readNumber(null)).toMatchObject({ state: 'blank' })
    expect(readNumber(undefined)).toMatchObject({ state: 'blank' })
  })
})

describe('laws', () => {
  const pieces = fc.constantFrom(
    ...[
      '△',
      '－',
      'ー',
      '約',
      '1',
      '２',
      '万',
      '千',
      '百',
      '億',
      '.',
      ',',
      '（',
      '）',
      '人',
      '件',
      '/',
      '%',
      '※',
    ],
    ...['以上', '以下', 'か月分', '〃', '…', 'x', ' ', 'p', '十', '一', '〇', '円'],
  )
  const rubbish = fc.oneof(
    anyText,
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')),
  )

  test('nothing makes the reader throw, and what it reads is a whole cell with words', () => {
    fc.assert(
      fc.property(fc.oneof(rubbish, fc.double()), fc.constantFrom(undefined, '人', '千円'), (input, unit) => {
        const reading = readNumber(input, unit === undefined ? {} : { unit })
        const cell = cellFromReading(reading)
        if (cell !== null) expect(cellSchema.safeParse(cell).success).toBe(true)
        expect(numberReadingWords(reading)).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  const roundTrip = (cell: Cell, text: string): void => {
    expect(cellFromReading(readNumber(text))).toEqual(cell)
  }

  test('what is written is read back: counts, with every style', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 999_999_999 }),
        fc.boolean(),
        fc.constantFrom('', '人', '件', 'か所'),
        fc.constantFrom('△', '-'),
        fc.boolean(),
        (integer, thousands, unit, minus, estimate) => {
          const cell = integerCell(integer, { flags: estimate ? ['estimate'] : [] })
          roundTrip(cell, writeCell(cell, 'city', { thousands, unit, minus }).text)
        },
      ),
    )
  })

  test('ranges, parts and states', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.nat(9_999), fc.nat(11), (left, right, reported) => {
        const range = rangeCell(Math.min(left, right), Math.max(left, right) + 1)
        roundTrip(range, writeCell(range, 'city', { unit: '人' }).text)
        const part = integerCell(left, { parts: { reported, expected: 12 } })
        roundTrip(part, formatWithParts(part, 'city', { unit: '件' }).text)
      }),
    )
    for (const state of ['blank', 'cancelled', 'postponed', 'notDone', 'unknown', 'suppressed'] as const) {
      roundTrip(stateCell(state), writeCell(stateCell(state), 'city').text)
    }
    expect(readNumber(writeCell(stateCell('notApplicable'), 'city').text)).toMatchObject({ outcome: 'ask' })
    expect(readNumber(writeCell(integerCell(0), 'national').text)).toMatchObject({ outcome: 'ask' })
  })

  test('decimals come back as they were printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.integer({ min: 1, max: 9_999 }),
        (top, bottom) => {
          const cell: Cell = {
            ...integerCell(0),
            state: 'value',
            quantity: { kind: 'fraction', numerator: top, denominator: bottom },
          }
          const printed = writeCell(cell, 'city', { decimals: 1 }).text
          const again = cellFromReading(readNumber(printed))
          expect(again && writeCell(again, 'city', { decimals: 1 }).text).toBe(printed)
        },
      ),
    )
  })
})
