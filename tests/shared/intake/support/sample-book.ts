import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import type { Book, CellRange, Sheet, SheetCell, SheetRow } from '../../../../src/shared/intake/book.ts'
import { isDay } from '../../../../src/shared/time/calendar.ts'

/** Reads the samples for tests of the rules alone: plain cells, no care for hostile files. */
const folder = new URL('../../../../../shared/samples/', import.meta.url)

export const sampleNames = {
  register: '相談受付簿_令和６年度.xlsx',
  place: '居場所_実施報告_令和６年度.xlsx',
  tally: '就労準備支援_月次報告_令和６年度.csv',
  indicators: '指標管理表_第５期計画.xlsx',
} as const

export async function sampleBook(name: string): Promise<Book> {
  const sheets = name.endsWith('.csv') ? [csvSheet(name)] : await workbookSheets(name)
  return {
    format: name.endsWith('.csv') ? 'csv' : 'xlsx',
    name,
    digest: 'sample',
    encoding: name.endsWith('.csv') ? 'cp932' : null,
    sheets,
    findings: [],
    mark: null,
  }
}

async function workbookSheets(name: string): Promise<readonly Sheet[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(fileURLToPath(new URL(name, folder)))
  return workbook.worksheets.map((sheet) => {
    const merges = sheet.model.merges.map(rangeOf)
    const rows: SheetRow[] = []
    sheet.eachRow((row, number) => {
      const cells = Array.from({ length: sheet.columnCount }, (_, index): SheetCell | null => {
        const covered = merges.some((merge) => isCovered(merge, number, index + 1))
        return covered ? null : cellOf(row.getCell(index + 1).value)
      })
      if (cells.some((cell) => cell !== null)) rows.push({ number, hidden: row.hidden === true, cells })
    })
    return {
      name: sheet.name,
      hidden: sheet.state !== 'visible',
      rows,
      merges,
      hiddenColumns: [],
      columnCount: sheet.columnCount,
    }
  })
}

const isCovered = (merge: CellRange, row: number, column: number): boolean =>
  merge.fromRow <= row &&
  row <= merge.toRow &&
  merge.fromColumn <= column &&
  column <= merge.toColumn &&
  (row !== merge.fromRow || column !== merge.fromColumn)

function rangeOf(range: string): CellRange {
  const [from = '', to = from] = range.split(':')
  const [fromColumn, fromRow] = placeOf(from)
  const [toColumn, toRow] = placeOf(to)
  return { fromRow, fromColumn, toRow, toColumn }
}

function placeOf(address: string): readonly [number, number] {
  const found = /^([A-Z]+)(\d+)$/.exec(address)
  const column = [...(found?.[1] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [column, Number(found?.[2])]
}

function cellOf(value: ExcelJS.CellValue): SheetCell | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10)
    return isDay(day) ? { kind: 'day', day } : null
  }
  if (typeof value === 'object' && 'formula' in value)
    return { kind: 'formula', formula: value.formula ?? '' }
  return { kind: 'text', text: String(value) }
}

function csvSheet(name: string): Sheet {
  const text = new TextDecoder('shift_jis').decode(readFileSync(new URL(name, folder)))
  const rows = text.split(/\r?\n/).flatMap((line, index): SheetRow[] => {
    const cells = line
      .split(',')
      .map((part): SheetCell | null => (part === '' ? null : { kind: 'text', text: part }))
    return cells.some((cell) => cell !== null) ? [{ number: index + 1, hidden: false, cells }] : []
  })
  const columnCount = Math.max(...rows.map(({ cells }) => cells.length))
  return { name: name.replace(/\.csv$/, ''), hidden: false, rows, merges: [], hiddenColumns: [], columnCount }
}
