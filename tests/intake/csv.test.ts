import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readBook } from '../../src/main/intake/read-book.ts'
import { answer, cellAt } from './support/refused.ts'

const read = (bytes: Uint8Array | string) =>
  readBook(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, 'dir/月報.csv')

const texts = (bytes: Uint8Array | string) =>
  read(bytes).sheets[0]?.rows.map(({ number, cells }) => [
    number,
    ...cells.map((cell) => (cell?.kind === 'text' ? cell.text : null)),
  ])

const line = '受付日,件数,備考\r\n令和６年４月３日,１２,〜髙①\r\n'

describe('encodings of a CSV', () => {
  test.each([
    ['utf-8', Buffer.from(line)],
    ['utf-8-bom', Buffer.from(`\uFEFF${line}`)],
    ['utf-16', Buffer.from(`\uFEFF${line}`, 'utf16le')],
    ['utf-16', Buffer.from(`\uFEFF${line}`, 'utf16le').swap16()],
    ['cp932', iconv.encode(line.replace('〜', '～'), 'cp932')],
    ['utf-8', Buffer.from('a,b\r\n1,2\r\n')],
  ])('%s is found from the bytes', (encoding, bytes) => {
    const book = read(bytes)
    expect(book.encoding).toBe(encoding)
    expect(book.findings).toEqual([])
    expect(book.sheets[0]?.name).toBe('月報')
    if (bytes.length > 30) expect(cellAt(book, 1, 1)).toEqual({ kind: 'text', text: '受付日' })
  })

  test('half-width katakana alone, as old systems write it, is CP932', () => {
    expect(read(iconv.encode('ｿｳﾀﾞﾝ,ﾎｳﾓﾝ\r\nｱｲｳ,ｴｵ\r\n', 'cp932')).encoding).toBe('cp932')
  })

  test.each([
    ['EUC-JP', iconv.encode(line.replace(/[〜髙①]/g, ''), 'euc-jp')],
    ['JIS', Buffer.from('\u001b$B<uIUF|\u001b(B,1\r\n')],
  ])('%s is refused, not read as garbage', (_, bytes) => {
    expect(answer(bytes)).toBe('bookEncodingUnknown')
  })

  test('a single byte that fits nowhere is told with its place', () => {
    const good = iconv.encode(line.repeat(20).replaceAll('〜', ''), 'cp932')
    const book = read(Buffer.concat([good, Buffer.from([0x82, 0x20, 0x2c, 0x31, 0x0d, 0x0a])]))
    expect(book.encoding).toBe('cp932')
    expect(book.findings).toMatchObject([{ code: 'unknownCharacters', row: 41, column: 1, count: 1 }])
  })

  test('UTF-8 that is cut within a character stays UTF-8', () => {
    const book = read(Buffer.from(line.repeat(3)).subarray(0, -4))
    expect(book.encoding).toBe('utf-8')
    expect(book.findings).toMatchObject([{ code: 'unknownCharacters', count: 1 }])
    expect(cellAt(book, 1, 1)).toEqual({ kind: 'text', text: '受付日' })
  })

  test('外字 of one office’s PCs is told', () => {
    const book = read(Buffer.concat([iconv.encode('氏名,', 'cp932'), Buffer.from([0xf0, 0x40])]))
    expect(book.findings).toMatchObject([{ code: 'unknownCharacters', column: 2 }])
  })
})

describe('the form of a CSV', () => {
  test.each<[string, string, (string | number | null)[][]]>([
    [
      'quotes, embedded breaks and commas',
      'a,"b\r\nc, ""d"""\r\ne',
      [
        [1, 'a', 'b\r\nc, "d"'],
        [2, 'e'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2,5\n',
      [
        [1, 'a', 'b'],
        [2, '1,5', '2,5'],
      ],
    ],
    [
      'semicolons',
      'a;b;c\n1,5;2;3\n',
      [
        [1, 'a', 'b', 'c'],
        [2, '1,5', '2', '3'],
      ],
    ],
    [
      'empty lines have numbers',
      'a\n\n\nb',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    [
      'lines of commas hold nothing',
      'a,b\n,,\nc',
      [
        [1, 'a', 'b'],
        [3, 'c'],
      ],
    ],
    ['a quote within a word', 'a"b,c\n', [[1, 'a"b', 'c']]],
    [
      'old Mac line ends',
      'a,b\rc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'mixed line ends, and the end mark of old systems',
      'a,b\nc,d\r\ne,f\rg\u001a',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
        [3, 'e', 'f'],
        [4, 'g'],
      ],
    ],
    [
      'formulas stay texts',
      '=SUM(A1:B1),"=cmd|\'/c calc\'!A1",+1',
      [[1, '=SUM(A1:B1)', "=cmd|'/c calc'!A1", '+1']],
    ],
    ['numbers stay texts', '007,1e3', [[1, '007', '1e3']]],
  ])('%s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  test('a quote that never ends is refused with its line', () => {
    expect(answer(Buffer.from('a,b\n"c,d\ne,f\n'), 'x.csv')).toBe('bookQuoteOpen')
  })

  test('what was written comes back', () => {
    const word = fc.stringMatching(/^[あ-ん漢字a-z0-9 ,;"\n]{1,6}$/)
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const csv = rows
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
            .join('\r\n')
          expect(texts(csv)?.map(([, ...cells]) => cells)).toEqual(rows)
        },
      ),
      { numRuns: 200 },
    )
  })
})
