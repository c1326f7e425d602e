import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { annotatedCopy } from '../../../src/main/intake/annotate.ts'
import type { Book } from '../../../src/shared/intake/book.ts'
import { oneSheet, stylesOf, textCell } from '../../intake/support/make-xlsx.ts'
import { answer } from '../../intake/support/refused.ts'

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../shared/samples/${name}`, import.meta.url))
const place = sample('居場所_実施報告_令和６年度.xlsx')
const indicators = sample('指標管理表_第５期計画.xlsx')
const report = sample('就労準備支援_月次報告_令和６年度.csv')

/** `answer` throws on whatever is neither a book nor a typed error; a book always closes over its rows. */
function expectAnswer(bytes: Uint8Array): void {
  const given = answer(bytes)
  if (typeof given === 'string') return
  for (const sheet of given.sheets) {
    const numbers = sheet.rows.map(({ number }) => number)
    expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right))
    for (const { cells } of sheet.rows) {
      expect(cells.length).toBeLessThanOrEqual(sheet.columnCount)
      expect(cells.at(-1)).not.toBeNull()
    }
  }
}

const sheetsOf = (given: Book | string): string =>
  JSON.stringify(typeof given === 'string' ? given : given.sheets)

interface Change {
  readonly at: number
  readonly cut: number
  readonly insert: Uint8Array
  /** As many bytes go as come, so that places further behind stay where they were. */
  readonly replace: boolean
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(8),
  insert: fc.uint8Array({ maxLength: 8 }),
  replace: fc.boolean(),
})

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce((now, { at, cut, insert, replace }) => {
    const from = Math.floor(at * now.length)
    return Buffer.concat([
      now.subarray(0, from),
      insert,
      now.subarray(from + (replace ? insert.length : cut)),
    ])
  }, bytes)
}

const changes = fc.array(change, { minLength: 1, maxLength: 3 })

/** Attack: any bytes at all. */
describe('whatever bytes come in, a book or a typed error goes out', () => {
  test('noise, also behind the head of a zip, a compound file, a text', () => {
    const heads = [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xfe]]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, noise) => {
        expectAnswer(Uint8Array.from([...head, ...noise]))
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['a workbook', place],
    ['another', indicators],
    ['a CSV', report],
  ])('%s with bytes changed', (_, bytes) => {
    fc.assert(
      fc.property(changes, (some) => expectAnswer(changed(bytes, some))),
      { numRuns: 40 },
    )
  })

  test('parts changed before they are packed', () => {
    const files = unzipSync(indicators)
    const names = Object.keys(files).filter((name) => !name.startsWith('docProps'))
    fc.assert(
      fc.property(fc.constantFrom(...names), changes, (name, some) => {
        const part = changed(files[name] ?? new Uint8Array(), some)
        expectAnswer(zipSync({ ...files, [name]: part }, { level: 0 }))
      }),
      { numRuns: 100 },
    )
  })

  test('attributes and values replaced by others', () => {
    const files = unzipSync(indicators)
    const part = 'xl/worksheets/sheet1.xml'
    const text = strFromU8(files[part] ?? new Uint8Array())
    const values = fc.constantFrom(
      '-1',
      '0',
      'A0',
      'ZZZZ9',
      '1e999',
      'NaN',
      '99999999999',
      's',
      'str',
      'e',
      '',
    )
    fc.assert(
      fc.property(fc.nat(400), values, (nth, value) => {
        let seen = 0
        const other = text.replaceAll(/="[^"]*"/g, (whole) => (seen++ === nth ? `="${value}"` : whole))
        expectAnswer(zipSync({ ...files, [part]: strToU8(other) }, { level: 0 }))
      }),
      { numRuns: 80 },
    )
  })

  test('notes anywhere leave what the reader reads as it was', () => {
    const bytes = oneSheet(
      `<row r="2">${textCell('B2', 'あ')}<c r="D2"><v>1</v></c></row><row r="5" spans="1:2"/><row r="7">${textCell('A7', 'い')}</row>`,
      { styles: stylesOf(['0%']), behind: '<mergeCells><mergeCell ref="A7:B9"/></mergeCells>' },
    )
    const before = answer(bytes)
    const odd = fc.constantFrom('あ', '\u0000', '\uFFFF', '\uD800', '𠮷', '\n', '<', '&', '"', ']]>')
    const note = fc.record({
      place: fc.record({
        sheet: fc.constant('表'),
        row: fc.integer({ min: 1, max: 12 }),
        column: fc.option(fc.integer({ min: 1, max: 30 })),
      }),
      text: fc.string({ unit: odd, maxLength: 12 }),
      tone: fc.constantFrom('refused', 'warning', 'note'),
    })
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 8 }), (notes) => {
        const once = annotatedCopy(bytes, 'a.xlsx', notes)
        for (const copy of [once, annotatedCopy(once, 'a.xlsx', notes)]) {
          expect(sheetsOf(answer(copy))).toBe(sheetsOf(before))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('the verdict of a CSV stands in the row that the reader numbers so, and no other row changes', () => {
    const piece = fc.constantFrom('a', '件', ',', ',', '"', '""', '\n', '\r\n', ' ', '"b\nc"')
    const row = fc.integer({ min: 2, max: 6 })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), row, (pieces, at) => {
        const bytes = Buffer.from(`件,b\n${pieces.join('')}`)
        const before = answer(bytes, 'a.csv')
        if (typeof before === 'string') return
        const place = { sheet: 'a', row: at, column: 1 }
        const after = answer(annotatedCopy(bytes, 'a.csv', [{ place, text: '理由', tone: 'note' }]), 'a.csv')
        if (typeof after === 'string') throw new Error(after)
        const old = before.sheets[0]?.rows ?? []
        const texts = (cells: readonly unknown[] | undefined) => JSON.stringify(cells ?? [])
        for (const { number, cells } of after.sheets[0]?.rows ?? []) {
          const same = old.find((other) => other.number === number)?.cells ?? []
          if (number !== 1 && number !== at) expect(texts(cells)).toBe(texts(same))
          else expect(texts(cells.slice(0, same.length))).toBe(texts(same))
          if (number === at) expect(cells.at(-1)).toEqual({ kind: 'text', text: '理由' })
        }
      }),
      { numRuns: 400 },
    )
  })
})
