import type { Workbook, Worksheet } from 'exceljs'
import type { Block, Inline, ReportModel } from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'
import { gothic, mincho, safeText } from './cells.ts'
import { setUpPage } from './page-setup.ts'
import { linesIn } from './table-sheet.ts'

/** Room of one line in half-width characters: 40 full-width ones, as in the PDF. */
const lineWidth = 82
const pointsPerLine = 17
/** Under a longer label the next lines begin two characters in, as in the PDF. */
const longestHang = 10

interface TextRow {
  readonly text: string
  readonly indent: number
  readonly size?: number
  readonly bold?: boolean
  readonly heading?: boolean
  readonly align?: 'left' | 'center' | 'right'
  readonly before?: boolean
  /** A sheet that the row leads to. */
  readonly link?: string
  readonly rule?: boolean
}

/** Whether a paper says anything beside its tables and charts. */
export const hasText = (model: ReportModel): boolean =>
  model.blocks.some((block) => ['paragraph', 'labels', 'list', 'quotation'].includes(block.kind))

/** The paper's text as a sheet to be read and printed; its tables and charts are named with their sheets. */
export function addTextSheet(
  book: Workbook,
  name: string,
  model: ReportModel,
  sheetOf: ReadonlyMap<string, string>,
): void {
  const sheet = book.addWorksheet(name, { views: [{ showGridLines: false }] })
  sheet.columns = [{ width: lineWidth + 3 }]
  const rows = [...headRows(model), ...model.blocks.flatMap((block) => blockRows(block, sheetOf))]
  for (const [index, row] of rows.entries()) writeRow(sheet, index + 1, row)
  setUpPage(sheet, model.head, 'portrait', `A1:A${Math.max(1, rows.length)}`)
}

function writeRow(sheet: Worksheet, at: number, row: TextRow): void {
  const cell = sheet.getCell(at, 1)
  const text = safeText(row.text)
  cell.value = row.link === undefined ? text : { text, hyperlink: `#'${row.link}'!A1` }
  cell.font = { name: row.heading ? gothic : mincho, size: row.size ?? 11, bold: row.bold ?? false }
  cell.alignment = {
    horizontal: row.align ?? 'left',
    vertical: row.before ? 'bottom' : 'top',
    wrapText: true,
    indent: row.align === undefined ? row.indent : 0,
  }
  if (row.rule) cell.border = { bottom: { style: 'thin', color: { argb: 'FF000000' } } }
  // One step of indent in Excel is about three half-width characters.
  const lines = linesIn(text, lineWidth - row.indent * 3)
  const scale = (row.size ?? 11) / 11
  sheet.getRow(at).height = lines * pointsPerLine * scale + (row.before ? 8 : 1)
}

function headRows({ head }: ReportModel): TextRow[] {
  const rows: TextRow[] = [head.number, head.meeting, head.date, head.department]
    .filter((text) => text !== '')
    .map((text) => ({ text, indent: 0, align: 'right' }))
  rows.push({
    text: head.title,
    indent: 0,
    size: 14,
    bold: true,
    heading: true,
    align: 'center',
    before: true,
  })
  rows.push({ text: `${exportWords.period}　${head.frameText}`, indent: 0, size: 9, align: 'center' })
  return rows
}

const joined = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.display)).join('')

function blockRows(block: Block, sheetOf: ReadonlyMap<string, string>): TextRow[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          text: block.mark + joined(block.inlines),
          indent: block.level - 1,
          heading: block.level < 4,
          bold: block.level === 1,
          before: block.level <= 2,
        },
      ]
    case 'paragraph':
      return [{ text: `　${joined(block.inlines)}`, indent: block.level }]
    case 'quotation': {
      const text = `　${block.before}${block.quoted}${block.after}`
      const source = { text: block.source, indent: block.level, size: 9 }
      return [{ text, indent: block.level }, ...(block.source === '' ? [] : [source])]
    }
    case 'labels':
      return block.items.map((item) => {
        const colon =
          item.label === '' || item.label.endsWith(exportWords.labelColon) ? '' : exportWords.labelColon
        const lines = item.lines.map(joined)
        const lead = `${item.label}${colon}`
        const width = [...lead].length
        const pad = '　'.repeat(width <= longestHang ? width : 2)
        const text = lines.map((line, index) => (index === 0 ? lead : pad) + line).join('\n')
        return { text, indent: block.level }
      })
    case 'list':
      return block.items.map((item) => ({ text: item.mark + joined(item.inlines), indent: block.level }))
    case 'notes':
      return block.notes.map((note) => ({ text: `${note.mark}　${note.text}`, indent: 0, size: 9 }))
    case 'rule':
      return [{ text: '', indent: 0, rule: true, size: 6 }]
    case 'table':
    case 'chart': {
      const sheet = sheetOf.get(block.id) ?? ''
      const text = exportWords.onSheet(`${block.mark}　${block.title}`, sheet)
      return [{ text, indent: 0, heading: true, size: 10, link: sheet }]
    }
    case 'pageBreak':
      return []
  }
}
