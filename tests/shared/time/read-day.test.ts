import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDay } from '../../../src/shared/time/calendar.ts'
import { formatDay } from '../../../src/shared/time/format.ts'
import { readDay } from '../../../src/shared/time/read-day.ts'
import { dayReadingWords } from '../../../src/shared/words/time.ts'
import { anyText } from '../any-text.ts'
import { anyDay } from './arbitrary-day.ts'

const context = { fiscalYear: 2024, serials: true } as const

describe('every form of an office', () => {
  test.each([
    ['2024-04-03', 'iso'],
    ['2024/4/3', 'western'],
    ['2024.4.3', 'western'],
    ['2024-4-3', 'western'],
    ['２０２４／４／３', 'western'],
    ['2024年4月3日', 'western'],
    ['2024年４月３日（水）', 'western'],
    ['西暦2024年4月3日', 'western'],
    ['20240403', 'compact'],
    ['R6.4.3', 'era'],
    ['R06.04.03', 'era'],
    ['r6/4/3', 'era'],
    ['R6-4-3', 'era'],
    ['R.6.4.3', 'era'],
    ['Ｒ６．４．３', 'era'],
    ['R060403', 'era'],
    ['令6.4.3', 'era'],
    ['令和6.4.3', 'era'],
    ['令和６年４月３日', 'era'],
    ['令和６年４月３日（水）', 'era'],
    ['令和６年４月３日(水)', 'era'],
    ['令和6年4月3日（水曜日）', 'era'],
    ['令和6年4月3日水曜日', 'era'],
    ['令和 ６年 ４月 ３日', 'era'],
    ['　令和６年４月３日　', 'era'],
    ['㋿6年4月3日', 'era'],
    ['令和六年四月三日', 'era'],
    ['令和６年４月３日㈬', 'era'],
    ['４月３日', 'monthDay'],
    ['4月3日（水）', 'monthDay'],
    ['4/3', 'monthDay'],
    ['45385', 'serial'],
    ['2024-04-03 00:00:00', 'iso'],
    ['2024-04-03T00:00:00', 'iso'],
    ['2024/4/3 0:00', 'western'],
  ])('%s is read as %s', (text, form) => {
    expect(readDay(text, context)).toEqual({ ok: true, day: '2024-04-03', form, findings: [] })
  })

  test.each([
    ['平成31年4月30日', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['昭和六十四年一月七日', '1989-01-07'],
    ['令和十一年十二月三十一日', '2029-12-31'],
    ['S15.3.3', '1940-03-03'],
    ['T10.1.1', '1921-01-01'],
    ['１月15日', '2025-01-15'],
    ['3/31', '2025-03-31'],
    ['4/1', '2024-04-01'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, context)).toMatchObject({ ok: true, day, findings: [] })
  })

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45_385, '2024-04-03'],
    [43_586, '2019-05-01'],
    [2_958_465, '9999-12-31'],
  ])('serial %i is %s', (serial, day) => {
    expect(readDay(serial)).toEqual({ ok: true, day, form: 'serial', findings: [] })
  })
})

describe('what contradicts itself is a finding, never a silent fix', () => {
  test.each([
    ['令和６年４月３日（火）', '2024-04-03', { code: 'wrongWeekday', written: '火', actual: '水' }],
    ['2024/11/13(木)', '2024-11-13', { code: 'wrongWeekday', written: '木', actual: '水' }],
    ['平成31年5月3日', '2019-05-03', { code: 'eraEnded', era: '平成' }],
    ['H31.5.1', '2019-05-01', { code: 'eraEnded', era: '平成' }],
    ['平成36年4月3日', '2024-04-03', { code: 'eraEnded', era: '平成' }],
    ['令和元年4月30日', '2019-04-30', { code: 'eraNotBegun', era: '令和' }],
    ['令和1年1月1日', '2019-01-01', { code: 'eraNotBegun', era: '令和' }],
    ['2024-04-03T10:30:00', '2024-04-03', { code: 'timeIgnored' }],
    ['令和６年４月３日 10:30', '2024-04-03', { code: 'timeIgnored' }],
  ])('%s', (text, day, finding) => {
    expect(readDay(text)).toMatchObject({ ok: true, day, findings: [finding] })
  })

  test('a serial with a time', () => {
    expect(readDay(45_385.5)).toMatchObject({ day: '2024-04-03', findings: [{ code: 'timeIgnored' }] })
  })

  test('two at once', () => {
    const reading = readDay('令和元年4月30日（水）')
    expect(reading.ok && reading.findings.map((finding) => finding.code)).toEqual([
      'eraNotBegun',
      'wrongWeekday',
    ])
  })
})

describe('what is no day is refused with a reason', () => {
  test.each([
    ['', 'empty'],
    ['　 ', 'empty'],
    ['令和６年13月１日', 'noSuchMonth'],
    ['令和６年０月１日', 'noSuchMonth'],
    ['令和６年２月30日', 'noSuchDay'],
    ['令和５年２月29日', 'noSuchDay'],
    ['2023-02-29', 'noSuchDay'],
    ['2024/4/31', 'noSuchDay'],
    ['2024/4/0', 'noSuchDay'],
    ['4月31日', 'noSuchDay'],
    ['13月1日', 'noSuchMonth'],
    ['令和０年４月３日', 'noSuchYear'],
    ['0999-04-03', 'noSuchYear'],
    ['24/4/3', 'yearAmbiguous'],
    ['6.4.3', 'yearAmbiguous'],
    ['6年4月3日', 'yearAmbiguous'],
    ['abc', 'notADate'],
    ['4.3', 'notADate'],
    ['令和６年４月', 'notADate'],
    ['令和６年度１月15日', 'notADate'],
    ['令和', 'notADate'],
    ['－', 'notADate'],
    ['NaN', 'notADate'],
    ['😀', 'notADate'],
    ['2024/4/3²', 'notADate'],
    ['4月③日', 'notADate'],
    ['ﾚｲﾜ6ﾈﾝ', 'notADate'],
    ['2024-04-03; DROP TABLE', 'notADate'],
    ['1'.repeat(10_000), 'tooLong'],
  ])('%s: %s', (text, reason) => {
    expect(readDay(text, { fiscalYear: 2024 })).toEqual({ ok: false, reason })
  })

  test.each([
    [60, 'fakeLeapDay'],
    [0, 'notADate'],
    [-1, 'notADate'],
    [2_958_466, 'notADate'],
    [Number.NaN, 'notADate'],
    [Number.POSITIVE_INFINITY, 'notADate'],
  ])('serial %d: %s', (serial, reason) => {
    expect(readDay(serial)).toEqual({ ok: false, reason })
  })

  test('without a fiscal year, a month and day are not enough', () => {
    expect(readDay('４月３日')).toEqual({ ok: false, reason: 'yearMissing' })
  })

  test('digits typed on screen are no serial', () => {
    expect(readDay('45385')).toEqual({ ok: false, reason: 'notADate' })
  })
})

describe('laws', () => {
  test('every written day is read back, without a finding', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), fc.boolean(), (day, half, weekday) => {
        const text = formatDay(day, { digits: half ? 'halfWidth' : 'oneFullWidth', weekday })
        expect(readDay(text)).toEqual({ ok: true, day, form: 'era', findings: [] })
        expect(readDay(day)).toMatchObject({ day, findings: [] })
      }),
    )
  })

  test('nothing makes it throw, and what it reads is a day', () => {
    const pieces = fc.constantFrom(
      '令和',
      'R',
      '元',
      '年',
      '月',
      '日',
      '（水）',
      '/',
      '-',
      '.',
      '１',
      '29',
      '5',
      ' ',
    )
    const texts = fc.oneof(
      anyText,
      fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.oneof(texts, fc.double()), (input) => {
        const reading = readDay(input, context)
        if (reading.ok) expect(isDay(reading.day)).toBe(true)
        expect(dayReadingWords(reading)).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })
})
