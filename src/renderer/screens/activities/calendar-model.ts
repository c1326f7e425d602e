import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsOf,
  weekdayOf,
} from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { ActivityRowView } from './rows.ts'

export interface CalendarMonth {
  readonly month: Month
  /** Sunday to Saturday; null outside the month. */
  readonly weeks: readonly (readonly (Day | null)[])[]
  /** Activities of which only this month is known. */
  readonly wholeMonth: readonly ActivityRowView[]
}

export interface CalendarYear {
  readonly months: readonly CalendarMonth[]
  readonly byDay: ReadonlyMap<Day, readonly ActivityRowView[]>
  /** Several months, or no date at all. */
  readonly loose: readonly ActivityRowView[]
}

/** The twelve months of a fiscal year with what happens on each day (pure). */
export function calendarOf(fiscalYear: FiscalYear, rows: readonly ActivityRowView[]): CalendarYear {
  const byDay = new Map<Day, ActivityRowView[]>()
  const byMonth = new Map<Month, ActivityRowView[]>()
  const loose: ActivityRowView[] = []
  for (const row of rows) {
    const { when } = row.entry
    if (when.kind === 'day') byDay.set(when.day, [...(byDay.get(when.day) ?? []), row])
    else if (when.kind === 'month') byMonth.set(when.month, [...(byMonth.get(when.month) ?? []), row])
    else loose.push(row)
  }
  const months = monthsOf(fiscalYearPeriod(fiscalYear)).map((month) => ({
    month,
    weeks: weeksOf(month),
    wholeMonth: byMonth.get(month) ?? [],
  }))
  return { months, byDay, loose }
}

function weeksOf(month: Month): readonly (readonly (Day | null)[])[] {
  const first = firstDayOf(month)
  const start = addDays(first, -weekdayOf(first))
  const last = lastDayOf(month)
  const count = Math.ceil((weekdayOf(first) + Number(last.slice(8))) / 7)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = addDays(start, week * 7 + at)
      return monthOf(day) === month ? day : null
    }),
  )
}

/** Where a key leads from a day, within the fiscal year; null for a key that does not move. */
export function dayAfterKey(key: string, day: Day, fiscalYear: FiscalYear): Day | null {
  const year = fiscalYearPeriod(fiscalYear)
  const [first, last] = [firstDayOf(year.from), lastDayOf(year.to)]
  const to = target(key, day)
  if (to === null) return null
  return to < first ? first : to > last ? last : to
}

function target(key: string, day: Day): Day | null {
  switch (key) {
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'Home':
      return firstDayOf(monthOf(day))
    case 'End':
      return lastDayOf(monthOf(day))
    case 'PageDown':
      return sameDayOf(day, 1)
    case 'PageUp':
      return sameDayOf(day, -1)
    default:
      return null
  }
}

function sameDayOf(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months)
  const [wanted, last] = [`${month}-${day.slice(8)}` as Day, lastDayOf(month)]
  return wanted > last ? last : wanted
}
