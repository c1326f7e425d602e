import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import type { BookErrorCode } from '../../../src/main/intake/refuse.ts'
import type { BookFinding } from '../../../src/shared/intake/book.ts'
import {
  bookFiles,
  makeXlsx,
  oneSheet,
  stylesOf,
  textCell,
  transitional,
} from '../../intake/support/make-xlsx.ts'
import { entryOf, repeatedPart, zipOf } from './packed-parts.ts'

/** A file that comes in, and the answer that it must get: a typed error, or a book with these findings. */
export interface HostileFile {
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly refused?: BookErrorCode
  readonly findings?: readonly BookFinding['code'][]
  /** Rows of all sheets. */
  readonly rows?: number
}

const one = '<row r="1"><c r="A1"><v>1</v></c></row>'
const sheetPart = 'xl/worksheets/sheet1.xml'
const plain = () => bookFiles({ sheets: [{ name: '表', data: one }], styles: stylesOf([]) })
const sheetHead = `<worksheet xmlns="${transitional}"><sheetData>`
const sheetTail = `${one.replace('r="1"', '')}</sheetData></worksheet>`
const million = (row: string, times = 1_000) =>
  zipOf(plain(), [repeatedPart(sheetPart, sheetHead, row.repeat(1_000), times, sheetTail)])

/** A compound file with the names of its streams, as its directory holds them. */
const compound = (...names: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1016),
    ...names.map((name) => Buffer.concat([Buffer.from(`${name}\0`, 'utf16le'), Buffer.alloc(64)])),
    Buffer.alloc(1024),
  ])

const sample = () =>
  readFileSync(new URL('../../../../shared/samples/相談受付簿_令和６年度.xlsx', import.meta.url))

const nothing = new Uint8Array()
const entryHead = Buffer.from([0x50, 0x4b, 0x01, 0x02])

const encryptedEntries = (): Uint8Array => {
  const bytes = Buffer.from(makeXlsx({ sheets: [{ name: '表', data: one }] }))
  for (let at = bytes.indexOf(entryHead); at >= 0; at = bytes.indexOf(entryHead, at + 4)) {
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
  }
  return bytes
}

const reference = (type: string, target: string) =>
  `<Relationship Id="${type}" Type="http://x/${type}" Target="${target}"/>`

const inSheet = (data: string) => () => oneSheet(data)
const csv = (text: string) => () => Buffer.from(text)

export const hostileFiles: readonly HostileFile[] = [
  // what they are not
  { name: 'empty.xlsx', bytes: () => new Uint8Array(), refused: 'bookEmpty' },
  {
    name: 'picture.xlsx',
    bytes: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    refused: 'bookOtherKind',
  },
  {
    name: 'noise.csv',
    bytes: () => Buffer.from([...Array(4_000).keys()].map((at) => (at * 73) % 251)),
    refused: 'bookOtherKind',
  },
  { name: 'pdf.xlsx', bytes: csv('%PDF-1.7\n%âãÏÓ\n'), refused: 'bookPdf' },
  {
    name: 'web.xls',
    bytes: csv('\r\n<HTML><table><tr><td>1</td></tr></table></HTML>'),
    refused: 'bookWebPage',
  },
  {
    name: 'xml.xls',
    bytes: csv('\uFEFF<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
    refused: 'bookWebPage',
  },
  { name: 'word.xlsx', bytes: () => zipSync({ 'word/document.xml': strToU8('<w/>') }), refused: 'bookWord' },
  { name: 'rich.csv', bytes: csv('{\\rtf1\\ansi}'), refused: 'bookWord' },
  {
    name: 'ods.xlsx',
    bytes: () =>
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }, { level: 0 }),
    refused: 'bookOds',
  },
  {
    name: 'binary.xlsx',
    bytes: () => zipSync({ 'xl/workbook.bin': new Uint8Array(9) }),
    refused: 'bookBinaryExcel',
  },
  { name: 'photos.zip', bytes: () => zipSync({ 'a.jpg': new Uint8Array(9) }), refused: 'bookOtherKind' },
  {
    name: 'password.xlsx',
    bytes: () => compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
    refused: 'bookEncrypted',
  },
  { name: 'locked-entries.xlsx', bytes: encryptedEntries, refused: 'bookEncrypted' },
  { name: 'old.xls', bytes: () => compound('Root Entry', 'Workbook'), refused: 'bookOldExcel' },
  { name: 'older.xls', bytes: () => compound('Root Entry', 'Book'), refused: 'bookOldExcel' },
  {
    name: 'oldest.xls',
    bytes: () => Buffer.from([0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00]),
    refused: 'bookOldExcel',
  },
  { name: 'word.doc', bytes: () => compound('Root Entry', 'WordDocument'), refused: 'bookWord' },
  // broken
  { name: 'half.xlsx', bytes: () => sample().subarray(0, 30_000), refused: 'bookTruncated' },
  { name: 'last-byte.xlsx', bytes: () => sample().subarray(0, -1), refused: 'bookTruncated' },
  {
    name: 'no-sheet-part.xlsx',
    bytes: () =>
      makeXlsx({
        sheets: [{ name: '表', data: one }],
        relationships: reference('styles', '../../../etc/passwd'),
      }),
    rows: 1,
  },
  {
    name: 'outside.xlsx',
    bytes: () =>
      zipOf(
        {
          ...plain(),
          'xl/_rels/workbook.xml.rels': strToU8(
            `<Relationships>${reference('worksheet', '../../../../etc/passwd').replace('"worksheet"', '"s1"')}</Relationships>`,
          ),
        },
        [],
      ),
    refused: 'bookDamaged',
  },
  {
    name: 'no-such-text.xlsx',
    bytes: inSheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
    refused: 'bookDamaged',
  },
  { name: 'rows-backwards.xlsx', bytes: inSheet('<row r="2"/><row r="1"/>'), refused: 'bookDamaged' },
  { name: 'far-row.xlsx', bytes: inSheet('<row r="1048577"><c><v>1</v></c></row>'), refused: 'bookDamaged' },
  {
    name: 'not-closed.xlsx',
    bytes: () => zipOf({ ...plain(), [sheetPart]: strToU8('<worksheet><sheetData>') }, []),
    refused: 'bookDamaged',
  },
  // made to be costly
  {
    name: 'zeros-in-sheet.xlsx',
    bytes: () => zipOf(plain(), [repeatedPart(sheetPart, '', '\0'.repeat(100_000), 1_000, '')]),
    refused: 'bookDamaged',
  },
  {
    name: 'zeros-beside.xlsx',
    bytes: () => zipOf(plain(), [repeatedPart('xl/media/image1.png', '', '\0'.repeat(100_000), 1_000, '')]),
    rows: 1,
  },
  { name: 'blanks-in-sheet.xlsx', bytes: () => million(' '.repeat(100)), refused: 'bookBomb' },
  {
    name: 'endless-text.xlsx',
    bytes: () =>
      zipOf(plain(), [
        repeatedPart(
          sheetPart,
          `${sheetHead}<row><c t="str"><v>`,
          'あ'.repeat(10_000),
          3_000,
          `</v></c></row></sheetData></worksheet>`,
        ),
      ]),
    refused: 'bookBomb',
  },
  {
    name: 'endless-tag.xlsx',
    bytes: () =>
      zipOf(plain(), [repeatedPart(sheetPart, `${sheetHead}<row `, `x${' '.repeat(999)}`, 9_000, '')]),
    refused: 'bookDamaged',
  },
  {
    name: 'deep.xlsx',
    bytes: () => zipOf(plain(), [repeatedPart(sheetPart, '', '<a>'.repeat(1_000), 1_000, '')]),
    refused: 'bookDamaged',
  },
  {
    name: 'laughs.xlsx',
    bytes: () =>
      zipOf(
        {
          ...plain(),
          [sheetPart]: strToU8(
            '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',
          ),
        },
        [],
      ),
    refused: 'bookDamaged',
  },
  { name: 'million-empty-rows.xlsx', bytes: () => million('<row ht="15"/>'), rows: 1 },
  {
    name: 'styled-empty-rows.xlsx',
    bytes: () => million('<row s="1"><c s="1"/><c s="1"/></row>', 300),
    rows: 1,
  },
  {
    name: 'million-sheets.xlsx',
    bytes: () =>
      makeXlsx({ sheets: Array.from({ length: 1_001 }, (_, at) => ({ name: `${at}`, data: '' })) }),
    refused: 'bookTooLarge',
  },
  {
    name: 'many-entries.xlsx',
    bytes: () =>
      zipOf(
        {},
        Array.from({ length: 20_001 }, (_, at) => entryOf(`${at}`, nothing, 0, 0, 0)),
      ),
    refused: 'bookTooLarge',
  },
  {
    name: 'same-sheet-often.xlsx',
    bytes: () =>
      zipOf(
        {
          ...plain(),
          'xl/workbook.xml': strToU8(
            `<workbook xmlns:r="r"><sheets>${'<sheet name="x" r:id="s1"/>'.repeat(900)}</sheets></workbook>`,
          ),
        },
        [repeatedPart(sheetPart, sheetHead, `<!--${'x'.repeat(99_990)}-->`, 90, sheetTail)],
      ),
    refused: 'bookDamaged',
  },
  {
    name: 'too-long.xlsx',
    bytes: () =>
      zipOf(plain(), [repeatedPart(sheetPart, sheetHead, `<!--${'x'.repeat(99_990)}-->`, 1_700, sheetTail)]),
    refused: 'bookTooLarge',
  },
  {
    name: 'claims-less.xlsx',
    bytes: () => {
      const part = repeatedPart(sheetPart, sheetHead, '<row/>'.repeat(10_000), 1_000, sheetTail)
      return zipOf(plain(), [{ ...part, size: 1_000 }])
    },
    refused: 'bookDamaged',
  },
  {
    name: 'merged-everything.xlsx',
    bytes: () =>
      oneSheet(`${one}<row r="9"><c r="C9"><v>2</v></c></row>`, {
        behind: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      }),
    rows: 1,
  },
  {
    name: 'merges-over-merges.xlsx',
    bytes: () =>
      oneSheet('<row><c><v>1</v></c></row>'.repeat(3_000), {
        behind: `<mergeCells>${'<mergeCell ref="A1:B1048576"/>'.repeat(20_000)}</mergeCells>`,
      }),
    refused: 'bookTooLarge',
  },
  {
    name: 'far-cells.xlsx',
    bytes: inSheet('<row><c r="XFD1"><v>1</v></c><c r="A1"><v>1</v></c></row>'.repeat(9_000)),
    findings: ['cutCells'],
    rows: 9_000,
  },
  {
    name: 'holes.xlsx',
    bytes: inSheet('<row><c r="AMJ1"><v>1</v></c></row>'.repeat(9_000)),
    refused: 'bookTooLarge',
  },
  {
    name: 'long-text.xlsx',
    bytes: () => oneSheet(`<row r="1">${textCell('A1', 'あ'.repeat(100_000))}</row>`),
    findings: ['cutCells'],
    rows: 1,
  },
  {
    name: 'sums-of-everything.xlsx',
    bytes: inSheet('<row><c><v>1</v></c><c><f>SUM(A1:A1048576)</f></c></row>'.repeat(9_000)),
    findings: ['formulaComputed', 'formulaWithoutValue'],
    rows: 9_000,
  },
  {
    name: 'circle.xlsx',
    bytes: inSheet('<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>A1</f></c></row>'),
    findings: ['formulaWithoutValue'],
    rows: 1,
  },
  // what they bring along
  {
    name: 'links.xlsx',
    bytes: () => {
      const relationships = reference('externalLink', 'externalLinks/externalLink1.xml')
      return makeXlsx({ sheets: [{ name: '表', data: one }], relationships })
    },
    findings: ['externalLinks'],
    rows: 1,
  },
  {
    name: 'macros.xlsm',
    bytes: () => {
      const others = { 'xl/vbaProject.bin': new Uint8Array(99) }
      const relationships = reference('vbaProject', 'vbaProject.bin')
      return makeXlsx({ sheets: [{ name: '表', data: one }], relationships, others })
    },
    findings: ['macros'],
    rows: 1,
  },
  {
    name: 'hidden.xlsx',
    bytes: () =>
      makeXlsx({
        sheets: [
          { name: '表', data: one },
          { name: '裏', state: 'veryHidden', data: one },
        ],
      }),
    findings: ['hiddenSheet'],
    rows: 2,
  },
  {
    name: 'commands.xlsx',
    bytes: inSheet(
      `<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x","押す")</f><v>押す</v></c><c r="B1"><f>cmd|'/c calc'!A0</f></c></row>`,
    ),
    findings: ['formulaWithoutValue'],
    rows: 1,
  },
  // CSV
  { name: 'commands.csv', bytes: csv("=cmd|'/c calc'!A0,@SUM(1),+1\r\n"), rows: 1 },
  {
    name: 'euc.csv',
    bytes: () => iconv.encode('受付日,件数\r\nひきこもり,１\r\n', 'euc-jp'),
    refused: 'bookEncodingUnknown',
  },
  {
    name: 'mixed.csv',
    bytes: () => Buffer.concat([iconv.encode('受付日,件数\r\n'.repeat(20), 'cp932'), Buffer.from([0xff])]),
    findings: ['unknownCharacters'],
    rows: 21,
  },
  { name: 'open-quote.csv', bytes: csv(`a,b\r\n"${'x\r\n'.repeat(10_000)}`), refused: 'bookQuoteOpen' },
  { name: 'one-line.csv', bytes: csv('あ'.repeat(1_200_000)), refused: 'bookTooLarge' },
  {
    name: 'commas.csv',
    bytes: csv(`${','.repeat(300_000)}x`),
    findings: ['cutCells', 'emptySheet'],
    rows: 0,
  },
  { name: 'empty-lines.csv', bytes: csv('\n'.repeat(200_000)), findings: ['emptySheet'], rows: 0 },
]
