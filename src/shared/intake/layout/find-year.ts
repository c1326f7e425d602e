import type { FiscalYear } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import { readDay } from '../../time/read-day.ts'
import { cellAt, cellText } from '../cell-text.ts'
import { fiscalYearIn } from '../time-words.ts'
import type { SheetLayout } from './sheet-layout.ts'

export interface YearGuess {
  readonly fiscalYear: FiscalYear | null
  readonly from: 'title' | 'fileName' | 'days' | 'asked'
  /** The year in which most days lie that carry their own year; null without such days. */
  readonly ofDays: FiscalYear | null
}

/** How many rows of a sheet are looked at: a sample is enough to see a year. */
const looked = 200

/** The fiscal year of a book: its titles and sheets' names, else the file's name, else most of its days. */
export function findYear(layouts: readonly SheetLayout[], bookName: string): YearGuess {
  const ofDays = mostOf(layouts.flatMap(yearsOfDays))
  const titled = mostOf(layouts.flatMap(({ fiscalYear }) => fiscalYear ?? []))
  if (titled !== null) return { fiscalYear: titled, from: 'title', ofDays }
  const named = fiscalYearIn(bookName)
  if (named !== null) return { fiscalYear: named, from: 'fileName', ofDays }
  return { fiscalYear: ofDays, from: ofDays === null ? 'asked' : 'days', ofDays }
}

function yearsOfDays({ sheet, head, columns }: SheetLayout): readonly FiscalYear[] {
  const column = columns.find(({ field, fate }) => field === 'day' && fate === 'taken')?.column
  if (column === undefined) return []
  return sheet.rows.slice(head.bodyFrom, head.bodyFrom + looked).flatMap((row) => {
    const cell = cellAt(row, column)
    if (cell?.kind === 'day') return fiscalYearOf(cell.day)
    if (cell?.kind !== 'text') return []
    const reading = readDay(cellText(cell))
    return reading.ok ? fiscalYearOf(reading.day) : []
  })
}

function mostOf(years: readonly FiscalYear[]): FiscalYear | null {
  const counts = new Map<FiscalYear, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
