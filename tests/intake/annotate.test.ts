import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { annotatedCopy, type BookNote } from '../../src/main/intake/annotate.ts'
import { readBook } from '../../src/main/intake/read-book.ts'
import { makeXlsx, oneSheet, stylesOf, textCell } from './support/make-xlsx.ts'

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../shared/samples/${name}`, import.meta.url))

const note = (
  row: number,
  column: number | null,
  text = '読めません。',
  tone: BookNote['tone'] = 'refused',
  sheet = '表',
): BookNote => ({
  place: { sheet, row, column },
  text,
  tone,
})

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book
}

const commentOf = (cell: ExcelJS.Cell): string => {
  const { note: comment } = cell
  if (comment === undefined) return ''
  return typeof comment === 'string' ? comment : (comment.texts ?? []).map(({ text }) => text).join('')
}

const fillOf = (cell: ExcelJS.Cell): string | undefined => {
  const { fill } = cell
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
}

const changedParts = (before: Uint8Array, after: Uint8Array): readonly string[] => {
  const old = unzipSync(before)
  return Object.entries(unzipSync(after))
    .filter(([name, bytes]) => !Buffer.from(old[name] ?? '').equals(Buffer.from(bytes)))
    .map(([name]) => name)
    .sort()
}

describe('the annotated copy of a workbook', () => {
  test('of a sample: comments and colours there, cells and formats as they were, other parts equal', async () => {
    const name = '相談受付簿_令和６年度.xlsx'
    const bytes = sample(name)
    const copy = annotatedCopy(bytes, name, [
      note(39, 2, '受付日「令和６年13月１日」は読めません。', 'refused', '4月'),
      note(40, 2, '曜日が違います。', 'warning', '4月'),
      note(33, null, '年齢「abc」は読めません。', 'refused', '5月'),
    ])
    expect(changedParts(bytes, copy)).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/styles.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
    const { digest: _, ...before } = readBook(bytes, name)
    const { digest: __, ...after } = readBook(copy, name)
    expect(after).toEqual(before)

    const old = (await open(bytes)).getWorksheet('4月')
    const book = await open(copy)
    const april = book.getWorksheet('4月')
    const refused = april?.getCell('B39')
    const warned = april?.getCell('B40')
    expect(refused && commentOf(refused)).toBe(
      '【福祉台帳：取り込めません】\n受付日「令和６年13月１日」は読めません。',
    )
    expect(refused && fillOf(refused)).toBe('FFFFC7CE')
    expect(warned && fillOf(warned)).toBe('FFFFEB9C')
    expect(warned?.numFmt).toBe(old?.getCell('B40').numFmt)
    expect(warned?.border).toEqual(old?.getCell('B40').border)
    expect(april && fillOf(april.getCell('C39'))).toBeUndefined()
    const may = book.getWorksheet('5月')?.getCell('A33')
    expect(may && commentOf(may)).toContain('年齢「abc」')
  })

  test('cells and rows that are not written, merged and self-closing ones', async () => {
    const data = `<row r="2" spans="1:3"><c r="B2"><v>1</v></c></row><row r="4" s="1" customFormat="1"/><row r="9">${textCell('A9', '末')}</row>`
    const bytes = oneSheet(data, {
      styles: stylesOf([9]),
      behind: '<mergeCells><mergeCell ref="A9:C12"/></mergeCells>',
    })
    const copy = annotatedCopy(bytes, 'a.xlsx', [
      note(1, 1),
      note(2, 1),
      note(2, 2),
      note(2, 4),
      note(4, 2),
      note(6, 3),
      note(11, 2),
      note(20, 5),
    ])
    const sheet = (await open(copy)).getWorksheet('表')
    const places = ['A1', 'A2', 'B2', 'D2', 'B4', 'C6', 'A9', 'E20']
    for (const place of places) {
      const cell = sheet?.getCell(place)
      expect([place, cell && fillOf(cell), cell && commentOf(cell) !== '']).toEqual([place, 'FFFFC7CE', true])
    }
    expect(sheet?.getCell('B4').numFmt).toBe('0%')
    expect(strFromU8(unzipSync(copy)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('spans')
    expect(readBook(copy, 'a').sheets).toEqual(readBook(bytes, 'a').sheets)
  })

  test('comments that stand already are kept; ours follow theirs on the same cell', async () => {
    const once = annotatedCopy(
      oneSheet(`<row r="1">${textCell('A1', 'x')}${textCell('B1', 'y')}</row>`, { styles: stylesOf([]) }),
      'a.xlsx',
      [note(1, 1, '一度目')],
    )
    const twice = annotatedCopy(once, 'a.xlsx', [note(1, 1, '二度目 & <b>'), note(1, 2, '別のセル')])
    const sheet = (await open(twice)).getWorksheet('表')
    expect(sheet && commentOf(sheet.getCell('A1'))).toMatch(
      /一度目\n【福祉台帳：取り込めません】\n二度目 & <b>$/,
    )
    expect(sheet && commentOf(sheet.getCell('B1'))).toContain('別のセル')
    const parts = Object.keys(unzipSync(twice)).filter((name) => /comments|vml/i.test(name))
    expect(parts).toEqual(['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml'])
    const boxes = strFromU8(unzipSync(twice)['xl/drawings/vmlDrawing1.vml'] ?? new Uint8Array())
    expect(boxes.match(/<v:shape /g)).toHaveLength(2)
  })

  test('charts, macros and form controls survive byte for byte; the new drawing stands in its order', () => {
    const others = {
      'xl/vbaProject.bin': new Uint8Array([1, 2, 3, 0, 255]),
      'xl/charts/chart1.xml': strToU8('<c:chart xmlns:c="urn:x"><!-- not ours --></c:chart>'),
    }
    const bytes = makeXlsx({
      sheets: [
        {
          name: '表',
          data: '<row r="1"><c r="A1"><v>1</v></c></row>',
          behind: '<drawing r:id="d1"/><tableParts count="0"/><extLst><ext uri="x"/></extLst>',
          relationships: '<Relationship Id="d1" Type="http://x/drawing" Target="../drawings/drawing1.xml"/>',
        },
        { name: '別', data: '' },
      ],
      styles: stylesOf([]),
      others,
    })
    const copy = unzipSync(annotatedCopy(bytes, 'a.xlsm', [note(1, 1)]))
    expect(copy['xl/vbaProject.bin']).toEqual(others['xl/vbaProject.bin'])
    expect(copy['xl/charts/chart1.xml']).toEqual(others['xl/charts/chart1.xml'])
    const sheet = strFromU8(copy['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<drawing [^>]*\/><legacyDrawing [^>]*r:id="rIdF2"\/><tableParts/)
  })

  test('strict books, prefixed elements, a book without styles', () => {
    for (const book of [{ strict: true }, { prefix: 'x:' }] as const) {
      const row =
        'prefix' in book
          ? '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
          : '<row r="1"><c r="A1"><v>1</v></c></row>'
      const bytes = oneSheet(row, book)
      const copy = annotatedCopy(bytes, 'a.xlsx', [note(1, 1), note(3, 2)])
      expect(readBook(copy, 'a').sheets).toEqual(readBook(bytes, 'a').sheets)
      const parts = unzipSync(copy)
      expect(Object.keys(parts)).toContain('xl/styles1.xml')
      const comments = strFromU8(parts['xl/comments1.xml'] ?? new Uint8Array())
      expect(comments.includes('purl.oclc.org')).toBe('strict' in book)
    }
  })

  test('a note for a sheet that is not there is a bug of the caller', () => {
    const bytes = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>')
    expect(() => annotatedCopy(bytes, 'a.xlsx', [note(1, 1, 'x', 'note', '無い')])).toThrow(RangeError)
  })

  test('notes on every one of 5,000 rows: colours everywhere, comments up to their limit', () => {
    const rows = Array.from(
      { length: 5_200 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    )
    const bytes = oneSheet(rows.join(''), { styles: stylesOf([]) })
    const copy = annotatedCopy(
      bytes,
      'a.xlsx',
      rows.map((_, at) => note(at + 1, 1)),
    )
    const parts = unzipSync(copy)
    const count = (part: string, pattern: RegExp) =>
      strFromU8(parts[part] ?? new Uint8Array()).match(pattern)?.length
    expect(count('xl/worksheets/sheet1.xml', / s="1"/g)).toBe(5_200)
    expect(count('xl/comments1.xml', /<comment /g)).toBe(5_000)
  })
})

describe('the annotated copy of a CSV', () => {
  test('two columns more in the same encoding; every line as it was written', () => {
    const name = '就労準備支援_月次報告_令和６年度.csv'
    const bytes = sample(name)
    const notes = [
      note(5, 3, '実人数が延べ件数より多い〜', 'warning', 'x'),
      note(5, 4, '二つ目', 'refused', 'x'),
    ]
    const copy = annotatedCopy(bytes, name, notes, 3)
    expect(readBook(copy, name).encoding).toBe('cp932')
    const before = iconv.decode(Buffer.from(bytes), 'cp932').split('\r\n')
    const after = iconv.decode(Buffer.from(copy), 'cp932').split('\r\n')
    expect(after[2]).toBe(`${before[2]},"判定","理由"`)
    expect(after[4]).toMatch(/,"確認してください","実人数が延べ件数より多い～"$|,"取り込めません","/)
    expect(after[4]).toBe(
      `${before[4]},"取り込めません","二つ目"`.replace('"二つ目"', '"実人数が延べ件数より多い～ ／ 二つ目"'),
    )
    expect(after.filter((_, index) => index !== 2 && index !== 4)).toEqual(
      before.filter((_, index) => index !== 2 && index !== 4),
    )
  })

  test('embedded breaks, missing last line end, tabs, formulas made safe', () => {
    const bytes = Buffer.from('a\t"b\nc"\n1\t2\t3\n=1+1')
    const copy = annotatedCopy(bytes, 'a.csv', [note(2, 1, '=cmd "x"'), note(3, 1, 'y', 'note')])
    expect(Buffer.from(copy).toString()).toBe(
      'a\t"b\nc"\t\t"判定"\t"理由"\n1\t2\t3\t"取り込めません"\t"\'=cmd ""x"""\n=1+1\t\t\t"お知らせ"\t"y"',
    )
  })

  test.each([
    ['utf-8-bom', Buffer.from('\uFEFF受付日,件数\r\n4/1,2\r\n')],
    ['utf-16', Buffer.from('\uFEFF受付日,件数\r\n4/1,2\r\n', 'utf16le')],
    ['utf-16', Buffer.from('\uFEFF受付日,件数\r\n4/1,2\r\n', 'utf16le').swap16()],
    ['utf-8', Buffer.from('受付日,件数\r\n4/1,2\r\n')],
  ])('%s stays as it is', (encoding, bytes) => {
    const copy = readBook(annotatedCopy(bytes, 'a.csv', [note(2, 1)]), 'a.csv')
    expect(copy.encoding).toBe(encoding)
    expect(copy.sheets[0]?.rows[1]?.cells).toHaveLength(4)
  })
})
