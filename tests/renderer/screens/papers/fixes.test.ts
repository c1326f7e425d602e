import { describe, expect, test } from 'vitest'
import { applySuggestions } from '../../../../src/renderer/screens/papers/fixes.ts'
import type { PaperPlace, StyleFinding } from '../../../../src/shared/contract/schemas/papers.ts'

const text = '平成 22年 5 月に、御家族と取り組む。'
const place: PaperPlace = {
  place: 'p',
  blockId: 'p',
  label: '',
  text,
  original: text,
  edited: false,
  inlines: [],
}

function finding(excerpt: string, suggestion: string | null): StyleFinding {
  const start = text.indexOf(excerpt)
  return {
    id: excerpt,
    rule: 'rule',
    severity: 'warning',
    place: 'p',
    blockId: 'p',
    message: '',
    excerpt,
    start,
    end: start + excerpt.length,
    suggestion,
  }
}

describe('putting findings right', () => {
  const findings = [finding('平成 22年 5 月', '平成22年５月'), finding('御家族', 'ご家族')]

  test('all of a place at once, whatever their order', () => {
    const expected = new Map([['p', '平成22年５月に、ご家族と取り組む。']])
    expect(applySuggestions([place], findings, () => text)).toEqual(expected)
    expect(applySuggestions([place], [...findings].reverse(), () => text)).toEqual(expected)
  })

  test('words that no longer stand there are left alone', () => {
    expect(applySuggestions([place], findings, () => '別の文').size).toBe(0)
  })

  test('a finding without a suggestion changes nothing', () => {
    expect(applySuggestions([place], [finding('御家族', null)], () => text).size).toBe(0)
  })
})
