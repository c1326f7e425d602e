import ExcelJS from 'exceljs'
import { renderCollectionBook } from '../../../src/main/export/xlsx/collection/collection-book.ts'
import { readBook } from '../../../src/main/intake/read-book.ts'
import { readCodeListPreset } from '../../../src/main/services/code-lists.ts'
import { markOf } from '../../../src/shared/intake/collection/identity.ts'
import type { CollectionIssue } from '../../../src/shared/intake/collection/issue.ts'
import { layoutCollection } from '../../../src/shared/intake/collection/layout.ts'
import { readCollection } from '../../../src/shared/intake/collection/read.ts'
import type { StagedRow } from '../../../src/shared/intake/staged.ts'
import type { LineKey } from '../../../src/shared/monthly/entry.ts'
import { type CodeLabels, layoutLines, usualLines } from '../../../src/shared/monthly/lines.ts'
import type { FormCode } from '../../../src/shared/statistics/rows.ts'
import { monthsOf } from '../../../src/shared/time/calendar.ts'
import type { Month } from '../../../src/shared/time/day.ts'

export const ledgerId = '0193a8e2-0000-7000-8000-000000000001'
export const issueId = '0193a8e2-0000-7000-8000-0000000000aa'
export const mark = markOf({ ledger: ledgerId, issue: issueId })
export const codes = readCodeListPreset()

const labels: CodeLabels = {
  group: [
    { code: 'person', label: '本人' },
    { code: 'family', label: '家族' },
  ],
}

/** An issue of a form, with the attendance of 居場所 cut by group. */
export function issueOf(
  form: FormCode,
  mode: 'records' | 'tally',
  from: Month,
  to: Month,
  venues: readonly { code: string; label: string }[] = [{ code: 'annex', label: '分館' }],
): CollectionIssue {
  const cuts: readonly LineKey[] =
    form === 'place'
      ? ['person', 'family'].map((group) => ({ statistic: 'place.attendance', keys: { group } }))
      : []
  const content = layoutCollection({
    form,
    mode,
    months: monthsOf({ from, to }),
    lines: layoutLines([...usualLines(form), ...cuts], labels),
    codes,
    venues,
    day: `${to}-28`,
  })
  return { id: issueId, party: 'contractor', form, fiscalYear: 2024, from, to, mode, content }
}

/** The empty book of an issue, made once. */
const made = new WeakMap<CollectionIssue, Promise<Uint8Array>>()
export function emptyBook(issue: CollectionIssue): Promise<Uint8Array> {
  const bytes = made.get(issue) ?? bytesOf(issue)
  made.set(issue, bytes)
  return bytes
}

export const bytesOf = (issue: CollectionIssue, partyName = '受託者Ａ'): Promise<Uint8Array> =>
  renderCollectionBook({
    content: issue.content,
    clock: '2024-04-01T00:00:00.000Z',
    head: {
      mark,
      form: '居場所',
      party: partyName,
      months: '令和６年４月から９月まで',
      line: `${partyName}　令和６年４月から９月まで`,
      due: '令和６年10月10日',
      sendTo: '地域共生課',
      mode: issue.mode,
    },
  })

export async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  return book
}

export const save = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer())

/** Row and column of a key in a sheet of the workbook. */
export function find(sheet: ExcelJS.Worksheet, key: string): { row: number; column: number } {
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      if (sheet.getCell(row, column).value === key) return { row, column }
    }
  }
  throw new Error(`no key ${key}`)
}

/** Types a value under a column key beside a row key (or into a row of records). */
export function type(
  sheet: ExcelJS.Worksheet,
  row: string | number,
  column: string,
  value: ExcelJS.CellValue,
): void {
  const at = typeof row === 'number' ? row : find(sheet, `fd1:row:${row}`).row
  sheet.getCell(at, find(sheet, `fd1:col:${column}`).column).value = value
}

export function sheetNamed(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

export const readBack = (
  bytes: Uint8Array,
  issue: CollectionIssue,
  privateText?: 'keep',
): readonly StagedRow[] =>
  readCollection(readBook(bytes, '様式.xlsx'), issue, {
    codes,
    answers: privateText === undefined ? {} : { privateText },
  })

export const recordsIn = (rows: readonly StagedRow[]) =>
  rows.flatMap((row) => (row.outcome === 'record' ? [row.record] : []))
export const refusedIn = (rows: readonly StagedRow[]): readonly string[] =>
  rows.flatMap((row) => (row.outcome === 'refused' ? [row.problem.code] : []))
