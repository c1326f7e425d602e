import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMonth, monthOf } from '../../../src/shared/time/calendar.ts'
import { formatMonth } from '../../../src/shared/time/format.ts'
import { readMonth } from '../../../src/shared/time/read-month.ts'
import { anyText } from '../any-text.ts'
import { anyDay } from './arbitrary-day.ts'

const context = { fiscalYear: 2024 }

describe('a month without its day', () => {
  test.each([
    '2025-03',
    '2025/3',
    '2025.3',
    '2025年3月',
    '令和７年３月',
    'R7.3',
    'Ｒ７．３',
    '令和7.3',
    '３月',
    '三月',
  ])('%s', (text) => {
    expect(readMonth(text, context)).toMatchObject({ ok: true, month: '2025-03', findings: [] })
  })

  test.each([
    ['平成元年１月', '1989-01', []],
    ['昭和64年１月', '1989-01', []],
    ['平成31年５月', '2019-05', [{ code: 'eraEnded', era: '平成' }]],
    ['令和元年４月', '2019-04', [{ code: 'eraNotBegun', era: '令和' }]],
  ])('%s is %s', (text, month, findings) => {
    expect(readMonth(text)).toMatchObject({ ok: true, month, findings })
  })

  test.each([
    ['', 'empty'],
    ['令和７年13月', 'noSuchMonth'],
    ['2025-13', 'noSuchMonth'],
    ['3月', 'yearMissing'],
    ['令和７年３月３日', 'notADate'],
    ['7年3月', 'yearAmbiguous'],
    ['月', 'notADate'],
    ['45385', 'notADate'],
    ['😀月', 'notADate'],
    ['1'.repeat(10_000), 'tooLong'],
  ])('%.20s is refused: %s', (text, reason) => {
    expect(readMonth(text)).toEqual({ ok: false, reason })
  })

  test('every written month is read back, and rubbish never throws', () => {
    fc.assert(
      fc.property(anyDay, anyText, (day, rubbish) => {
        const month = monthOf(day)
        expect(readMonth(formatMonth(month))).toMatchObject({ month, findings: [] })
        expect(readMonth(month)).toMatchObject({ month })
        const reading = readMonth(`${rubbish}月`)
        if (reading.ok) expect(isMonth(reading.month)).toBe(true)
      }),
    )
  })
})
