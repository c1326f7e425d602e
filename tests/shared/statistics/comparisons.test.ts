import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src/shared/cell/cell.ts'
import { fractionCell, integerCell, rangeCell, stateCell } from '../../../src/shared/cell/construct.ts'
import { findStatistic } from '../../../src/shared/statistics/catalogue/catalogue.ts'
import { compareCells, oldScopeRecut, yearOnYear } from '../../../src/shared/statistics/comparisons.ts'
import { queryOf } from '../../samples/query.ts'

function compare(statistic: string, now: Cell, before: Cell, year = 2023) {
  const definition = findStatistic(statistic)
  if (definition === null) throw new Error(statistic)
  return compareCells(definition, { cell: now, fiscalYear: year }, { cell: before, fiscalYear: year - 1 })
    .comparison
}

describe('growth by rule', () => {
  const events = 'consultation.events'
  test.each([
    [405, 320, { kind: 'change', difference: 85, rate: { numerator: 85, denominator: 320 } }],
    [310, 320, { kind: 'change', difference: -10, rate: { numerator: -10, denominator: 320 } }],
    [12, 9, { kind: 'change', difference: 3, rate: null }],
    [12, 10, { kind: 'change', difference: 2, rate: { numerator: 2, denominator: 10 } }],
    [5, 0, { kind: 'fromNothing', difference: 5 }],
    [0, 5, { kind: 'toNothing', difference: -5 }],
    [0, 0, { kind: 'change', difference: 0, rate: null }],
  ])('%i after %i', (now, before, expected) => {
    expect(compare(events, integerCell(now), integerCell(before))).toEqual(expected)
  })

  test('case 6: 320 → 405 across the break of 令和６ is refused by rule', () => {
    expect(compare(events, integerCell(405), integerCell(320), 2024)).toMatchObject({
      kind: 'broken',
      validFrom: 2024,
    })
    expect(compare('place.sessions', integerCell(48), integerCell(44), 2024)).toMatchObject({
      kind: 'change',
    })
  })

  test('shares differ in points, exactly', () => {
    expect(compare('family.satisfaction', fractionCell(30, 34), fractionCell(28, 34))).toEqual({
      kind: 'points',
      numerator: 68,
      denominator: 1156,
    })
  })

  test('what is not there, or known only within bounds, is not compared', () => {
    expect(compare(events, stateCell('blank'), integerCell(3))).toEqual({
      kind: 'refused',
      reason: 'missing',
    })
    expect(compare('consultation.persons', rangeCell(92, 133), integerCell(90))).toEqual({
      kind: 'refused',
      reason: 'range',
    })
    const missing = integerCell(33, { parts: { reported: 11, expected: 12 } })
    expect(compare(events, missing, integerCell(30))).toEqual({ kind: 'refused', reason: 'monthsDiffer' })
  })
})

describe('year on year', () => {
  const months = (year: number, values: readonly (number | null)[]) => {
    const cells = values.map((value) =>
      value === null ? stateCell('blank', { parts: { reported: 0, expected: 1 } }) : integerCell(value),
    )
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0)
    const reported = values.filter((value) => value !== null).length
    return {
      query: queryOf('place.sessions', { by: ['month'], fiscalYear: year }),
      total: integerCell(sum, { parts: { reported, expected: values.length } }),
      rows: cells.map((cell, index) => ({ keys: [`${year}-${String(index + 4).padStart(2, '0')}`], cell })),
      notes: [],
    }
  }

  test('case 4: ten months against twelve compare the common ones', () => {
    const result = yearOnYear(months(2024, [10, null, 10]), months(2023, [20, 99, 20]))
    expect(result.commonMonths).toEqual(['2024-04', '2024-06'])
    expect(result.total.comparison).toEqual({
      kind: 'change',
      difference: -20,
      rate: { numerator: -20, denominator: 40 },
    })
    expect(result.rows.map((row) => row.compared.comparison.kind)).toEqual(['change', 'refused', 'change'])
  })

  test('complete years compare as they are', () => {
    const result = yearOnYear(months(2024, [10, 11]), months(2023, [20, 1]))
    expect(result.commonMonths).toBeNull()
    expect(result.total.comparison).toMatchObject({ kind: 'change', difference: 0 })
  })
})

describe('re-cut to the old scope', () => {
  test('adds the age limit after the break, and only there', () => {
    expect(oldScopeRecut(queryOf('consultation.events'))?.where).toEqual([
      { field: 'age', operator: '<=', age: 29 },
    ])
    expect(oldScopeRecut(queryOf('consultation.events', { fiscalYear: 2023 }))).toBeNull()
    expect(oldScopeRecut(queryOf('place.sessions'))).toBeNull()
    expect(oldScopeRecut(queryOf('consultation.households'))).toBeNull()
  })
})
