import { formOfActivity } from '../activities/kinds.ts'
import { firstDayOfDate } from '../activities/on-day.ts'
import { heldStates, stateOn } from '../statistics/records/activities.ts'
import { lastDayOf, monthOf } from '../time/calendar.ts'
import type { Month, TimeFrame } from '../time/day.ts'
import { fiscalYearOf } from '../time/fiscal-year.ts'
import { type Check, type CheckFinding, type CheckRows, finding } from './finding.ts'

/** What a season does not know, as months of the calendar in which it is plausible. */
const seasons: readonly { readonly word: string; readonly from: number; readonly to: number }[] = [
  { word: '台風', from: 5, to: 11 },
  { word: '猛暑', from: 5, to: 10 },
  { word: '酷暑', from: 5, to: 10 },
  { word: '熱中症', from: 4, to: 10 },
  { word: '大雪', from: 11, to: 4 },
  { word: '降雪', from: 11, to: 4 },
  { word: '積雪', from: 11, to: 4 },
]

/** States of activities that cannot be so (domain §7): told as done before the day, 台風 in December. */
export const checkActivityStates: Check = (rows, frame) =>
  rows.activities.flatMap((activity) => [...tooEarly(activity, frame), ...outOfSeason(activity, frame)])

type Activity = CheckRows['activities'][number]

const inPeriod = (month: Month, { period }: TimeFrame): boolean => month >= period.from && month <= period.to

/** Told as done, but by the as-of date (or when it was told) its day had not come. */
function tooEarly(activity: Activity, frame: TimeFrame): readonly CheckFinding[] {
  const { party, fiscalYear, id, title } = activity
  const state = stateOn(activity.states, frame.asOf)
  const held = firstDayOfDate(activity.held ?? activity.planned)
  if (state === null || held === null || !heldStates.includes(state.state) || state.on >= held) return []
  if (!inPeriod(monthOf(state.on), frame)) return []
  const form = formOfActivity(activity)
  const place = { party, form, month: monthOf(state.on), fiscalYear, day: state.on, rowId: id }
  return [finding('heldBeforeItsDay', place, { title, on: state.on, held }, [state.on, held])]
}

function outOfSeason(activity: Activity, frame: TimeFrame): readonly CheckFinding[] {
  const { party, id, title } = activity
  const state = stateOn(activity.states, frame.asOf)
  if (state === null || (state.state !== 'cancelled' && state.state !== 'postponed')) return []
  const day = firstDayOfDate(activity.planned) ?? state.on
  const month = Number(day.slice(5, 7))
  const place = { party, month: monthOf(day), fiscalYear: fiscalYearOf(day), day, rowId: id }
  if (!inPeriod(place.month, frame) || lastDayOf(frame.period.to) < day) return []
  return seasons.flatMap(({ word, from, to }) => {
    const plausible = from <= to ? month >= from && month <= to : month >= from || month <= to
    if (plausible || !state.reason.includes(word)) return []
    const told = { title, word, month }
    return [finding('implausibleReason', { ...place, form: formOfActivity(activity) }, told)]
  })
}
