import type { Workbook } from 'exceljs'
import { emWidth } from '../../../../shared/chart/text-width.ts'
import type { SheetOf, TallyLine } from '../../../../shared/intake/collection/content.ts'
import { columnKeyText, rowKeyText, sheetKeyText } from '../../../../shared/intake/collection/identity.ts'
import { headRow, tallyColumns, textRow } from '../../../../shared/intake/collection/keys.ts'
import { formatMonthOnly } from '../../../../shared/time/format.ts'
import { collectionWords as words } from '../../../../shared/words/collection.ts'
import { frame, gothic } from '../cells.ts'
import { letters } from '../table-sheet.ts'
import type { BookHead } from './book-head.ts'
import { entryStyle, fixed, head, key, protect, setUpEntryPage, shutFill } from './styles.ts'
import { countValidation, validate } from './validation.ts'

const firstLine = 7
const headLine = 6

interface Column {
  readonly key: string
  readonly head: string
  readonly width: number
  readonly kind: 'label' | 'unit' | 'month' | 'total' | 'year' | 'note'
}

/** The grid of items × months: keys hidden in row 1 and column A, a sum for what adds up, the rest to be filled. */
export async function addTallySheet(
  book: Workbook,
  name: string,
  sheet: SheetOf<'tally'>,
  about: BookHead,
): Promise<void> {
  const columns = columnsOf(sheet)
  const into = book.addWorksheet(name, {
    views: [
      { state: 'frozen', xSplit: 3, ySplit: headLine, topLeftCell: `D${firstLine}`, showGridLines: false },
    ],
  })
  into.columns = [{ width: 4, hidden: true }, ...columns.map(({ width }) => ({ width }))]
  into.getRow(1).hidden = true
  key(into.getCell(1, 1), sheetKeyText(about.mark, sheet.key))
  columns.forEach((column, index) => {
    key(into.getCell(1, index + 2), columnKeyText(column.key))
    head(into.getCell(headLine, index + 2), column.head)
  })
  const title = sheet.name === words.sheets.entered ? words.titles.entered : words.titles.tally
  const texts = [title(about.form), about.line, words.dueLine(about.due, about.sendTo), words.entryHint]
  texts.forEach((text, index) => {
    key(into.getCell(index + 2, 1), rowKeyText(textRow))
    fixed(into.getCell(index + 2, 2), text, index === 0 ? { size: 12, bold: true } : {})
  })
  key(into.getCell(headLine, 1), rowKeyText(headRow))
  into.getRow(headLine).height = 20
  sheet.lines.forEach((line, index) => {
    const row = firstLine + index
    key(into.getCell(row, 1), rowKeyText(line.id))
    into.getRow(row).height = 20
    columns.forEach((column, at) => {
      writeCell(into.getCell(row, at + 2), line, column, row, columns)
    })
  })
  const last = firstLine + sheet.lines.length - 1
  columns.forEach((column, at) => {
    if (column.kind !== 'month' && column.kind !== 'year') return
    const letter = letters(at + 2)
    validate(
      into,
      `${letter}${firstLine}:${letter}${Math.max(last, firstLine)}`,
      countValidation(`${letter}${firstLine}`),
    )
  })
  setUpEntryPage(into, {
    orientation: 'landscape',
    pagesWide: 1,
    heads: `2:${headLine}`,
    header: about.line,
  })
  await protect(into)
}

function columnsOf({ months, lines }: SheetOf<'tally'>): readonly Column[] {
  const widest = Math.max(16, ...lines.map((line) => (emWidth(line.label) + line.depth * 2) * 2 + 3))
  const monthly = lines.some((line) => line.monthly) ? months : []
  return [
    { key: tallyColumns.label, head: words.head.item, width: Math.min(widest, 46), kind: 'label' },
    { key: tallyColumns.unit, head: words.head.unit, width: 7, kind: 'unit' },
    ...monthly.map(
      (month): Column => ({ key: month, head: formatMonthOnly(month), width: 9, kind: 'month' }),
    ),
    ...(lines.some(({ summed }) => summed)
      ? [{ key: tallyColumns.total, head: words.head.total, width: 9, kind: 'total' } as const]
      : []),
    ...(lines.some(({ yearly }) => yearly)
      ? [{ key: tallyColumns.year, head: words.head.year, width: 12, kind: 'year' } as const]
      : []),
    { key: tallyColumns.note, head: words.head.note, width: 24, kind: 'note' },
  ]
}

function writeCell(
  cell: ReturnType<ReturnType<Workbook['addWorksheet']>['getCell']>,
  line: TallyLine,
  column: Column,
  row: number,
  columns: readonly Column[],
): void {
  switch (column.kind) {
    case 'label':
      fixed(cell, line.depth === 0 ? line.label : `${words.partOf.trim()} ${line.label}`)
      cell.border = frame
      // Without a side the indent is not drawn.
      cell.alignment = { vertical: 'middle', horizontal: 'left', indent: line.depth * 2, wrapText: true }
      return
    case 'unit':
      fixed(cell, line.unit)
      cell.border = frame
      cell.alignment = { vertical: 'middle', horizontal: 'center' }
      return
    case 'total': {
      cell.border = frame
      cell.font = { name: gothic, size: 10 }
      cell.alignment = { horizontal: 'right', vertical: 'middle' }
      cell.protection = { locked: true }
      if (!line.summed) {
        cell.fill = shutFill
        return
      }
      const months = columns.flatMap(({ kind }, index) => (kind === 'month' ? [letters(index + 2)] : []))
      cell.numFmt = '#,##0'
      cell.value = { formula: `SUM(${months.at(0)}${row}:${months.at(-1)}${row})`, result: 0 }
      return
    }
    case 'month':
    case 'year': {
      const asked = column.kind === 'month' ? line.monthly : line.yearly
      if (asked) {
        cell.style = { ...entryStyle('#,##0', 'right') }
        return
      }
      cell.border = frame
      cell.fill = shutFill
      cell.protection = { locked: true }
      return
    }
    case 'note':
      cell.style = { ...entryStyle('@', 'left') }
  }
}
