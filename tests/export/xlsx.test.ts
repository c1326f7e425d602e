import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadPaperFonts } from '../../src/main/export/fonts.ts'
import { renderPdf } from '../../src/main/export/pdf/render-pdf.ts'
import { numberFormat, safeText } from '../../src/main/export/xlsx/cells.ts'
import { renderWorkbook } from '../../src/main/export/xlsx/render-workbook.ts'
import { SheetNames } from '../../src/main/export/xlsx/sheet-names.ts'
import type { TableBlock } from '../../src/shared/paper/model.ts'
import { column, label, model, number } from './fixtures/build.ts'
import { councilModel } from './fixtures/council.ts'
import { tablesModel } from './fixtures/tables.ts'
import { readPdf } from './read-pdf.ts'
import { shownInExcel } from './shown-in-excel.ts'

const clock = new Date('2024-12-10T00:00:00Z')
const paper = councilModel()
let bytes = new Uint8Array()
const book = new ExcelJS.Workbook()

beforeAll(async () => {
  bytes = new Uint8Array(await renderWorkbook(paper, { clock }))
  await book.xlsx.load(Buffer.from(bytes).buffer)
})

const table = paper.blocks.find((block): block is TableBlock => block.kind === 'table')

describe('print workbook of a council paper', () => {
  test('one sheet for the text, one a table, one for the numbers of the chart', () => {
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['本文', '表１', '図１'])
  })

  test('each number is a real number, equal to the model, and shows what the PDF prints', async () => {
    const sheet = book.getWorksheet('表１')
    const pdf = await renderPdf(paper, { fonts: loadPaperFonts(), clock })
    const printed = (await readPdf(pdf.bytes)).pages
      .map((page) => page.text)
      .join('')
      .replace(/\s/gu, '')
    let numbers = 0
    table?.rows.forEach((row, at) => {
      row.cells.forEach((cell, index) => {
        if (cell.kind !== 'number') return
        const written = sheet?.getCell(5 + at, index + 1)
        if (cell.raw === null) {
          expect(written?.value).toBe(cell.display)
          return
        }
        numbers++
        expect(written?.value).toBe(cell.raw)
        const shown = shownInExcel(cell.raw, written?.numFmt ?? '')
        expect(shown).toBe(cell.provisional ? `${cell.display} p` : cell.display)
        expect(printed).toContain(shown.replace(' ', ''))
      })
    })
    expect(numbers).toBeGreaterThan(50)
  })

  test('heads are merged, frozen and repeated; the page is one wide', () => {
    const sheet = book.getWorksheet('表１')
    expect(sheet?.getCell('E3').value).toBe('令和５年度の増減')
    expect(sheet?.getCell('F3').isMerged).toBe(true)
    expect(sheet?.getCell('A4').master.address).toBe('A3')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 4 })
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: 'A1:G21',
      printTitlesRow: '1:4',
    })
  })

  test('under a chart stands what p means; its period is not cut off by the unit beside it', () => {
    const sheet = book.getWorksheet('図１')
    const texts: string[] = []
    sheet?.eachRow((row) => texts.push(String(row.getCell(1).value ?? '')))
    expect(texts).toContain('記号　p：速報値')
    const period = texts.find((text) => text.startsWith('対象期間')) ?? ''
    expect(period).not.toBe('')
    // Nine points instead of eleven: a full-width sign is some 1.7 half-width ones.
    expect(sheet?.getColumn(1).width ?? 0).toBeGreaterThan([...period].length * 1.5)
  })

  test('unit, notes, legend; a break is hatched, the column before it has a double line', () => {
    const sheet = book.getWorksheet('表１')
    expect(sheet?.getCell('G2').value).toBe('（単位：件、人、回、％）')
    expect(String(sheet?.getCell('A19').value)).toMatch(/^注１　令和６年度から/u)
    expect(String(sheet?.getCell('A21').value)).toMatch(/^記号　－/u)
    expect(sheet?.getCell('E18').fill).toMatchObject({ pattern: 'lightUp' })
    expect(sheet?.getCell('G5').border.left?.style).toBe('double')
  })

  test('columns are as wide as their Japanese text', () => {
    const sheet = book.getWorksheet('表１')
    // 「（再掲）訪問（アウトリーチ）」: 14 full-width characters and one of indent.
    expect(sheet?.getColumn(1).width ?? 0).toBeGreaterThanOrEqual(30)
  })

  test('stamps and standing are on every printed page', () => {
    for (const sheet of book.worksheets) {
      expect(sheet.headerFooter.oddHeader).toContain('［案］［庁内用（取扱注意）］［架空の数値］')
      expect(sheet.headerFooter.oddHeader).toContain('速報値（令和６年11月30日現在）')
      expect(sheet.headerFooter.oddFooter).toContain('&P')
    }
  })

  test('the text sheet reads like the paper and leads to the tables', () => {
    const sheet = book.getWorksheet('本文')
    const rows: unknown[] = []
    sheet?.eachRow((row) => rows.push(row.getCell(1).value))
    const texts = rows.filter((row) => typeof row === 'string')
    expect(texts).toContain('ひきこもり支援の取組について')
    expect(texts).toContain('（１）ひきこもりの定義')
    expect(texts.some((text) => text.includes('相談延べ件数274件'))).toBe(true)
    expect(
      texts.some((text) => text.startsWith('対象：満15歳以上') && text.includes('\n　　　関係機関')),
    ).toBe(true)
    expect(rows).toContainEqual(expect.objectContaining({ hyperlink: "#'表１'!A1" }))
  })

  test("the chart's numbers stand as a table with the break", () => {
    const sheet = book.getWorksheet('図１')
    expect(sheet?.getCell('A4').value).toBe('令和元年度')
    expect(sheet?.getCell('B4').value).toBe(256)
    expect(sheet?.getCell('B9').value).toBe('注１')
    expect(sheet?.getCell('B10').value).toBe(274)
  })

  test('equal papers have equal bytes; no person, path or time of the run', async () => {
    const again = await renderWorkbook(councilModel(), { clock })
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true)
    const core = new TextDecoder().decode(unzipSync(bytes)['docProps/core.xml'])
    expect(core).toContain('2024-12-10T00:00:00Z')
    expect(core).toMatch(/<dc:creator>福祉台帳<\/dc:creator>/u)
  })
})

test('a paper of tables only has no text sheet', async () => {
  const tables = new ExcelJS.Workbook()
  await tables.xlsx.load(Buffer.from(await renderWorkbook(tablesModel(), { clock })).buffer)
  expect(tables.worksheets.map((sheet) => sheet.name)).toEqual(['表１', '表２'])
  expect(tables.worksheets[0]?.pageSetup.orientation).toBe('landscape')
})

describe('number formats show what the paper prints', () => {
  test.each([
    [1234, 0, '1,234', ''],
    [-9, 0, '△9', ''],
    [-15.5, 1, '△15.5', ''],
    [0, 1, '0.0', ''],
    [28.8, 1, '28.8', ''],
    [120, 0, '約120', ''],
    [33, 0, '33（11/12か月分）', ' p'],
    [-1234567.8, 1, '約△1,234,567.8', ' p'],
    [2500, 0, '2500', ''],
  ] as const)('%s with %s decimals as %s', (raw, decimals, display, tail) => {
    expect(shownInExcel(raw, numberFormat(raw, decimals, display, tail))).toBe(display + tail)
  })
})

describe('texts that a spreadsheet would take for formulas', () => {
  test.each([
    ['=1+1', '＝1+1'],
    ['+81', '＋81'],
    ['-', '－'],
    ['@SUM(A1)', '＠SUM(A1)'],
    ['\t=1', '＝1'],
    ['\u0000\u001b=1\n2', '＝1\n2'],
    ['相談', '相談'],
    ['－', '－'],
  ])('%s becomes %s', (text, safe) => {
    expect(safeText(text)).toBe(safe)
  })

  test('a label in a table is made safe, and no cell of a book is a formula', async () => {
    const hostile: TableBlock = {
      kind: 'table',
      id: 't',
      editable: false,
      mark: '',
      title: "=HYPERLINK('x')",
      unit: '',
      columns: [column('=A1', { align: 'left' }), column('@値')],
      rows: [{ id: 'r', cells: [label('=cmd|/c calc'), number(1)] }],
      notes: [{ mark: '', text: '+注' }],
      legend: '',
      source: '',
    }
    const xlsx = new Uint8Array(await renderWorkbook(model([hostile]), { clock }))
    const entries = unzipSync(xlsx)
    const sheets = Object.keys(entries).filter((name) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets).toHaveLength(1)
    for (const name of sheets) expect(new TextDecoder().decode(entries[name])).not.toMatch(/<f[ >]/u)
    const strings = new TextDecoder().decode(entries['xl/sharedStrings.xml'])
    expect(strings).not.toMatch(/<t[^>]*>[=+@-]/u)
  })
})

test('sheet names are safe, short and different', () => {
  const names = new SheetNames()
  const wanted = ['表１', '表１', 'A/B:C*?[x]\\', 'あ'.repeat(40), 'あ'.repeat(40), "'引用'", '', 'History']
  const taken = wanted.map((name) => names.take(name))
  expect(taken.slice(0, 2)).toEqual(['表１', '表１（2）'])
  expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(taken.length)
  for (const name of taken) {
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[*?:/\\[\]]|^'|'$|^$/u)
  }
})
