import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBook } from '../../src/main/intake/read-book.ts'
import { readSum } from '../../src/main/intake/xlsx/formula.ts'
import { columnName, columnOf, readRange } from '../../src/main/intake/xlsx/reference.ts'
import { oneSheet, textCell } from './support/make-xlsx.ts'
import { cellAt } from './support/refused.ts'

const read = (data: string, workbook?: string) =>
  readBook(oneSheet(data, workbook === undefined ? {} : { workbook }), 'a.xlsx')

const computed = (value: number) => ({ kind: 'number', value, computed: true })

describe('simple sums', () => {
  test.each([
    ['SUM(E4:G4)', true],
    ['=sum( $E$4 : G4 , H1, 3 )', false],
    ['SUM($E$4:G4,H1)', true],
    ['A1+B1-C1', true],
    ['-A1+SUM(B1:B3)-2', true],
    ['A1', true],
    ['1+2', false],
    ['A1*2', false],
    ['A1:B2', false],
    ['SUM(A1:B1)/2', false],
    ['SUMIF(A1:A3,1)', false],
    ['AVERAGE(A1:A3)', false],
    ['SUM(Sheet2!A1:A3)', false],
    ['SUM(合計)', false],
    ['SUM(A1:B2:C3)', false],
    ['SUM(A0)', false],
    ['SUM()', false],
    ['A1B1', false],
    ['', false],
  ])('%s: %s', (formula, simple) => {
    expect(readSum(formula) !== null).toBe(simple)
  })

  const three = '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>0.1</v></c>'
  test.each([
    ['SUM(A1:C1)', computed(3.1)],
    ['A1+B1-C1', computed(2.9)],
    ['SUM(A1,C1)-B1', computed(-0.9)],
    ['SUM(A1:Z9)', { kind: 'formula', formula: 'SUM(A1:Z9)' }],
    ['E1+1', computed(1)],
    ['D1', { kind: 'formula', formula: 'D1' }],
  ])('%s is computed from the cells of its sheet', (formula, expected) => {
    for (const cached of ['', '<v></v>', '<v/>']) {
      const book = read(`<row r="1">${three}<c r="D1"><f>${formula}</f>${cached}</c></row>`)
      expect(cellAt(book, 1, 4)).toEqual(expected)
    }
  })

  test('a text is skipped by SUM as in Excel, and told where it holds digits', () => {
    const cells = `<c r="A1"><v>1</v></c>${textCell('B1', '４')}${textCell('C1', '人')}`
    const book = read(
      `<row r="1">${cells}<c r="D1"><f>SUM(A1:C1)</f></c><c r="E1"><f>SUM(A1,C1)</f></c><c r="F1"><f>A1+B1</f></c></row>`,
    )
    expect(cellAt(book, 1, 4)).toEqual(computed(1))
    expect(cellAt(book, 1, 5)).toEqual(computed(1))
    expect(cellAt(book, 1, 6)).toEqual({ kind: 'formula', formula: 'A1+B1' })
    expect(book.findings.map(({ code, column, count }) => [code, column, count])).toEqual([
      ['formulaComputed', 4, 2],
      ['sumSkippedText', 4, 1],
      ['formulaWithoutValue', 6, 1],
    ])
  })

  test('sums of sums in any order; circles, errors and days are left', () => {
    const book = read(
      '<row r="1"><c r="A1"><f>B1+C1</f></c><c r="B1"><f>SUM(C1:D1)</f></c><c r="C1"><v>2</v></c><c r="D1"><v>3</v></c></row>' +
        '<row r="2"><c r="A2"><f>B2+1</f></c><c r="B2"><f>A2+1</f></c><c r="C2"><f>SUM(C2:D2)</f></c></row>' +
        '<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3"><f>SUM(A3:A3)</f></c><c r="C3"><f>B3+1</f></c></row>',
    )
    expect(cellAt(book, 1, 1)).toEqual(computed(7))
    for (const [row, column] of [
      [2, 1],
      [2, 2],
      [2, 3],
      [3, 2],
      [3, 3],
    ] as const) {
      expect(cellAt(book, row, column)?.kind).toBe('formula')
    }
  })

  test('a formula that neighbours share moves with its cell, but for what is fixed', () => {
    const book = read(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>10</v></c><c r="C1"><f t="shared" ref="C1:C2" si="0">SUM(A1:$B1)+$A$1</f></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>20</v></c><c r="C2"><f t="shared" si="0"/></c></row>',
    )
    expect(cellAt(book, 1, 3)).toEqual(computed(12))
    expect(cellAt(book, 2, 3)).toEqual(computed(23))
  })

  test('a book that wants to be computed again has no trusted value of a sum', () => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1:A1)</f><v>0</v></c><c r="C1"><f>MAX(A1)</f><v>9</v></c></row>'
    const book = read(data, '<calcPr fullCalcOnLoad="1"/>')
    expect(cellAt(book, 1, 2)).toEqual(computed(1))
    expect(cellAt(book, 1, 3)).toEqual({ kind: 'number', value: 9 })
    expect(cellAt(read(data), 1, 2)).toEqual({ kind: 'number', value: 0 })
  })

  test('running totals over 20,000 rows, from above and from below, do not run out of stack', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      const row = index + 1
      const above = row === 1 ? 'A1' : `B${row - 1}+A${row}`
      const below = row === 20_000 ? `A${row}` : `C${row + 1}+A${row}`
      return `<row r="${row}"><c r="A${row}"><v>1</v></c><c r="B${row}"><f>${above}</f></c><c r="C${row}"><f>${below}</f></c></row>`
    })
    const book = read(rows.join(''))
    expect(cellAt(book, 20_000, 2)).toEqual(computed(20_000))
    expect(cellAt(book, 1, 3)).toEqual(computed(20_000))
  })

  test('sums equal those of plain addition', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(values, (numbers) => {
        const cells = numbers.map((value, index) => `<c r="${columnName(index + 1)}2"><v>${value}</v></c>`)
        const last = columnName(numbers.length)
        const book = read(
          `<row r="1"><c r="A1"><f>SUM(A2:${last}2)</f></c><c r="B1"><f>A1-${last}2</f></c></row><row r="2">${cells.join('')}</row>`,
        )
        const sum = numbers.reduce((left, right) => left + right, 0)
        expect(cellAt(book, 1, 1)).toEqual(computed(sum))
        expect(cellAt(book, 1, 2)).toEqual(computed(sum - (numbers.at(-1) ?? 0)))
      }),
      { numRuns: 40 },
    )
  })
})

describe('references', () => {
  test('names of columns and their numbers are each other’s reverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
        expect(columnOf(`${columnName(column)}7`)).toBe(column)
      }),
    )
  })

  test.each([
    ['A1:C3', true],
    ['$B$2', true],
    ['XFD1048576', true],
    ['XFE1', false],
    ['A1048577', false],
    ['A0', false],
    ['A1:B2:C3', false],
    ['', false],
  ])('%s: %s', (text, exists) => {
    expect(readRange(text) !== null).toBe(exists)
  })
})
