import { describe, expect, test } from 'vitest'
import { columnLetters, placeWords } from '../../../../src/renderer/screens/intake/place-words.ts'
import { spansOf } from '../../../../src/renderer/screens/intake/spans.ts'

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})

test.each([
  [{ sheet: '4月', row: 39, column: 2 }, '4月　39行目　B列'],
  [{ sheet: '', row: 7, column: 7 }, '7行目　G列'],
  [{ sheet: '4月', row: 39, column: null }, '4月　39行目'],
])('%j → %s', (place, words) => {
  expect(placeWords(place)).toBe(words)
})

describe('merged cells', () => {
  const row = (number: number) => ({ number, hidden: false, cells: [] })
  const merge = (fromRow: number, fromColumn: number, toRow: number, toColumn: number) => ({
    fromRow,
    fromColumn,
    toRow,
    toColumn,
  })
  const spans = (merges: readonly ReturnType<typeof merge>[], rows = [1, 2, 4]) =>
    spansOf({ columns: 3, rows: rows.map(row), merges: [...merges] })

  test('lie over the columns and the rows that are shown', () => {
    const { at } = spans([merge(1, 1, 4, 2)])
    expect(at(1, 1)).toEqual({ columns: 2, rows: 3 })
    expect(at(1, 2)).toBe('covered')
    expect(at(4, 1)).toBe('covered')
    expect(at(4, 3)).toEqual({ columns: 1, rows: 1 })
  })

  test('are cut at the last column that is shown', () => {
    expect(spans([merge(1, 3, 1, 9)]).at(1, 3)).toEqual({ columns: 1, rows: 1 })
    expect(spans([merge(1, 4, 1, 9)]).at(1, 4)).toEqual({ columns: 1, rows: 1 })
  })

  test('whose first row is not shown cover nothing', () => {
    expect(spans([merge(3, 1, 4, 2)]).at(4, 2)).toEqual({ columns: 1, rows: 1 })
  })
})
