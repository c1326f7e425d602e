import type { Workbook, Worksheet } from 'exceljs'
import { emWidth } from '../../../shared/chart/text-width.ts'
import type { PaperHead, TableBlock } from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'
import { notesUnder } from '../notes-under.ts'
import { labelColumns } from '../pdf/table/columns.ts'
import { headLevels, mergeHeads } from '../pdf/table/heads.ts'
import {
  brokenFrame,
  frame,
  gothic,
  hatchFill,
  headFill,
  type SheetCell,
  safeText,
  sheetCell,
} from './cells.ts'
import { setUpPage } from './page-setup.ts'

const titleRow = 1
const periodRow = 2
const firstHeadRow = 3
/** Widths in half-width characters. */
const narrowestColumn = 6
const widestColumn = 46
const pointsPerLine = 14

/** One table as a sheet of its own: title, period and unit, merged head, numbers, notes and legend. */
export function addTableSheet(book: Workbook, name: string, head: PaperHead, block: TableBlock): void {
  const levels = headLevels(block.columns)
  const labels = labelColumns(block)
  const firstRow = firstHeadRow + levels
  const sheet = book.addWorksheet(name, {
    views: [
      {
        state: 'frozen',
        xSplit: labels,
        ySplit: firstRow - 1,
        topLeftCell: `${letters(labels + 1)}${firstRow}`,
        showGridLines: false,
      },
    ],
  })
  const cells = block.rows.map((row) =>
    block.columns.map((column, index) => sheetCell(row.cells[index] ?? { kind: 'empty' }, column.align)),
  )
  const widths = widenedFor(head, block, columnWidths(block, cells))
  sheet.columns = widths.map((width) => ({ width }))
  writeTitle(sheet, head, block)
  writeHead(sheet, block, widths)
  writeRows(sheet, block, cells, firstRow)
  const last = writeNotes(sheet, block, widths, firstRow + cells.length)
  const wide = widths.reduce((sum, width) => sum + width, 0) > 96
  setUpPage(sheet, head, wide ? 'landscape' : 'portrait', `A1:${letters(block.columns.length)}${last}`)
  sheet.pageSetup.printTitlesRow = `${titleRow}:${firstRow - 1}`
}

/** Column number from 1 → A, B … AA. */
export function letters(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** As wide as the longest shown text, and as the longest line of a column's own head. */
function columnWidths(block: TableBlock, cells: readonly (readonly SheetCell[])[]): number[] {
  return block.columns.map((column, index) => {
    const own = (column.heads.at(-1) ?? '').split('\n').map((line) => emWidth(line) * 2)
    const shown = cells.map((row) => row[index]?.width ?? 0)
    const widest = Math.max(...own.map((width) => Math.min(width, 18)), ...shown, narrowestColumn)
    return Math.min(widest, widestColumn) + 3.7
  })
}

/** What stands over the table runs over its columns: a print area that is too narrow would cut it off. */
function widenedFor(head: PaperHead, block: TableBlock, widths: readonly number[]): number[] {
  const title = emWidth(`${block.mark}　${block.title}`) * 2.3
  const period = emWidth(periodText(head) + exportWords.unit(block.unit)) * 1.9 + 4
  const have = widths.reduce((sum, width) => sum + width, 0)
  const missing = Math.max(0, title - have, period - have) / widths.length
  const wider = widths.map((width) => width + missing)
  if (block.unit === '' || widths.length < 2) return wider
  // The unit stands in the last column: the period runs over those before it, and no further.
  const before = wider.slice(0, -1).reduce((sum, width) => sum + width, 0)
  const short = Math.max(0, emWidth(periodText(head)) * 1.9 + 2 - before) / (widths.length - 1)
  return wider.map((width, index) => (index < widths.length - 1 ? width + short : width))
}

const periodText = (head: PaperHead): string => `${exportWords.period}　${head.frameText}`

function writeTitle(sheet: Worksheet, head: PaperHead, block: TableBlock): void {
  const last = block.columns.length
  const title = sheet.getCell(titleRow, 1)
  title.value = safeText([block.mark, block.title].filter((part) => part !== '').join('　'))
  title.font = { name: gothic, size: 11, bold: true }
  const period = sheet.getCell(periodRow, 1)
  period.value = safeText(periodText(head))
  period.font = { name: gothic, size: 9 }
  if (block.unit === '') return
  // Right of the title: the first row is free there, since the title's text runs over empty cells only.
  const unit = sheet.getCell(last > 1 ? periodRow : titleRow, last)
  unit.value = exportWords.unit(block.unit)
  unit.font = { name: gothic, size: 9 }
  unit.alignment = { horizontal: 'right' }
}

function writeHead(sheet: Worksheet, block: TableBlock, widths: readonly number[]): void {
  const levels = headLevels(block.columns)
  const lines = Array.from({ length: levels }, () => 1)
  for (const merged of mergeHeads(block.columns)) {
    const top = firstHeadRow + merged.level
    const left = merged.column + 1
    const bottom = top + merged.levelSpan - 1
    const right = left + merged.columnSpan - 1
    const cell = sheet.getCell(top, left)
    cell.value = safeText(merged.text)
    if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right)
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const inner = sheet.getCell(row, column)
        inner.font = { name: gothic, size: 10 }
        inner.fill = headFill
        inner.border = block.columns[column - 1]?.breakBefore ? brokenFrame : frame
        inner.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
      }
    }
    const width = widths.slice(left - 1, right).reduce((sum, part) => sum + part, 0)
    const needed = linesIn(merged.text, width) / merged.levelSpan
    lines[merged.level] = Math.max(lines[merged.level] ?? 1, Math.ceil(needed))
  }
  lines.forEach((count, level) => {
    sheet.getRow(firstHeadRow + level).height = count * pointsPerLine + 4
  })
}

function writeRows(
  sheet: Worksheet,
  block: TableBlock,
  cells: readonly (readonly SheetCell[])[],
  firstRow: number,
): void {
  cells.forEach((row, at) => {
    let lines = 1
    row.forEach((shown, index) => {
      const cell = sheet.getCell(firstRow + at, index + 1)
      cell.value = shown.value
      if (shown.numFmt !== undefined) cell.numFmt = shown.numFmt
      cell.font = { name: gothic, size: 10, bold: shown.bold }
      cell.border = block.columns[index]?.breakBefore ? brokenFrame : frame
      if (shown.hatched) cell.fill = hatchFill
      cell.alignment = {
        horizontal: shown.align,
        vertical: 'middle',
        indent: shown.indent,
        wrapText: shown.numFmt === undefined,
      }
      const width = sheet.getColumn(index + 1).width ?? narrowestColumn
      lines = Math.max(lines, Math.ceil((shown.width + 1) / width))
    })
    sheet.getRow(firstRow + at).height = lines * pointsPerLine + 3
  })
}

/** Notes, legend and source, each over the table's whole width. Returns the last row in use. */
function writeNotes(sheet: Worksheet, block: TableBlock, widths: readonly number[], first: number): number {
  const width = widths.reduce((sum, part) => sum + part, 0)
  let row = first
  for (const note of notesUnder(block)) {
    const text = [note.mark, note.text].filter((part) => part !== '').join('　')
    const cell = sheet.getCell(row, 1)
    cell.value = safeText(text)
    cell.font = { name: gothic, size: 9 }
    cell.alignment = { vertical: 'top', wrapText: true }
    if (block.columns.length > 1) sheet.mergeCells(row, 1, row, block.columns.length)
    sheet.getRow(row).height = linesIn(text, width * 1.1) * 12.5 + 2
    row++
  }
  return Math.max(row - 1, first - 1)
}

/** Lines that a wrapped text needs in a cell of this width in half-width characters. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(2, width - 1)
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((emWidth(line) * 2) / room)), 0)
}
