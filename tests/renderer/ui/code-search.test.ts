import { describe, expect, test } from 'vitest'
import { searchChoices } from '../../../src/renderer/ui/code-search.ts'

const choices = [
  ['1', '病気・健康・障害', 'びょうき'],
  ['3', '収入・生活費', 'しゅうにゅう'],
  ['7', '仕事探し・就職', 'しごとさがし'],
  ['8', '仕事上の不安', 'しごとじょうのふあん'],
  ['10', '家族との関係', 'かぞくとのかんけい'],
  ['13', 'ひきこもり・不登校', 'ひきこもり'],
  ['0', '不明', 'ふめい'],
].map(([digit = '', label = '', kana = '']) => ({ code: digit, digit, label, kana }))

describe('searchChoices', () => {
  test.each([
    ['', ['1', '3', '7', '8', '10', '13', '0']],
    ['1', ['1', '10', '13']],
    ['１', ['1', '10', '13']],
    ['13', ['13']],
    ['0', ['0', '10']],
    ['し', ['3', '7', '8']],
    ['シゴ', ['7', '8']],
    ['ｼｺﾞﾄ', ['7', '8']],
    ['しごとじょう', ['8']],
    ['関係', ['10']],
    ['不', ['0', '8', '13']],
    ['・', []],
    ['😀', []],
    ['ない言葉', []],
  ])('「%s」 → %j', (typed, digits) => {
    const found = searchChoices(choices, typed).map((choice) => choice.digit)
    if (typed === '0') expect(found[0]).toBe('0')
    else expect(found).toEqual(digits)
  })
})
