import { stateOn } from '../statistics/records/activities.ts'
import type { ActivityDate, ActivityState } from '../statistics/rows.ts'
import { firstDayOf, lastDayOf, monthOf } from '../time/calendar.ts'
import type { Day, FiscalYear, Month } from '../time/day.ts'
import { fiscalYearOf } from '../time/fiscal-year.ts'
import { type ActivityRecord, tookPlace } from './record.ts'

/** The first day that a date can mean; null when nothing is known. */
export function firstDayOfDate(date: ActivityDate): Day | null {
  switch (date.kind) {
    case 'day':
      return date.day
    case 'month':
      return firstDayOf(date.month)
    case 'months':
      return firstDayOf(date.from)
    case 'unknown':
      return null
  }
}

/** The last day that a date can mean; null when nothing is known. */
export function lastDayOfDate(date: ActivityDate): Day | null {
  switch (date.kind) {
    case 'day':
      return date.day
    case 'month':
      return lastDayOf(date.month)
    case 'months':
      return lastDayOf(date.to)
    case 'unknown':
      return null
  }
}

/** First and last month; null when nothing is known. */
export function monthsOfActivity(date: ActivityDate): { readonly from: Month; readonly to: Month } | null {
  const [first, last] = [firstDayOfDate(date), lastDayOfDate(date)]
  return first === null || last === null ? null : { from: monthOf(first), to: monthOf(last) }
}

/** The fiscal year of a date, or the given one when nothing is known. */
export function fiscalYearOfDate(date: ActivityDate, otherwise: FiscalYear): FiscalYear {
  const first = firstDayOfDate(date)
  return first === null ? otherwise : fiscalYearOf(first)
}

/**
 * The day of a state that came about with a date: the day itself; for a month its end, but not after today;
 * today when nothing is known.
 */
export function dayOfState(date: ActivityDate, today: Day): Day {
  const last = lastDayOfDate(date)
  if (last === null) return today
  return date.kind !== 'day' && last > today ? today : last
}

export interface ActivityOnDay {
  /** Null: nothing of it was known yet on that day. */
  readonly state: ActivityState | null
  /** When it took place, or when it was planned, as things stood on that day. */
  readonly when: ActivityDate
}

/**
 * An activity as it stood on the as-of date (domain §1): its last state not after it; the planned date
 * before a later postponement; told as held only when its day had come.
 */
export function activityOn(
  record: Pick<ActivityRecord, 'log' | 'planned' | 'held'>,
  asOf: Day,
): ActivityOnDay {
  const planned = record.log.find((entry) => entry.on > asOf && entry.moved !== null)?.moved ?? record.planned
  const state = stateOn(record.log, asOf)?.state ?? null
  if (!tookPlace(state)) return { state, when: planned }
  const when = record.held === null || record.held.kind === 'unknown' ? planned : record.held
  const first = firstDayOfDate(record.held ?? record.planned)
  return first !== null && first > asOf ? { state: 'planned', when: planned } : { state, when }
}
