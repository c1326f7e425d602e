import { type HeldActivity, monthsOfDate } from '../../../shared/statistics/records/activities.ts'
import type { ActivityDate } from '../../../shared/statistics/rows.ts'
import { isDay, isMonth } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { asNumber, asText, rawRows, type Value } from './raw-rows.ts'

/** Activities whose state on the as-of date is that of one held; the date is the held one where it is known. */
export const heldSql = `
  SELECT activity.key, activity.fiscal_year, activity.kind, party.code, venue.code,
    CASE WHEN held_kind IS NULL THEN planned_kind ELSE held_kind END,
    CASE WHEN held_kind IS NULL THEN planned_from ELSE held_from END,
    CASE WHEN held_kind IS NULL THEN planned_to ELSE held_to END
  FROM activity
  JOIN party ON party.key = activity.party_key
  LEFT JOIN venue ON venue.key = activity.venue_key
  WHERE (SELECT state FROM activity_state WHERE activity_key = activity.key AND on_day <= ?
         ORDER BY position DESC LIMIT 1) IN ('held', 'partlyHeld', 'substituted')
  ORDER BY activity.key`

export const attendanceSql =
  'SELECT activity_key, group_code, count FROM activity_attendance ORDER BY activity_key, position'
export const measuresSql =
  'SELECT activity_key, statistic, stratum, value FROM activity_measure ORDER BY activity_key, position'

export const readHeldActivities = (reader: LedgerReader, asOf: Day): readonly HeldActivity[] => [
  ...readHeldByKey(reader, asOf).values(),
]

/** The same by the activity's key, for whoever asks which ones a number counts. */
export function readHeldByKey(reader: LedgerReader, asOf: Day): ReadonlyMap<number, HeldActivity> {
  const attendance = Map.groupBy(rawRows(reader, attendanceSql, []), ([key]) => key)
  const measures = Map.groupBy(rawRows(reader, measuresSql, []), ([key]) => key)
  const held = new Map<number, HeldActivity>()
  for (const row of rawRows(reader, heldSql, [asOf])) {
    const [key = null, fiscalYear, kind, party, venue, dateKind, from, to] = row
    const months = monthsOfDate(dateOf(dateKind, from, to), asNumber(fiscalYear), asOf)
    if (months === null) continue
    held.set(asNumber(key), {
      kind: asText(kind),
      party: asText(party),
      venue: typeof venue === 'string' ? venue : null,
      ...months,
      attendance: (attendance.get(key) ?? []).map(([, group, count]) => ({
        group: asText(group),
        count: asNumber(count),
      })),
      measures: (measures.get(key) ?? []).map(([, statistic, stratum, value]) => ({
        statistic: asText(statistic),
        stratum: typeof stratum === 'string' ? stratum : null,
        value: asNumber(value),
      })),
    })
  }
  return held
}

function dateOf(kind: Value | undefined, from: Value | undefined, to: Value | undefined): ActivityDate {
  if (kind === 'day' && isDay(from)) return { kind, day: from }
  if (kind === 'month' && isMonth(from)) return { kind, month: from }
  if (kind === 'months' && isMonth(from) && isMonth(to)) return { kind, from, to }
  return { kind: 'unknown' }
}
