import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fractionCell,
  integerCell,
  isComplete,
  quotientCell,
  rangeCell,
  stateCell,
} from '../../../src/shared/cell/construct.ts'
import { houseDigits } from '../../../src/shared/cell/digits.ts'
import { decimalText, roundFraction, roundQuantity } from '../../../src/shared/cell/round.ts'
import { cellSchema } from '../../../src/shared/cell/schema.ts'
import { formatWithParts, rawNumber, writeCell } from '../../../src/shared/cell/write.ts'
import { legendWords } from '../../../src/shared/words/cell.ts'

describe('rounding', () => {
  test.each([
    [23, 80, 100, 1, '28.8'], // toFixed says 28.7
    [33, 178, 100, 1, '18.5'],
    [30, 34, 100, 1, '88.2'],
    [498, 48, 1, 1, '10.4'],
    [1, 2, 1, 0, '1'],
    [-1, 2, 1, 0, '-1'],
    [5, 2, 1, 0, '3'],
    [-5, 2, 1, 0, '-3'],
    [1005, 1000, 1, 2, '1.01'],
    [-1, 1000, 1, 1, '0.0'],
    [2, 3, 1, 3, '0.667'],
    [0, 7, 100, 1, '0.0'],
    [9995, 1000, 1, 2, '10.00'],
  ])('%i/%i × %i with %i decimals is %s', (numerator, denominator, per, decimals, expected) => {
    expect(roundQuantity({ kind: 'fraction', numerator, denominator }, decimals, per)).toBe(expected)
  })

  test('refuses what is no fraction', () => {
    expect(() => roundFraction(1, 0, 1)).toThrow(RangeError)
    expect(() => roundFraction(Number.NaN, 1, 1)).toThrow(RangeError)
    expect(() => roundFraction(0.5, 1, 1)).toThrow(RangeError)
  })

  test('is never more than half a unit away, symmetric, and exact on whole numbers', () => {
    const whole = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 10_000 }), fc.nat(4), (top, bottom, decimals) => {
        const scaled = roundFraction(top, bottom, decimals)
        const error = BigInt(top) * 10n ** BigInt(decimals) - scaled * BigInt(bottom)
        expect((error < 0n ? -error : error) * 2n <= BigInt(bottom)).toBe(true)
        expect(roundFraction(-top, bottom, decimals)).toBe(-scaled)
        expect(roundFraction(top, -bottom, decimals)).toBe(-scaled)
        expect(roundFraction(top * bottom, bottom, 0)).toBe(BigInt(top))
        expect(Number(decimalText(scaled, decimals))).toBeCloseTo(Number(scaled) / 10 ** decimals, 6)
      }),
    )
  })
})

describe('constructors', () => {
  test('take whole numbers only', () => {
    for (const wrong of [Number.NaN, 0.5, 1e21, Number.POSITIVE_INFINITY]) {
      expect(() => integerCell(wrong)).toThrow(RangeError)
      expect(() => fractionCell(wrong, 1)).toThrow(RangeError)
      expect(() => rangeCell(0, wrong)).toThrow(RangeError)
    }
    expect(() => fractionCell(1, 0)).toThrow(RangeError)
    expect(() => rangeCell(2, 1)).toThrow(RangeError)
  })

  test('make cells that the schema takes', () => {
    for (const cell of [
      integerCell(-0),
      fractionCell(1, -2),
      rangeCell(1, 2),
      rangeCell(2, 2),
      quotientCell(1, 0),
      stateCell('unknown'),
    ]) {
      expect(cellSchema.parse(cell)).toEqual(cell)
    }
    expect(integerCell(-0)).toEqual(integerCell(0))
    expect(fractionCell(1, -2)).toEqual(fractionCell(-1, 2))
    expect(quotientCell(1, 0).state).toBe('notApplicable')
    expect(cellSchema.safeParse({ ...integerCell(1), value: 1 }).success).toBe(false)
    expect(
      cellSchema.safeParse({ state: 'value', parts: { reported: 1, expected: 1 }, flags: [] }).success,
    ).toBe(false)
  })

  test('know whether they are complete', () => {
    expect(isComplete(integerCell(1))).toBe(true)
    expect(isComplete(integerCell(1, { parts: { reported: 11, expected: 12 } }))).toBe(false)
  })
})

describe('the two presets of domain §2', () => {
  test.each([
    ['zero', integerCell(0), '0', '－'],
    ['below the unit', fractionCell(1, 1000), '0', '0'],
    ['blank', stateCell('blank'), '', '…'],
    ['notApplicable', stateCell('notApplicable'), '－', '・'],
    ['cancelled', stateCell('cancelled'), '中止', '中止'],
    ['postponed', stateCell('postponed'), '延期', '延期'],
    ['notDone', stateCell('notDone'), '未実施', '未実施'],
    ['unknown', stateCell('unknown'), '…', '…'],
    ['suppressed', stateCell('suppressed'), 'x', 'x'],
    ['a thousand', integerCell(1234), '1,234', '1,234'],
    ['minus', integerCell(-1234), '△1,234', '△1,234'],
  ] as const)('%s', (_name, cell, city, national) => {
    expect(writeCell(cell, 'city').text).toBe(city)
    expect(writeCell(cell, 'national').text).toBe(national)
  })

  test('styles', () => {
    expect(writeCell(integerCell(268), 'city', { unit: '件' }).text).toBe('268件')
    expect(writeCell(fractionCell(23, 80), 'city', { per: 100, decimals: 1, unit: '％' }).text).toBe('28.8％')
    expect(writeCell(integerCell(-1234), 'city', { minus: '-', thousands: false }).text).toBe('-1234')
    expect(writeCell(rangeCell(92, 133), 'city', { unit: '人' }).text).toBe('92人以上133人以下')
    expect(writeCell(integerCell(120, { flags: ['estimate'] }), 'city').text).toBe('約120')
    expect(writeCell(integerCell(120, { flags: ['provisional'] }), 'city').text).toBe('120')
    expect(writeCell(integerCell(120, { flags: ['provisional'] }), 'city', { marks: true }).text).toBe('p120')
    expect(writeCell(integerCell(1_234_567), 'city', { decimals: 1 }).text).toBe('1,234,567.0')
  })

  test('a sum over incomplete parts says so', () => {
    const cell = integerCell(33, { parts: { reported: 11, expected: 12 } })
    expect(formatWithParts(cell, 'city').text).toBe('33（11/12か月分）')
    expect(formatWithParts(cell, 'city', { unit: '件' }).text).toBe('33件（11/12か月分）')
    expect(formatWithParts(integerCell(33), 'city').text).toBe('33')
    expect(formatWithParts(stateCell('blank', { parts: { reported: 0, expected: 12 } }), 'city').text).toBe(
      '',
    )
  })

  test('the legend names the signs that were used', () => {
    const symbols = [
      integerCell(-1),
      stateCell('unknown'),
      stateCell('notApplicable'),
      integerCell(5),
    ].flatMap((cell) => writeCell(cell, 'city').symbols)
    expect(legendWords(symbols, 'city')).toBe('－：該当項目なし　…：不詳・未調査　△：減少又は負の数')
    expect(legendWords([], 'city')).toBe('')
    expect(legendWords(writeCell(integerCell(0), 'national').symbols, 'national')).toBe('－：該当数なし')
  })

  test('the number for a workbook is the printed one', () => {
    expect(rawNumber(fractionCell(23, 80), { per: 100, decimals: 1 })).toBe(28.8)
    expect(rawNumber(fractionCell(-1, 1000))).toBe(0)
    expect(Object.is(rawNumber(fractionCell(-1, 1000), { decimals: 1 }), 0)).toBe(true)
    expect(rawNumber(stateCell('blank'))).toBeNull()
    expect(rawNumber(rangeCell(1, 2))).toBeNull()
  })
})

test('digits of running text', () => {
  expect([houseDigits(6), houseDigits(11), houseDigits('2,500'), houseDigits('６')]).toEqual([
    '６',
    '11',
    '2,500',
    '６',
  ])
  expect(houseDigits(6, 'halfWidth')).toBe('6')
})
