import { formOfActivity } from '../activities/kinds.ts'
import { heldActivities, monthsOfDate, stateOn } from '../statistics/records/activities.ts'
import type { ActivityRow } from '../statistics/rows.ts'
import { daysOf } from '../time/calendar.ts'
import type { TimeFrame } from '../time/day.ts'
import { type Check, type CheckFinding, type CheckRows, finding } from './finding.ts'
import { tallyYears } from './tally-grid.ts'

const attendanceOf = (activity: Pick<ActivityRow, 'attendance'>): number =>
  activity.attendance.reduce((sum, { count }) => sum + count, 0)

/** Largest session ≤ 実, 実 ≤ 延べ of the records, and nobody attends what was cancelled. */
export const checkSessions: Check = (rows, frame) => [
  ...cancelled(rows, frame),
  ...personsOfPlaces(rows, frame),
]

function cancelled(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const { from, to } = daysOf(frame.period)
  return rows.activities.flatMap((activity) => {
    const state = stateOn(activity.states, frame.asOf)
    const months = monthsOfDate(activity.held ?? activity.planned, activity.fiscalYear, frame.asOf)
    if (state?.state !== 'cancelled' || months === null || attendanceOf(activity) === 0) return []
    const date = activity.held ?? activity.planned
    const day = date.kind === 'day' ? date.day : null
    if (
      day === null ? months.from < frame.period.from || months.to > frame.period.to : day < from || day > to
    ) {
      return []
    }
    const { party, fiscalYear, id } = activity
    const place = { party, form: formOfActivity(activity), fiscalYear, month: months.from, day, rowId: id }
    return [finding('attendanceAtCancelled', place, { value: attendanceOf(activity), title: activity.title })]
  })
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  'place.persons': ['place'],
  'family.persons': ['familyMeeting', 'familySeminar'],
}

function personsOfPlaces(rows: CheckRows, frame: TimeFrame): readonly CheckFinding[] {
  const held = heldActivities(rows.activities, frame.asOf)
  return tallyYears(rows, frame).flatMap((year) =>
    year.rows.flatMap((row) => {
      const own = kinds[row.statistic]
      if (own === undefined || row.value === null || Object.keys(row.keys).length > 0) return []
      const from = row.month ?? `${row.fiscalYear}-04`
      const to = row.month ?? `${row.fiscalYear + 1}-03`
      const sizes = held
        .filter((one) => one.party === row.party && own.includes(one.kind))
        .filter((one) => one.from >= from && one.to <= to)
        .map(attendanceOf)
      if (sizes.length === 0) return []
      const largest = Math.max(...sizes)
      const all = sizes.reduce((sum, size) => sum + size, 0)
      const { party, fiscalYear } = year
      const place = { party, fiscalYear, statistic: row.statistic, month: row.month, rowId: row.id }
      const other = row.statistic.replace('persons', 'attendance')
      const value = row.value
      return [
        ...(value < largest ? [finding('personsUnderSession', place, { value, limit: largest })] : []),
        ...(value > all
          ? [finding('personsOverEvents', place, { value, limit: all, other, codes: '' })]
          : []),
      ]
    }),
  )
}
