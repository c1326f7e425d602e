import { monthOf } from '../../time/calendar.ts'
import type { FiscalYear, Month } from '../../time/day.ts'
import type { SheetRow } from '../book.ts'
import { cellAt, cellText } from '../cell-text.ts'
import type { SheetLayout } from '../layout/sheet-layout.ts'
import { monthHead, monthIn, monthOfFiscalYear } from '../time-words.ts'

/**
 * The month that a column 月 tells, row by row: written once and merged, or left blank below. Null: there is no
 * such column, or nothing was said yet.
 */
export function createMonthColumn(
  layout: SheetLayout,
  fiscalYear: FiscalYear,
): (row: SheetRow) => Month | null {
  const column = layout.columns.find(({ field, fate }) => field === 'month' && fate === 'taken')?.column
  let current: Month | null = null
  return (row) => {
    if (column !== undefined) current = monthOfCell(row, column, fiscalYear) ?? current
    return current
  }
}

function monthOfCell(row: SheetRow, column: number, fiscalYear: FiscalYear): Month | null {
  const cell = cellAt(row, column)
  if (cell === null) return null
  if (cell.kind === 'day') return monthOf(cell.day)
  if (cell.kind === 'number') return monthOfNumber(cell.value, fiscalYear)
  const text = cellText(cell)
  const number = monthHead(text)
  return (
    monthIn(text) ??
    (number === null
      ? monthOfNumber(Number(text.normalize('NFKC').trim() || NaN), fiscalYear)
      : monthOfFiscalYear(fiscalYear, number))
  )
}

const monthOfNumber = (value: number, fiscalYear: FiscalYear): Month | null =>
  Number.isInteger(value) && value >= 1 && value <= 12 ? monthOfFiscalYear(fiscalYear, value) : null

/** The one month of a sheet that names one; null where it names none or several. */
export const lone = (months: readonly Month[]): Month | null =>
  months.length === 1 ? (months[0] ?? null) : null
