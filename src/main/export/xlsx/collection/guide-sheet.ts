import type { Workbook } from 'exceljs'
import { collectionWords } from '../../../../shared/words/collection.ts'
import { frame } from '../cells.ts'
import { linesIn } from '../table-sheet.ts'
import type { BookHead } from './book-head.ts'
import { fixed, head, protect, setUpEntryPage } from './styles.ts'

const words = collectionWords.guide
const widths = [22, 66] as const
const pointsPerLine = 15

/** 記入要領: for whom, until when and to whom, how to fill, and what must not be written. */
export async function addGuideSheet(book: Workbook, name: string, about: BookHead): Promise<void> {
  const sheet = book.addWorksheet(name, { views: [{ showGridLines: false }] })
  sheet.columns = widths.map((width) => ({ width }))
  let row = 1
  const wide = (text: string, look: Parameters<typeof fixed>[2] = {}): void => {
    const cell = sheet.getCell(row, 1)
    fixed(cell, text, look)
    cell.alignment = { vertical: 'top', wrapText: true }
    sheet.mergeCells(row, 1, row, 2)
    sheet.getRow(row).height = linesIn(text, widths[0] + widths[1]) * pointsPerLine + 3
    row += 1
  }
  const pair = (label: string, text: string): void => {
    head(sheet.getCell(row, 1), label)
    const cell = sheet.getCell(row, 2)
    fixed(cell, text)
    cell.border = frame
    cell.alignment = { vertical: 'middle', wrapText: true }
    sheet.getRow(row).height = linesIn(text, widths[1]) * pointsPerLine + 5
    row += 1
  }
  const section = (title: string): void => {
    row += 1
    wide(title, { size: 11, bold: true })
  }
  wide(words.title(about.form), { size: 14, bold: true })
  row += 1
  pair(words.party, about.party)
  pair(words.months, about.months)
  pair(words.due, about.due)
  if (about.sendTo !== '') pair(words.sendTo, about.sendTo)
  section(words.neverTitle)
  for (const text of words.never) wide(`・${text}`)
  section(words.how)
  for (const text of [...words.common, ...words[about.mode]]) wide(`・${text}`)
  section(words.statesTitle)
  for (const [sign = '', meaning = ''] of words.states) pair(sign, meaning)
  setUpEntryPage(sheet, { orientation: 'portrait', pagesWide: 1, heads: null, header: about.line })
  await protect(sheet)
}
