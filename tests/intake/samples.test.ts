import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBook } from '../../src/main/intake/read-book.ts'
import type { Book } from '../../src/shared/intake/book.ts'
import { cellAt } from './support/refused.ts'

const folder = new URL('../../../shared/samples/', import.meta.url)
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder))
const read = (name: string): Book => readBook(bytesOf(name), name)

const cells = (book: Book) => book.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
const kinds = (book: Book): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const cell of cells(book)) if (cell !== null) counts[cell.kind] = (counts[cell.kind] ?? 0) + 1
  return counts
}

describe('the four books of the samples', () => {
  test('相談受付簿: a sheet a month, days as texts and as days, merged heads', () => {
    const book = read('相談受付簿_令和６年度.xlsx')
    expect(book.sheets.map(({ name }) => name)).toEqual([
      '4月',
      '5月',
      '6月',
      '7月',
      '8月',
      '9月',
      '10月',
      '11月',
      '12月',
      '1月',
      '2月',
      '3月',
    ])
    const records = book.sheets.flatMap(({ rows }) => rows.filter(({ cells: [no] }) => no?.kind === 'number'))
    expect(records).toHaveLength(413)
    const days = records.map(({ cells: [, day] }) => day?.kind)
    expect(days.filter((kind) => kind === 'day').length).toBeGreaterThan(100)
    expect(days.filter((kind) => kind === 'text').length).toBeGreaterThan(100)
    expect(cellAt(book, 39, 2)).toEqual({ kind: 'text', text: '令和６年13月１日' })
    expect(book.sheets[0]?.merges).toContainEqual({ fromRow: 3, fromColumn: 5, toRow: 3, toColumn: 7 })
    expect(cellAt(book, 3, 6)).toBeNull()
    expect(book.findings).toEqual([])
    expect(book.mark).toBeNull()
  })

  test('居場所: merged months, sums without a value computed, texts in them told', () => {
    const book = read('居場所_実施報告_令和６年度.xlsx')
    expect(kinds(book)).not.toHaveProperty('formula')
    expect(cellAt(book, 4, 2)).toEqual({ kind: 'day', day: '2024-04-03' })
    expect(cellAt(book, 4, 8)).toEqual({ kind: 'number', value: 7, computed: true })
    // 家族 「４」 is a text: SUM shows 7, not 11.
    expect(cellAt(book, 5, 6)).toEqual({ kind: 'text', text: '４' })
    expect(cellAt(book, 5, 8)).toEqual({ kind: 'number', value: 7, computed: true })
    expect(book.findings.map(({ code, count }) => [code, count])).toEqual([
      ['formulaComputed', 48],
      ['sumSkippedText', 10],
    ])
    expect(book.sheets[0]?.merges).toContainEqual({ fromRow: 4, fromColumn: 1, toRow: 7, toColumn: 1 })
  })

  test('就労準備支援: CP932, everything a text as written', () => {
    const book = read('就労準備支援_月次報告_令和６年度.csv')
    expect(book).toMatchObject({ format: 'csv', encoding: 'cp932', findings: [] })
    expect(Object.keys(kinds(book))).toEqual(['text'])
    expect(cellAt(book, 9, 5)).toEqual({ kind: 'text', text: '△6' })
    expect(cellAt(book, 7, 7)).toEqual({ kind: 'text', text: '－' })
    expect(cellAt(book, 11, 1)?.kind).toBe('text')
  })

  test('指標管理表: labels merged, numbers beside texts', () => {
    const book = read('指標管理表_第５期計画.xlsx')
    expect(book.sheets[0]).toMatchObject({ name: '指標', columnCount: 14 })
    expect(book.sheets[0]?.merges).toHaveLength(3)
    expect(cellAt(book, 4, 8)).toEqual({ kind: 'number', value: 320 })
    expect(cellAt(book, 5, 14)).toEqual({ kind: 'text', text: '７１' })
  })

  test('reading is a function of the bytes', () => {
    const name = '居場所_実施報告_令和６年度.xlsx'
    expect(read(name)).toEqual(read(name))
  })
})
