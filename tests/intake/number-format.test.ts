import { describe, expect, test } from 'vitest'
import { lookOfBuiltIn, lookOfFormat } from '../../src/main/intake/xlsx/number-format.ts'
import { daySerial } from '../../src/main/intake/xlsx/serial-day.ts'

describe('formats of numbers', () => {
  test.each([
    ['General', 'plain'],
    ['General"人"', 'plain'],
    ['G/標準', 'plain'],
    ['0', 'plain'],
    ['#,##0;[Red]-#,##0', 'plain'],
    ['0.00E+00', 'plain'],
    ['0"件（うち新規 d）"', 'plain'],
    ['[DBNum3]0', 'plain'],
    ['\\d0', 'plain'],
    ['@', 'plain'],
    ['h:mm', 'plain'],
    ['[h]:mm:ss', 'plain'],
    ['mm:ss.0', 'plain'],
    ['h"時"mm"分"', 'plain'],
    ['0%', 'percent'],
    ['0.0"%"', 'plain'],
    ['yyyy-mm-dd', 'day'],
    ['yyyy/m/d h:mm', 'day'],
    ['m/d/yy', 'day'],
    ['m"月"d"日"', 'day'],
    ['[$-411]ggge"年"m"月"d"日"', 'day'],
    ['[$-411]ge.m.d;@', 'day'],
    ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', 'day'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
    ['[Red]yyyy/m/d', 'day'],
    ['d"日"(aaa)', 'day'],
    ['yyyy"年"m"月"', 'month'],
    ['[$-411]ggge"年"m"月"', 'month'],
    ['m"月"', 'month'],
    ['mmm-yy', 'month'],
  ])('%s is %s', (code, look) => {
    expect(lookOfFormat(code)).toBe(look)
  })

  test.each([
    [0, 'plain'],
    [10, 'percent'],
    [14, 'day'],
    [17, 'month'],
    [20, 'plain'],
    [22, 'day'],
    [28, 'day'],
    [32, 'plain'],
    [46, 'plain'],
    [55, 'month'],
    [57, 'day'],
    [58, 'day'],
  ])('number %i is %s', (id, look) => {
    expect(lookOfBuiltIn(id)).toBe(look)
  })
})

describe('days of serial numbers', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [45385, false, '2024-04-03'],
    [45385.75, false, '2024-04-03'],
    [43923, true, '2024-04-03'],
    [0, true, '1904-01-01'],
    [0, false, null],
    [0.5, false, null],
    [-1, false, null],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, null],
    [Number.NaN, false, null],
  ])('%d (1904: %s) is %s', (serial, date1904, day) => {
    expect(daySerial(serial, date1904)).toBe(day)
  })
})
