import { monthOf } from '../../time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../time/fiscal-year.ts'
import { findBreakdown } from '../catalogue/breakdowns.ts'
import { type CodeBook, unknownCode } from '../engine/context.ts'
import { type CountRequest, type Counts, countKey } from '../engine/counter.ts'
import { sliceCode } from '../engine/slices.ts'
import type { ActivityDate, ActivityRow, ActivityStateChange } from '../rows.ts'

/** An activity that had been held by the as-of date, as the statistics see it. */
export interface HeldActivity {
  readonly kind: string
  readonly party: string
  readonly venue: string | null
  /** The months in which it may have been held; one month when that is known. */
  readonly from: Month
  readonly to: Month
  readonly attendance: ActivityRow['attendance']
  readonly measures: ActivityRow['measures']
}

/** States in which an activity took place. */
export const heldStates: readonly string[] = ['held', 'partlyHeld', 'substituted']

/** The state of an activity on a day: the last change by then, or null before the first (domain §1). */
export function stateOn(states: readonly ActivityStateChange[], asOf: Day): ActivityStateChange | null {
  return states.findLast((change) => change.on <= asOf) ?? null
}

/** What had been held by the as-of date: planned, cancelled and postponed activities count nothing. */
export function heldActivities(activities: readonly ActivityRow[], asOf: Day): readonly HeldActivity[] {
  return activities.flatMap((activity) => {
    const state = stateOn(activity.states, asOf)
    if (state === null || !heldStates.includes(state.state)) return []
    const months = monthsOfDate(activity.held ?? activity.planned, activity.fiscalYear, asOf)
    if (months === null) return []
    const { kind, party, venue, attendance, measures } = activity
    return [{ kind, party, venue, ...months, attendance, measures }]
  })
}

/** First and last possible month of a date by the as-of date; null when it lies after it. */
export function monthsOfDate(
  date: ActivityDate,
  fiscalYear: FiscalYear,
  asOf: Day,
): { readonly from: Month; readonly to: Month } | null {
  const last = monthOf(asOf)
  const capped = (from: Month, to: Month) => (from > last ? null : { from, to: to < last ? to : last })
  if (date.kind === 'day') return date.day > asOf ? null : { from: monthOf(date.day), to: monthOf(date.day) }
  if (date.kind === 'month') return capped(date.month, date.month)
  if (date.kind === 'months') return capped(date.from, date.to)
  const year = fiscalYearPeriod(fiscalYear)
  return capped(year.from, year.to)
}

/** Held activities with merged kinds and groups under the code that stands for them. */
export function withCanonicalCodes(held: readonly HeldActivity[], codes: CodeBook): readonly HeldActivity[] {
  const groups = findBreakdown('group')?.list ?? 'group'
  return held.map((activity) => ({
    ...activity,
    kind: codes.canonical('activityKind', activity.kind),
    attendance: activity.attendance.map(({ group, count }) => ({
      group: codes.canonical(groups, group),
      count,
    })),
  }))
}

/** Sessions, attendance or a measure of the request, by slice and codes. */
export function countActivities(request: CountRequest, held: readonly HeldActivity[]): Counts {
  const counts = new Map<string, number>()
  for (const activity of selectActivities(request, held)) {
    const slice = sliceOfActivity(activity, request)
    if (slice === null) continue
    for (const { codes, amount } of amountsOf(activity, request)) {
      const key = countKey(slice, codes)
      counts.set(key, (counts.get(key) ?? 0) + amount)
    }
  }
  return counts
}

/** Activities that the source counts, of parties and months that are asked for. */
function selectActivities(request: CountRequest, held: readonly HeldActivity[]): readonly HeldActivity[] {
  const { source, included, months } = request
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  return held.filter((activity) => {
    const inside = activity.from >= first && activity.to <= last
    const own = included.get(activity.party)
    if (!inside || own === undefined || !(own.has(activity.from) || own.has(activity.to))) return false
    if (!request.where.every((filter) => passesActivity(filter, activity))) return false
    if (source.kind === 'sessions' || source.kind === 'attendance') {
      return source.activityKinds.includes(activity.kind)
    }
    return source.kind === 'measures'
  })
}

function passesActivity(filter: CountRequest['where'][number], activity: HeldActivity): boolean {
  if ('age' in filter) return false
  // Groups and strata are parts of an activity, and are filtered where they are added up.
  if (filter.field === 'group' || filter.field === 'stratum') return true
  return filter.codes.includes(codeOfActivity(filter.field, activity)) === (filter.operator === 'is')
}

function codeOfActivity(breakdown: string, activity: HeldActivity): string {
  return breakdown === 'venue' ? (activity.venue ?? unknownCode) : activity.kind
}

/** The row of an activity: null when the month is not known well enough for the breakdown. */
function sliceOfActivity(activity: HeldActivity, request: CountRequest): string | null {
  const from = sliceCode(activity.from, request.time)
  return from === sliceCode(activity.to, request.time) ? from : null
}

interface Amount {
  readonly codes: readonly string[]
  readonly amount: number
}

function amountsOf(activity: HeldActivity, request: CountRequest): readonly Amount[] {
  const { source, keys } = request
  const codes = (part: string): readonly string[] =>
    keys.map((key) => (key === 'group' || key === 'stratum' ? part : codeOfActivity(key, activity)))
  const passes = (field: string, part: string): boolean =>
    request.where.every(
      (filter) =>
        filter.field !== field ||
        (filter.operator === 'is') === ('codes' in filter && filter.codes.includes(part)),
    )
  if (source.kind === 'sessions') return [{ codes: codes(unknownCode), amount: 1 }]
  if (source.kind === 'attendance') {
    return activity.attendance
      .filter(({ group }) => passes('group', group))
      .map(({ group, count }) => ({ codes: codes(group), amount: count }))
  }
  if (source.kind !== 'measures') return []
  return activity.measures.flatMap(({ statistic, stratum, value }) => {
    const part = stratum ?? unknownCode
    const sign = statistic === source.statistic ? 1 : statistic === source.less ? -1 : 0
    return sign === 0 || !passes('stratum', part) ? [] : [{ codes: codes(part), amount: sign * value }]
  })
}

/** Held activities that stand in no row: their month is not known, or may lie outside the period. */
export function countUndated(request: CountRequest, held: readonly HeldActivity[]): number {
  const inRows = selectActivities(request, held).filter((one) => sliceOfActivity(one, request) !== null)
  const years = new Set(request.months.map(fiscalYearOf))
  const wide = { ...request, months: wholeYears(years) }
  const all = selectActivities(wide, held).filter(
    (one) => one.from !== one.to && overlaps(one, request.months) && amountsOf(one, request).length > 0,
  )
  return all.filter((one) => !inRows.includes(one)).length
}

function overlaps(activity: HeldActivity, months: readonly Month[]): boolean {
  return months.some((month) => activity.from <= month && month <= activity.to)
}

function wholeYears(years: ReadonlySet<FiscalYear>): readonly Month[] {
  const all = [...years].sort((a, b) => a - b)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return []
  return [fiscalYearPeriod(first).from, fiscalYearPeriod(last).to]
}
