import type { Cell, Worksheet } from 'exceljs'
import { frame, gothic, headFill, safeText } from '../cells.ts'

/** blue-50: what is to be filled in, also told by the instructions. */
export const entryFill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFE8F1FE' },
} as const
/** What is not asked for here. */
export const shutFill = {
  type: 'pattern',
  pattern: 'lightUp',
  fgColor: { argb: 'FF949494' },
} as const

/** A fixed text: locked, never a formula. */
export function fixed(
  cell: Cell,
  text: string,
  look: { readonly size?: number; readonly bold?: boolean } = {},
): void {
  cell.value = safeText(text)
  cell.font = { name: gothic, size: look.size ?? 10, bold: look.bold ?? false }
  cell.alignment = { vertical: 'middle' }
  cell.protection = { locked: true }
}

export function head(cell: Cell, text: string): void {
  fixed(cell, text, { bold: true })
  cell.fill = headFill
  cell.border = frame
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
}

/** A hidden key. It begins with a letter and is stored as text, so no program makes a number or formula of it. */
export function key(cell: Cell, text: string): void {
  cell.value = text
  cell.numFmt = '@'
  cell.font = { name: gothic, size: 8, color: { argb: 'FF949494' } }
  cell.protection = { locked: true }
}

export const entryStyle = (numFmt: string, align: 'left' | 'right') =>
  ({
    numFmt,
    font: { name: gothic, size: 10 },
    fill: entryFill,
    border: frame,
    alignment: { horizontal: align, vertical: 'middle', wrapText: align === 'left' },
    protection: { locked: false },
  }) as const

/**
 * Locks everything but the entry cells, without a password: against slips, not against the party. Rows may be
 * added, sorted and made wider.
 */
export function protect(sheet: Worksheet): Promise<void> {
  return sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    sort: true,
    autoFilter: true,
  })
}

const inches = (millimetres: number): number => Math.round((millimetres / 25.4) * 1000) / 1000

/** A4, one page wide (or two for the many columns of a register), the head on every page. */
export function setUpEntryPage(
  sheet: Worksheet,
  set: {
    readonly orientation: 'portrait' | 'landscape'
    readonly pagesWide: number
    readonly heads: string | null
    readonly header: string
  },
): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: set.orientation,
    fitToPage: true,
    fitToWidth: set.pagesWide,
    fitToHeight: 0,
    margins: {
      top: inches(20),
      bottom: inches(18),
      left: inches(15),
      right: inches(15),
      header: inches(9),
      footer: inches(9),
    },
  }
  if (set.heads !== null) sheet.pageSetup.printTitlesRow = set.heads
  sheet.headerFooter.oddHeader = `&L&9 ${set.header.replaceAll('&', '&&')}`.slice(0, 255)
  sheet.headerFooter.oddFooter = '&C&9 &A　&P / &N'
}
