import { dayOf, exists, monthParts } from '../../time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import { formatDay } from '../../time/format.ts'
import { type DayFinding, readDay } from '../../time/read-day.ts'
import type { SheetCell } from '../book.ts'
import { type Doubt, doubt } from '../problems.ts'
import { refusedText, type Taken, taken } from './taken.ts'

/**
 * A day of a fiscal year; what lies outside it is refused: last year's book, a slip in the year. A number up to 31
 * is a day of `month`, where the columns are 月 and 日.
 */
export function readBookDay(
  cell: SheetCell,
  text: string,
  fiscalYear: FiscalYear | null,
  month: Month | null = null,
): Taken<Day> {
  if (month !== null && isDayOfMonth(cell, text)) return dayOfMonth(month, text, fiscalYear)

  if (cell.kind === 'day')
    return cell.monthOnly === true ? refusedText('dayMissing') : within(cell.day, fiscalYear)
  if (cell.kind === 'number') {
    const reading = readDay(cell.value)
    return reading.ok
      ? within(reading.day, fiscalYear, text)
      : refusedText('dayUnreadable', { reason: reading.reason })
  }
  const context = fiscalYear === null ? { serials: true } : { fiscalYear, serials: true }
  const reading = readDay(text, context)
  if (!reading.ok) return refusedText('dayUnreadable', { reason: reading.reason })
  return within(reading.day, fiscalYear, text, dayDoubts(reading.findings))
}

/** 「5」, 「５日」: a day without its month. */
export const isDayOfMonth = (cell: SheetCell, text: string): boolean =>
  (cell.kind === 'number' || cell.kind === 'text') &&
  text.length <= 4 &&
  /^\s*[0-3０-３]?[0-9０-９]日?\s*$/.test(text)

function dayOfMonth(month: Month, text: string, fiscalYear: FiscalYear | null): Taken<Day> {
  const { year, month: number } = monthParts(month)
  const day = Number.parseInt(text.normalize('NFKC'), 10)
  if (!exists(year, number, day)) return refusedText('dayUnreadable', { reason: 'noSuchDay' })
  return within(dayOf(year, number, day), fiscalYear, text)
}

function within(
  day: Day,
  fiscalYear: FiscalYear | null,
  text: string | null = null,
  doubts: readonly Doubt[] = [],
): Taken<Day> {
  if (fiscalYear !== null && fiscalYearOf(day) !== fiscalYear)
    return refusedText('outsideYear', { fiscalYear })
  return taken(day, text === null ? null : { as: formatDay(day), took: 'plain' }, { doubts })
}

/** A time of day beside the date says nothing wrong. */
export function dayDoubts(findings: readonly DayFinding[]): readonly Doubt[] {
  return findings.flatMap((finding): readonly Doubt[] => {
    switch (finding.code) {
      case 'wrongWeekday':
        return [doubt('wrongWeekday', { written: finding.written, actual: finding.actual })]
      case 'eraEnded':
      case 'eraNotBegun':
        return [doubt(finding.code, { era: finding.era })]
      default:
        return []
    }
  })
}
