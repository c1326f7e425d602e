import type { ActivityDate, ActivityRow, ActivityState } from '../../statistics/rows.ts'
import type { Day, Month } from '../../time/day.ts'

/**
 * The state of an activity on the as-of date: its last change not after it (domain §1). Null while
 * nothing was known of it. A state that says held although its day lies after the as-of date counts
 * as planned: nothing after the as-of date is told as done.
 */
export function stateOn(activity: ActivityRow, asOf: Day): ActivityState | null {
  const known = activity.states.filter((change) => change.on <= asOf)
  const last = known.at(-1)
  if (last === undefined) return null
  const done = last.state === 'held' || last.state === 'partlyHeld' || last.state === 'substituted'
  if (done && activity.held !== null && firstDay(activity.held) > asOf) return 'planned'
  return last.state
}

/** Whether a state means that something took place. */
export const tookPlace = (state: ActivityState | null): boolean =>
  state === 'held' || state === 'partlyHeld' || state === 'substituted'

/** Activities of one kind as known on the as-of date, and how they stand together. */
export interface ActivityGroup {
  readonly known: readonly { readonly activity: ActivityRow; readonly state: ActivityState }[]
  readonly held: number
  readonly planned: number
  /** Cancelled or postponed. */
  readonly dropped: number
  /** First and last month in which they were held, or else are planned; null when unknown. */
  readonly months: { readonly from: Month; readonly to: Month } | null
}

export function groupOf(
  activities: readonly ActivityRow[],
  choose: { readonly kind: string; readonly fiscalYear: number; readonly asOf: Day },
): ActivityGroup {
  const known = activities
    .filter((activity) => activity.kind === choose.kind && activity.fiscalYear === choose.fiscalYear)
    .flatMap((activity) => {
      const state = stateOn(activity, choose.asOf)
      return state === null ? [] : [{ activity, state }]
    })
  const dropped = known.filter(({ state }) => state === 'cancelled' || state === 'postponed').length
  const held = known.filter(({ state }) => tookPlace(state)).length
  return {
    known,
    held,
    planned: known.length - held - dropped,
    dropped,
    months: monthsOf(known.map(({ activity, state }) => whenOf(activity, state))),
  }
}

/** When an activity in this state took place, or is planned. */
export const whenOf = (activity: ActivityRow, state: ActivityState): ActivityDate =>
  tookPlace(state) && activity.held !== null && activity.held.kind !== 'unknown'
    ? activity.held
    : activity.planned

function monthsOf(dates: readonly ActivityDate[]): { from: Month; to: Month } | null {
  const bounds = dates.flatMap((date) => {
    if (date.kind === 'unknown') return []
    if (date.kind === 'day') return [monthOf(date.day)]
    return date.kind === 'month' ? [date.month] : [date.from, date.to]
  })
  const sorted = bounds.toSorted()
  const from = sorted[0]
  const to = sorted.at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}

const monthOf = (day: Day): Month => day.slice(0, 7) as Month

/** The earliest day that a date can mean; an unknown one is taken as past. */
function firstDay(date: ActivityDate): Day {
  if (date.kind === 'day') return date.day
  if (date.kind === 'unknown') return '0000-01-01'
  return `${date.kind === 'month' ? date.month : date.from}-01` as Day
}
