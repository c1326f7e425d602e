import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readBook } from '../../src/main/intake/read-book.ts'
import { collectionMarkName } from '../../src/shared/intake/collection-mark.ts'
import { bookFiles, makeXlsx, oneSheet, stylesOf, textCell } from './support/make-xlsx.ts'
import { answer, cellAt } from './support/refused.ts'

const read = (bytes: Uint8Array) => readBook(bytes, 'C:\\報告\\四月.xlsx')

describe('cells of a workbook', () => {
  const strings = [
    '<si><t>電話</t></si>',
    '<si><r><rPr><b/></rPr><t>来所</t></r><r><t xml:space="preserve"> （面接）</t></r></si>',
    '<si><t>相談</t><rPh sb="0" eb="2"><t>ソウダン</t></rPh><phoneticPr fontId="1"/></si>',
    '<si><t>一行目_x000D_\n二行目_x005F_x000D_</t></si>',
    '<si><t></t></si>',
  ]
  const styles = stylesOf([14, 'yyyy"年"m"月"', 'h:mm', 9])
  test.each([
    ['<c r="A1" t="s"><v>0</v></c>', { kind: 'text', text: '電話' }],
    ['<c r="A1" t="s"><v>1</v></c>', { kind: 'text', text: '来所 （面接）' }],
    ['<c r="A1" t="s"><v>2</v></c>', { kind: 'text', text: '相談' }],
    ['<c r="A1" t="s"><v>3</v></c>', { kind: 'text', text: '一行目\r\n二行目_x000D_' }],
    ['<c r="A1" t="s"><v>4</v></c>', null],
    ['<c r="A1" t="inlineStr"><is><r><t>訪</t></r><r><t>問</t></r></is></c>', { kind: 'text', text: '訪問' }],
    ['<c r="A1"><v>12.5</v></c>', { kind: 'number', value: 12.5 }],
    ['<c r="A1"><v>1E3</v></c>', { kind: 'number', value: 1000 }],
    ['<c r="A1"><v>1e999</v></c>', { kind: 'text', text: '1e999' }],
    ['<c r="A1"/>', null],
    ['<c r="A1" s="1"><v>45385</v></c>', { kind: 'day', day: '2024-04-03' }],
    ['<c r="A1" s="2"><v>45385</v></c>', { kind: 'day', day: '2024-04-03', monthOnly: true }],
    ['<c r="A1" s="3"><v>0.5</v></c>', { kind: 'number', value: 0.5 }],
    ['<c r="A1" s="1"><v>0.5</v></c>', { kind: 'number', value: 0.5 }],
    ['<c r="A1" s="1"><v>60</v></c>', { kind: 'number', value: 60 }],
    ['<c r="A1" s="4"><v>0.882</v></c>', { kind: 'number', value: 0.882, percent: true }],
    ['<c r="A1" s="99"><v>3</v></c>', { kind: 'number', value: 3 }],
    ['<c r="A1" t="b"><v>1</v></c>', { kind: 'boolean', value: true }],
    ['<c r="A1" t="e"><v>#REF!</v></c>', { kind: 'error', text: '#REF!' }],
    ['<c r="A1" t="d"><v>2024-04-03T00:00:00</v></c>', { kind: 'day', day: '2024-04-03' }],
    ['<c r="A1" t="d"><v>10:30:00</v></c>', { kind: 'text', text: '10:30:00' }],
    ['<c r="A1" t="str"><f>A2&amp;""</f><v>継続</v></c>', { kind: 'text', text: '継続' }],
    ['<c r="A1"><f>[1]他!B2</f><v>7</v></c>', { kind: 'number', value: 7 }],
    ['<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>', null],
    ['<c r="A1"><f>VLOOKUP(A2,B:C,2)</f></c>', { kind: 'formula', formula: 'VLOOKUP(A2,B:C,2)' }],
  ])('%s', (cell, expected) => {
    const bytes = oneSheet(`<row r="1">${cell}</row>`, { strings, styles })
    expect(cellAt(read(bytes), 1, 1)).toEqual(expected)
  })

  test('places that are not written follow the one before', () => {
    const data = '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'
    const book = read(oneSheet(data))
    expect(book.sheets[0]?.rows.map(({ number, cells }) => [number, cells.length])).toEqual([
      [1, 5],
      [2, 1],
    ])
    expect(cellAt(book, 1, 5)).toEqual({ kind: 'number', value: 3 })
    expect(book.sheets[0]?.columnCount).toBe(5)
  })

  test('the name loses its folder, the digest is that of the bytes', () => {
    const bytes = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>')
    const book = read(bytes)
    expect(book.name).toBe('四月.xlsx')
    expect(book.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(read(bytes).digest).toBe(book.digest)
  })

  test('merged cells keep the upper left value alone; hidden rows and columns are told', () => {
    const cells = '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>'
    const data = `<row r="1">${cells}</row><row r="2" hidden="1"><c r="A2"><v>4</v></c></row><row r="3"><c r="C3"><v>5</v></c></row>`
    const book = read(
      oneSheet(data, {
        before: '<cols><col min="2" max="16384" hidden="1"/></cols>',
        behind: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
      }),
    )
    const [sheet] = book.sheets
    expect(sheet?.merges).toEqual([{ fromRow: 1, fromColumn: 1, toRow: 2, toColumn: 2 }])
    expect(sheet?.rows.map(({ number }) => number)).toEqual([1, 3])
    expect(sheet?.rows[0]?.cells).toEqual([{ kind: 'number', value: 1 }, null, { kind: 'number', value: 3 }])
    expect(sheet?.hiddenColumns).toEqual([2, 3])
  })

  test('1904, strict namespaces, prefixed elements, parts at other places', () => {
    const data = '<x:row r="1"><x:c r="A1" s="1"><x:v>43923</x:v></x:c></x:row>'
    const bytes = oneSheet(data, {
      prefix: 'x:',
      strict: true,
      folder: 'daten/tief',
      styles: stylesOf([14]),
      workbook: '<workbookPr date1904="1"/>',
    })
    expect(cellAt(read(bytes), 1, 1)).toEqual({ kind: 'day', day: '2024-04-03' })
  })

  test('names of parts with back slashes and other case, as some programs on Windows write them', () => {
    const files = bookFiles({ sheets: [{ name: '表', data: '<row r="1"><c r="A1"><v>5</v></c></row>' }] })
    const renamed = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name.replaceAll('/', '\\').toUpperCase(), bytes]),
    )
    expect(cellAt(read(zipSync(renamed)), 1, 1)).toEqual({ kind: 'number', value: 5 })
  })

  test('a part in UTF-16 and entries that are not packed', () => {
    const files = bookFiles({ sheets: [{ name: '表', data: `<row r="1">${textCell('A1', '来所')}</row>` }] })
    const part = 'xl/worksheets/sheet1.xml'
    const text = new TextDecoder().decode(files[part]).replace('UTF-8', 'UTF-16')
    const bytes = zipSync({ ...files, [part]: Buffer.from(`\uFEFF${text}`, 'utf16le') }, { level: 0 })
    expect(cellAt(read(bytes), 1, 1)).toEqual({ kind: 'text', text: '来所' })
  })

  test('hidden sheets, macros, links to other books, errors and lost characters are told once each', () => {
    const relationship = (type: string, target: string) =>
      `<Relationship Id="${type}" Type="http://schemas.microsoft.com/office/2006/relationships/${type}" Target="${target}"/>`
    const book = read(
      makeXlsx({
        sheets: [
          {
            name: '裏',
            state: 'veryHidden',
            data: '<row r="2"><c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="e"><v>#N/A</v></c></row>',
          },
          { name: '空', data: '' },
          { name: '外字', data: `<row r="1">${textCell('A1', '髙\uE000')}</row>` },
        ],
        relationships:
          relationship('externalLink', 'externalLinks/1.xml') + relationship('vbaProject', 'vba.bin'),
      }),
    )
    expect(book.sheets.map(({ hidden }) => hidden)).toEqual([true, false, false])
    expect(book.findings).toEqual([
      { code: 'externalLinks', sheet: null, row: null, column: null, count: 1 },
      { code: 'macros', sheet: null, row: null, column: null, count: 1 },
      { code: 'errorCell', sheet: '裏', row: 2, column: 2, count: 2 },
      { code: 'hiddenSheet', sheet: '裏', row: null, column: null, count: 1 },
      { code: 'emptySheet', sheet: '空', row: null, column: null, count: 1 },
      { code: 'unknownCharacters', sheet: '外字', row: 1, column: 1, count: 1 },
    ])
  })

  test('no external entity, no document type, no name of a prototype', () => {
    const files = bookFiles({ sheets: [{ name: '表', data: `<row r="1">${textCell('A1', '&x;')}</row>` }] })
    const part = 'xl/worksheets/sheet1.xml'
    const text = new TextDecoder().decode(files[part])
    const with1 = (head: string) =>
      zipSync({ ...files, [part]: new TextEncoder().encode(text.replace('?>\n', `?>\n${head}`)) })
    expect(answer(with1('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))).toBe('bookDamaged')
    expect(answer(with1(''))).toBe('bookDamaged')
    expect(answer(oneSheet(`<row r="1">${textCell('A1', '&constructor;')}</row>`))).toBe('bookDamaged')
    const named = oneSheet(
      `<row r="1">${textCell('A1', '__proto__')}<c r="B1" t="constructor"><v>1</v></c></row>`,
      {
        name: '__proto__',
      },
    )
    expect(cellAt(read(named), 1, 1)).toEqual({ kind: 'text', text: '__proto__' })
  })
})

describe('the mark of a collection book', () => {
  const data = '<row r="1"><c r="A1"><v>1</v></c></row>'
  const markSheet = {
    name: collectionMarkName,
    state: 'hidden' as const,
    data: `<row r="1">${textCell('A1', 'book:1')}</row>`,
  }
  test('is read from the defined name, from its sheet, and is absent elsewhere', () => {
    const named = `<definedNames><definedName name="${collectionMarkName}" hidden="1">"book:1"</definedName></definedNames>`
    expect(read(oneSheet(data, { workbook: named })).mark).toBe('book:1')
    const book = read(makeXlsx({ sheets: [{ name: '記入', data }, markSheet] }))
    expect(book.mark).toBe('book:1')
    expect(book.sheets.map(({ name }) => name)).toEqual(['記入'])
    expect(book.findings).toEqual([])
    expect(read(oneSheet(data)).mark).toBeNull()
  })

  test('a mark with other characters is none', () => {
    const named = `<definedNames><definedName name="${collectionMarkName}">表!$A$1</definedName></definedNames>`
    expect(read(oneSheet(data, { workbook: named })).mark).toBeNull()
  })
})
