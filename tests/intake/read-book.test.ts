import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBook } from '../../src/main/intake/read-book.ts'
import { AppFailure, appError } from '../../src/shared/contract/errors.ts'
import type { SheetCell } from '../../src/shared/intake/book.ts'
import { describeError } from '../../src/shared/words/errors.ts'
import { oneSheet } from './support/make-xlsx.ts'

const rows = Array.from(
  { length: 4_000 },
  (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at * 7919}</v></c></row>`,
)

describe('reading a book', () => {
  test.each([
    ['a workbook', oneSheet(rows.join(''))],
    ['a CSV', Buffer.from('a,b\n'.repeat(4_000))],
  ])('%s can be stopped in the middle', (_, bytes) => {
    let calls = 0
    const watch = () => {
      if (++calls === 5) throw new AppFailure(appError('cancelled'))
    }
    expect(() => readBook(bytes, 'a', watch)).toThrow(
      expect.objectContaining({ appError: appError('cancelled') }),
    )
  })

  test('a refusal names the file and says what to do', () => {
    const read = () => readBook(new Uint8Array(), '\\\\server\\報告\\四月.xlsx')
    expect(read).toThrow(AppFailure)
    try {
      read()
    } catch (error) {
      const words = describeError((error as AppFailure).appError)
      expect(words.what).toContain('（四月.xlsx）')
      expect(words.next).not.toContain('{')
    }
  })

  test('what another program writes is read as it was meant', async () => {
    const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    const value = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.boolean(),
      fc.string({
        unit: fc.constantFrom('相', '談', 'ア', 'ｱ', '１', 'a', ' ', '<', '&', '"', '\n', '𠮷'),
        minLength: 1,
        maxLength: 8,
      }),
      day,
      fc.constant(null),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        async (table) => {
          const book = new ExcelJS.Workbook()
          const sheet = book.addWorksheet('表')
          for (const line of table) sheet.addRow(line)
          const read = readBook(new Uint8Array(await book.xlsx.writeBuffer()), 'a.xlsx').sheets[0]
          const found = table.map((line, at) => {
            const cells = read?.rows.find(({ number }) => number === at + 1)?.cells ?? []
            return line.map((_, column) => cells[column] ?? null)
          })
          expect(found).toEqual(table.map((line) => line.map(meant)))
        },
      ),
      { numRuns: 40 },
    )
  })
})

function meant(value: number | boolean | string | Date | null): SheetCell | null {
  if (value === null) return null
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value === 'string') return { kind: 'text', text: value }
  return { kind: 'day', day: value.toISOString().slice(0, 10) as `${number}-${number}-${number}` }
}
