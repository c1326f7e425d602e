import type { Workbook, Worksheet } from 'exceljs'
import { emWidth } from '../../../../shared/chart/text-width.ts'
import type { CollectionSheet, RecordColumn } from '../../../../shared/intake/collection/content.ts'
import { columnKeyText, rowKeyText, sheetKeyText } from '../../../../shared/intake/collection/identity.ts'
import { headRow, textRow } from '../../../../shared/intake/collection/keys.ts'
import { collectionWords as words } from '../../../../shared/words/collection.ts'
import { letters } from '../table-sheet.ts'
import type { BookHead } from './book-head.ts'
import { entryStyle, fixed, head, key, protect, setUpEntryPage } from './styles.ts'
import { countValidation, listValidation, validate } from './validation.ts'

const headLine = 5
const firstRow = 6
/** Rows that are drawn; below them the columns go on unlocked. */
const drawnRows = 40
const lastChecked = 1_000

/** A sheet of records: a row a contact or session, drop-downs from the hidden lists. */
export async function addRecordSheet(
  book: Workbook,
  name: string,
  sheet: Exclude<CollectionSheet, { kind: 'tally' }>,
  columns: readonly RecordColumn[],
  about: BookHead,
): Promise<void> {
  const into = book.addWorksheet(name, {
    views: [
      { state: 'frozen', xSplit: 3, ySplit: headLine, topLeftCell: `D${firstRow}`, showGridLines: false },
    ],
  })
  into.columns = [
    { width: 4, hidden: true },
    ...columns.map((column) => ({
      width: widthOf(column),
      style: { protection: { locked: false }, numFmt: formatOf(column) },
    })),
  ]
  into.getRow(1).hidden = true
  key(into.getCell(1, 1), sheetKeyText(about.mark, sheet.key))
  key(into.getCell(headLine, 1), rowKeyText(headRow))
  columns.forEach((column, index) => {
    key(into.getCell(1, index + 2), columnKeyText(column.key))
    head(into.getCell(headLine, index + 2), column.label)
    check(into, index + 2, column)
  })
  into.getRow(headLine).height = 44
  const title =
    sheet.kind === 'consultations'
      ? `${words.titles.consultations}　${sheet.name}`
      : words.titles.sessions(about.form)
  const texts = [title, `${about.line}　${words.dueLine(about.due, about.sendTo)}`, words.entryHint]
  texts.forEach((text, index) => {
    const row = index + 2
    key(into.getCell(row, 1), rowKeyText(textRow))
    // The columns are open to typing: the cells over the head are not.
    for (let column = 2; column <= columns.length + 1; column += 1) {
      into.getCell(row, column).protection = { locked: true }
    }
    fixed(into.getCell(row, 2), text, index === 0 ? { size: 12, bold: true } : {})
  })
  for (let row = firstRow; row < firstRow + drawnRows; row += 1) {
    into.getRow(row).height = 18
    columns.forEach((column, index) => {
      into.getCell(row, index + 2).style = {
        ...entryStyle(formatOf(column), column.input === 'count' ? 'right' : 'left'),
      }
    })
  }
  setUpEntryPage(into, {
    orientation: 'landscape',
    pagesWide: columns.length > 16 ? 2 : 1,
    heads: `2:${headLine}`,
    header: about.line,
  })
  await protect(into)
}

/** Days and numbers of cases are texts: 「4/3」 would become a day of this year, 「1-2」 one of January. */
const formatOf = ({ input }: RecordColumn): string => (input === 'count' ? '#,##0' : '@')

const widthOf = ({ label, field, input }: RecordColumn): number => {
  if (field === 'note' || field === 'content') return 36
  if (field === 'reason' || field === 'title' || field === 'venue' || field === 'destination') return 22
  const widest = Math.ceil((emWidth(label) * 2) / 2)
  return Math.max(input === 'list' ? 14 : 10, Math.min(widest + 4, 16))
}

function check(into: Worksheet, at: number, column: RecordColumn): void {
  const letter = letters(at)
  const range = `${letter}${firstRow}:${letter}${lastChecked}`
  if (column.list !== null) validate(into, range, listValidation(column.list))
  else if (column.input === 'count') validate(into, range, countValidation(`${letter}${firstRow}`))
}
