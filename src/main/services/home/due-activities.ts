import type { DueActivity } from '../../../shared/contract/schemas/home.ts'
import { stateOn, whenOf } from '../../../shared/paper/assemble/activity-state.ts'
import type { ActivityDate, ActivityRow } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatFiscalYear, formatMonthDay, formatMonthOnly } from '../../../shared/time/format.ts'
import { homeWords } from '../../../shared/words/home.ts'

export interface DueActivities {
  readonly coming: readonly DueActivity[]
  readonly overdue: readonly DueActivity[]
  readonly overdueTotal: number
}

const most = 8

/** The last day that a date can mean: a month is overdue when it is over, an unknown one never. */
function lastDay(date: ActivityDate): Day | null {
  if (date.kind === 'day') return date.day
  if (date.kind === 'unknown') return null
  return lastDayOf(date.kind === 'month' ? date.month : date.to)
}

function whenWords(date: ActivityDate): string {
  if (date.kind === 'day') return formatMonthDay(date.day, { weekday: true, digits: 'halfWidth' })
  if (date.kind === 'unknown') return homeWords.undated
  if (date.kind === 'month') return formatMonthOnly(date.month, 'halfWidth')
  const whole = fiscalYearPeriod(fiscalYearOf(date.from))
  if (date.from === whole.from && date.to === whole.to) {
    return homeWords.withinYear(formatFiscalYear(fiscalYearOf(date.from)))
  }
  return homeWords.months(formatMonthOnly(date.from, 'halfWidth'), formatMonthOnly(date.to, 'halfWidth'))
}

/** What is planned on a day: to come (nearest first), and overdue (neither held nor called off). */
export function dueActivities(
  activities: readonly ActivityRow[],
  today: Day,
  names: { readonly party: (code: string) => string; readonly venue: (code: string) => string },
): DueActivities {
  const planned = activities
    .filter((activity) => stateOn(activity, today) === 'planned')
    .map((activity) => ({ activity, date: whenOf(activity, 'planned') }))
    .map((one) => ({ ...one, last: lastDay(one.date) }))
    .toSorted((a, b) => ((a.last ?? '9999') < (b.last ?? '9999') ? -1 : 1))
  const view = ({ activity, date }: (typeof planned)[number]): DueActivity => ({
    id: activity.id,
    title: activity.title,
    when: whenWords(date),
    party: names.party(activity.party),
    venue: activity.venue === null ? null : names.venue(activity.venue),
  })
  const overdue = planned.filter(({ last }) => last !== null && last < today)
  const coming = planned.filter(({ last }) => last === null || last >= today)
  return {
    coming: coming.slice(0, most).map(view),
    overdue: overdue.slice(0, most).map(view),
    overdueTotal: overdue.length,
  }
}
