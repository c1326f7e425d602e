import { formOfActivity } from '../activities/kinds.ts'
import { firstDayOfDate } from '../activities/on-day.ts'
import { heldStates, stateOn } from '../statistics/records/activities.ts'
import { daysOf, monthOf } from '../time/calendar.ts'
import type { Day, FiscalYear, TimeFrame } from '../time/day.ts'
import { fiscalYearOf } from '../time/fiscal-year.ts'
import { holidayName, holidaysIn, isYearEnd } from '../time/holidays.ts'
import { type Check, type CheckFinding, type CheckRows, finding } from './finding.ts'

/** A party that works on more of the closed days than this is open on them. */
const open = 1 / 3

/**
 * The days of a fiscal year on which offices are closed whatever the weekday: 祝日 as far as their table goes,
 * and 年末年始. Saturdays and Sundays are not among them: many a desk and most events are open then.
 */
export function closedDaysOf(fiscalYear: FiscalYear): ReadonlyMap<Day, string> {
  const days = new Map<Day, string>()
  for (const year of [fiscalYear, fiscalYear + 1]) {
    for (const [day, name] of holidaysIn(year)) if (fiscalYearOf(day) === fiscalYear) days.set(day, name)
  }
  const [old, next] = [fiscalYear, fiscalYear + 1]
  const end: readonly Day[] = [
    `${old}-12-29`,
    `${old}-12-30`,
    `${old}-12-31`,
    `${next}-01-01`,
    `${next}-01-02`,
    `${next}-01-03`,
  ]
  for (const day of end) if (!days.has(day)) days.set(day, '')
  return days
}

/** Contacts and sessions on closed days (domain §7): the day may be a slip. Once for a party and day. */
export const checkClosedDays: Check = (rows, frame) => [...contacts(rows, frame), ...activities(rows, frame)]

function contacts(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const closed = closedDaysOf(frame.fiscalYear)
  const { from, to } = daysOf(frame.period)
  const isOver = (day: Day): boolean => day <= frame.asOf
  const first = new Map<string, CheckRows['consultations'][number]>()
  for (const contact of rows.consultations) {
    const { party, day } = contact
    const name = `${party} ${day}`
    if (closed.has(day) && isOver(day) && !first.has(name)) first.set(name, contact)
  }
  const over = [...closed.keys()].filter(isOver).length
  return [...Map.groupBy(first.values(), ({ party }) => party).values()]
    .filter((own) => own.length <= 2 || own.length <= over * open)
    .flat()
    .filter(({ day }) => day >= from && day <= to)
    .toSorted((a, b) => (`${a.day} ${a.party}` < `${b.day} ${b.party}` ? -1 : 1))
    .map(({ party, day, id }) => {
      const place = { party, month: monthOf(day), fiscalYear: fiscalYearOf(day), day, rowId: id }
      return finding('contactOnClosedDay', place, { name: closed.get(day) ?? '' }, [day])
    })
}

/** 普及啓発 is for the days on which people are free. */
function activities(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const { from, to } = daysOf(frame.period)
  return rows.activities.flatMap((activity) => {
    const { party, fiscalYear, id, title, held, planned, states, category } = activity
    const day = firstDayOfDate(held ?? planned)
    const isOneDay = (held ?? planned).kind === 'day'
    const state = stateOn(states, frame.asOf)
    if (day === null || !isOneDay || state === null || !heldStates.includes(state.state)) return []
    const name = holidayName(day) ?? (isYearEnd(day) ? '' : null)
    if (name === null || category === 5 || day < from || day > to || day > frame.asOf) return []
    const place = { party, form: formOfActivity(activity), month: monthOf(day), fiscalYear, day, rowId: id }
    return [finding('activityOnClosedDay', place, { name, title }, [day])]
  })
}
