import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBook } from '../../../src/main/intake/read-book.ts'
import { markInSheets } from '../../../src/shared/intake/collection/locate.ts'
import { readCollection } from '../../../src/shared/intake/collection/read.ts'
import { monthsOf } from '../../../src/shared/time/calendar.ts'
import {
  bytesOf,
  codes,
  emptyBook,
  find,
  issueOf,
  mark,
  open,
  readBack,
  recordsIn,
  refusedIn,
  save,
  sheetNamed,
  type,
} from './support.ts'

const issue = issueOf('place', 'tally', '2024-04', '2024-06')
const months = monthsOf({ from: '2024-04', to: '2024-06' })
const lines = ['place.sessions', 'place.attendance', 'place.attendance|group=person', 'place.persons']

const typed = fc.oneof(
  fc
    .nat(5_000)
    .map((value) => ({ type: value as number | string, state: 'value', value: value as number | null })),
  fc.nat(5_000).map((value) => ({ type: `${value}人`, state: 'value', value: value as number | null })),
  fc.constantFrom(
    { type: '－', state: 'notApplicable', value: null },
    { type: '…', state: 'unknown', value: null },
    { type: '中止', state: 'cancelled', value: null },
    { type: '延期', state: 'postponed', value: null },
    { type: '未実施', state: 'notDone', value: null },
    { type: '', state: 'blank', value: null },
  ),
)

test('a filled grid reads back as it was filled, after rows were inserted, columns moved and sheets renamed', async () => {
  const empty = await emptyBook(issue)
  await fc.assert(
    fc.asyncProperty(
      fc.array(typed, { minLength: 12, maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      async (values, inserted, moved, renamed) => {
        const book = await open(empty)
        const sheet = sheetNamed(book, '月報')
        const wanted: string[] = []
        lines.forEach((line, row) => {
          months.forEach((month, column) => {
            const value = values[row * 3 + column]
            if (value === undefined) return
            type(sheet, line, month, value.type)
            wanted.push(`${line} ${month} ${value.state} ${value.value}`)
          })
        })
        if (inserted) sheet.insertRow(8, [])
        if (moved) {
          const last = sheet.columnCount
          for (let row = 1; row <= sheet.rowCount; row += 1) {
            const [a, b] = [sheet.getCell(row, 4), sheet.getCell(row, last)]
            const kept = a.value
            a.value = b.value
            b.value = kept
          }
        }
        if (renamed) sheet.name = '提出用（写し）'
        const read = recordsIn(readBack(await save(book), issue))
        const got = read.flatMap((record) => {
          if (record.kind !== 'tally') return []
          const cut = Object.entries(record.keys).map(([by, code]) => `|${by}=${code}`)
          return [`${record.statistic}${cut.join('')} ${record.month} ${record.state} ${record.value}`]
        })
        expect(got).toEqual(expect.arrayContaining(wanted))
        // Every cell that was asked for is there once, and nothing else.
        expect(got).toHaveLength(new Set(got.map((one) => one.split(' ').slice(0, 2).join(' '))).size)
        expect(read.every((record) => record.kind === 'tally' && record.party === 'contractor')).toBe(true)
      },
    ),
    { numRuns: 6 },
  )
})

test('the mark stands in three places, equal input gives equal bytes, and an empty book tells nothing', async () => {
  const bytes = await bytesOf(issue)
  expect(await bytesOf(issue)).toEqual(bytes)
  const book = readBook(bytes, '様式.xlsx')
  expect(book.mark).toBe(mark)
  expect(book.sheets.map(({ name }) => name)).toEqual(['記入要領', '月報'])
  // Saved again by a library that keeps no name of a text: the hidden sheet still says it.
  expect(readBook(await save(await open(bytes)), '様式.xlsx').mark).toBe(mark)
  const rows = readBack(bytes, issue)
  expect(refusedIn(rows)).toEqual([])
  expect(recordsIn(rows).every((record) => record.kind === 'tally' && record.state === 'blank')).toBe(true)
})

test.each([
  ['a head without its key', 'collectionColumnMissing'],
  ['a copied line', 'collectionRowTwice'],
  ['a deleted line', 'collectionRowMissing'],
  ['values sorted without their keys', 'collectionLabelMoved'],
  ['months moved without their keys', 'collectionHeadMoved'],
  ['a line of their own', 'collectionRowWithoutKey'],
  ['the hidden row deleted', 'collectionSheetMissing'],
  ['a sheet of another issue', 'collectionSheetForeign'],
  ['a negative number', 'negativeCount'],
  ['a fraction', 'numberUnreadable'],
  ['brackets', 'bracketsAsked'],
] as const)('%s: %s', async (what, code) => {
  const book = await open(await emptyBook(issue))
  const sheet = sheetNamed(book, '月報')
  const at = find(sheet, 'fd1:row:place.sessions').row
  const april = find(sheet, 'fd1:col:2024-04').column
  switch (what) {
    case 'a head without its key':
      sheet.getCell(1, april).value = null
      break
    case 'a copied line':
      sheet.getCell(30, 1).value = 'fd1:row:place.sessions'
      sheet.getCell(30, april).value = 3
      break
    case 'a deleted line':
      sheet.getCell(at, 1).value = null
      break
    case 'values sorted without their keys':
      sheet.getCell(at, 2).value = sheet.getCell(find(sheet, 'fd1:row:place.persons').row, 2).value
      break
    case 'months moved without their keys':
      sheet.getCell(6, april).value = '５月'
      break
    case 'a line of their own':
      sheet.getCell(30, 2).value = '見学者'
      sheet.getCell(30, april).value = 3
      break
    case 'the hidden row deleted':
      sheet.spliceRows(1, 1)
      break
    case 'a sheet of another issue':
      sheet.getCell(1, 1).value = String(sheet.getCell(1, 1).value).replaceAll('0000000000aa', '0000000000bb')
      break
    case 'a negative number':
      sheet.getCell(at, april).value = -3
      break
    case 'a fraction':
      sheet.getCell(at, april).value = 2.5
      break
    case 'brackets':
      sheet.getCell(at, april).value = '45（12）'
      break
  }
  expect(refusedIn(readBack(await save(book), issue))).toContain(code)
})

test('the year’s 実人数 are asked for in a book that reaches March, and read as the year’s', async () => {
  const whole = issueOf('place', 'tally', '2024-04', '2025-03')
  const book = await open(await bytesOf(whole))
  type(sheetNamed(book, '月報'), 'place.persons', 'year', 41)
  const found = recordsIn(readBack(await save(book), whole)).find(
    (record) => record.kind === 'tally' && record.month === null && record.statistic === 'place.persons',
  )
  expect(found).toMatchObject({ state: 'value', value: 41, fiscalYear: 2024, form: 'place' })
  const half = issueOf('place', 'tally', '2024-04', '2024-09')
  expect(
    recordsIn(readBack(await bytesOf(half), half)).some(
      (record) => record.kind === 'tally' && record.month === null,
    ),
  ).toBe(false)
})

test('a label that begins like a formula is a text in every cell', async () => {
  const evil = issueOf('place', 'records', '2024-04', '2024-04', [
    { code: 'x', label: '=HYPERLINK("http://x")' },
  ])
  const book = await open(await bytesOf(evil, '=1+1'))
  const texts: string[] = []
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.formula ?? '').not.toContain('HYPERLINK')
        if (typeof cell.value === 'string') texts.push(cell.value)
      }),
    ),
  )
  expect(texts.filter((text) => /^[=+@]/.test(text))).toEqual([])
  expect(texts).toContain('＝HYPERLINK("http://x")')
})

test('one sheet saved alone as CSV still says what it is', async () => {
  const book = await open(await emptyBook(issue))
  const sheet = sheetNamed(book, '月報')
  type(sheet, 'place.sessions', '2024-05', 7)
  const lines = Array.from({ length: sheet.rowCount }, (_row, row) =>
    Array.from({ length: sheet.columnCount }, (_column, column) => {
      const { value } = sheet.getCell(row + 1, column + 1)
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    }).join(','),
  )
  const csv = readBook(new TextEncoder().encode(`${lines.join('\r\n')}\r\n`), '月報.csv')
  expect(csv.mark).toBeNull()
  expect(markInSheets(csv)).toBe(mark)
  const told = readCollection(csv, issue, { codes, answers: {} }).filter(
    (row) => row.outcome === 'record' && row.record.kind === 'tally' && row.record.state === 'value',
  )
  expect(told).toMatchObject([{ record: { statistic: 'place.sessions', month: '2024-05', value: 7 } }])
})
