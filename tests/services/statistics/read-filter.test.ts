import { describe, expect, test } from 'vitest'
import { readFilters } from '../../../src/main/services/statistics/read-filter.ts'

describe('--where', () => {
  test.each([
    ['age>=30', [{ field: 'age', operator: '>=', age: 30 }]],
    ['age <= 29', [{ field: 'age', operator: '<=', age: 29 }]],
    ['sex=female', [{ field: 'sex', operator: 'is', codes: ['female'] }]],
    [
      'method=visit|phone, age>=40',
      [
        { field: 'method', operator: 'is', codes: ['visit', 'phone'] },
        { field: 'age', operator: '>=', age: 40 },
      ],
    ],
    ['route!=unknown', [{ field: 'route', operator: 'isNot', codes: ['unknown'] }]],
    ['', []],
  ])('reads %s', (text, filters) => {
    expect(readFilters(text)).toEqual({ ok: true, value: filters })
  })

  test.each([
    'age>30',
    'age>=',
    'age>=-1',
    'age>=151',
    'age=thirty years',
    '>=30',
    'sex',
    'sex=',
    'a;b=1',
    '=x',
  ])('refuses %s', (text) => {
    const result = readFilters(text)
    expect(result.ok ? 'read' : result.error.code).toBe('unknownFilter')
  })
})
