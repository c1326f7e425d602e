import ExcelJS from 'exceljs'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { ReportModel } from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'
import { chartAsTable } from './chart-sheet.ts'
import { repack } from './repack.ts'
import { SheetNames } from './sheet-names.ts'
import { addTableSheet } from './table-sheet.ts'
import { addTextSheet, hasText } from './text-sheet.ts'

export interface WorkbookOptions {
  /** All dates inside the file: equal papers with an equal clock have equal bytes. */
  readonly clock: Date
  readonly signal?: AbortSignal
}

/** The print workbook of a paper: its text on one sheet, each table and each chart's numbers on their own. */
export async function renderWorkbook(
  model: ReportModel,
  options: WorkbookOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook()
  // No person's name goes out with a file (trust §5).
  book.creator = exportWords.product
  book.lastModifiedBy = exportWords.product
  book.created = options.clock
  book.modified = options.clock
  book.title = model.head.title
  const names = new SheetNames()
  const withText = hasText(model)
  const textName = withText ? names.take(exportWords.textSheet) : ''
  const sheets = new Map<string, string>()
  const tables = model.blocks.flatMap((block) => {
    if (block.kind !== 'table' && block.kind !== 'chart') return []
    const name = names.take(block.mark === '' ? block.title : block.mark)
    sheets.set(block.id, name)
    return [{ name, table: block.kind === 'table' ? block : chartAsTable(block) }]
  })
  if (withText || tables.length === 0) {
    addTextSheet(book, textName || names.take(exportWords.textSheet), model, sheets)
  }
  for (const { name, table } of tables) {
    if (options.signal?.aborted) throw new AppFailure(appError('cancelled'))
    addTableSheet(book, name, model.head, table)
  }
  return repack(new Uint8Array(await book.xlsx.writeBuffer()), options.clock)
}
