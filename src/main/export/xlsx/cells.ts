import type { CellValue, Style } from 'exceljs'
import { tickText } from '../../../shared/chart/axis.ts'
import { emWidth } from '../../../shared/chart/text-width.ts'
import type { TableCell } from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'

/** What one cell of a sheet gets: its value, and how it is shown. */
export interface SheetCell {
  readonly value: CellValue
  readonly numFmt?: string
  readonly align: 'left' | 'right' | 'center'
  readonly indent: number
  readonly bold: boolean
  readonly hatched: boolean
  /** Width of the shown text in half-width characters. */
  readonly width: number
}

/** Begins of a text that a spreadsheet may take for a formula, each by the full-width sign that reads the same. */
const formulaStarts: Readonly<Record<string, string>> = { '=': '＝', '+': '＋', '-': '－', '@': '＠' }

/** A text that can never become a formula, not even when the sheet is saved as CSV and opened again. */
export function safeText(text: string): string {
  // Control codes would make the book unreadable; a line end within the text may stay.
  const trimmed = text.replace(/[^\P{Cc}\n]/gu, '').replace(/^\n+/u, '')
  const first = formulaStarts[trimmed.charAt(0)]
  return first === undefined ? trimmed : first + trimmed.slice(1)
}

export function sheetCell(cell: TableCell, align: SheetCell['align']): SheetCell {
  const base = { align, indent: 0, bold: false, hatched: false } as const
  switch (cell.kind) {
    case 'empty':
      return { ...base, value: null, width: 0 }
    case 'broken':
      return {
        ...base,
        value: safeText(cell.text),
        align: 'center',
        hatched: true,
        width: emWidth(cell.text) * 2,
      }
    case 'label':
      return {
        ...base,
        value: safeText(cell.text),
        indent: cell.indent,
        bold: cell.bold,
        width: (emWidth(cell.text) + cell.indent) * 2,
      }
    case 'number': {
      const tail = cell.provisional ? ` ${exportWords.provisional}` : ''
      const width = emWidth(cell.display + tail) * 2
      if (cell.raw === null) return { ...base, value: safeText(cell.display), bold: cell.bold, width }
      return {
        ...base,
        value: cell.raw,
        numFmt: numberFormat(cell.raw, cell.decimals, cell.display, tail),
        bold: cell.bold,
        width,
      }
    }
  }
}

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)

/**
 * The number format under which Excel shows exactly what the PDF prints: thousands apart, fixed decimals, △
 * for a minus, and words around the number (約, （11/12か月分）, p) as literals. The cell stays a number.
 */
export function numberFormat(raw: number, decimals: number, display: string, tail: string): string {
  const digits = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
  const shown = shownNumber(raw, decimals, display)
  const at = shown === '' ? -1 : display.indexOf(shown)
  const before = at < 0 ? '' : display.slice(0, at).replace(/△$/u, '')
  const after = at < 0 ? '' : display.slice(at + shown.length)
  const pattern = shown.includes(',') || Math.abs(raw) < 1000 ? digits : digits.replace('#,##0', '0')
  const positive = `${quoted(before)}${pattern}${quoted(after + tail)}`
  const negative = `${quoted(`${before}△`)}${pattern}${quoted(after + tail)}`
  return `${positive};${negative};${positive}`
}

/** The digits of the number within its display, with or without commas. */
function shownNumber(raw: number, decimals: number, display: string): string {
  const plain = Math.abs(raw).toFixed(decimals)
  const [whole = '', fraction] = plain.split('.')
  const apart = tickText(Number(whole)) + (fraction === undefined ? '' : `.${fraction}`)
  return display.includes(apart) ? apart : display.includes(plain) ? plain : ''
}

export const gothic = 'BIZ UDゴシック'
export const mincho = 'BIZ UD明朝 Medium'
const line = { style: 'thin', color: { argb: 'FF000000' } } as const
export const frame = { top: line, bottom: line, left: line, right: line } as const
export const brokenFrame = { ...frame, left: { ...line, style: 'double' } } as const
export const headFill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFF2F2F2' },
} as const satisfies Style['fill']
export const hatchFill = {
  type: 'pattern',
  pattern: 'lightUp',
  fgColor: { argb: 'FF777777' },
} as const satisfies Style['fill']
