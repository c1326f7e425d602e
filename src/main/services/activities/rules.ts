import { judgeChange, judgeContent } from '../../../shared/activities/judge.ts'
import { formsOfActivity } from '../../../shared/activities/kinds.ts'
import { monthsOfActivity } from '../../../shared/activities/on-day.ts'
import {
  type ActivityContent,
  type ActivityRecord,
  type StateChange,
  tookPlace,
} from '../../../shared/activities/record.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { ActivityDate } from '../../../shared/statistics/rows.ts'
import { monthsOf } from '../../../shared/time/calendar.ts'
import type { Day, Month } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { keyOfCode, readActivityRecord } from '../../ledger/repositories/activity-records.ts'
import { assertMode, assertMonthOpen } from '../guards/month-guard.ts'

/** The activity of this id. @throws AppFailure `notFound` */
export function activityOf(reader: LedgerReader, id: string): ActivityRecord {
  const record = readActivityRecord(reader, id)
  if (record === null) throw new AppFailure(appError('notFound', { what: 'activity', id }, 'id'))
  return record
}

/** @throws AppFailure `unknownParty`, or `invalidValue` for a place that is not there. */
export function keysOf(reader: LedgerReader, content: Pick<ActivityContent, 'party' | 'venue'>) {
  const party_key = keyOfCode(reader, 'party', content.party)
  if (party_key === null) throw new AppFailure(appError('unknownParty', { party: content.party }, 'party'))
  if (content.venue === null) return { party_key, venue_key: null }
  const venue_key = keyOfCode(reader, 'venue', content.venue)
  if (venue_key === null) {
    throw new AppFailure(appError('invalidValue', { value: content.venue, place: 'venue' }, 'venue'))
  }
  return { party_key, venue_key }
}

/** Refuses what the screen would have refused in its place: no door may be softer than another. */
export function assertContent(content: ActivityContent, record: Pick<ActivityRecord, 'log'> | null): void {
  throwFirst(judgeContent(content, record?.log.at(-1)?.state ?? null))
}

/** As {@link judgeChange}. @throws AppFailure `reasonMissing` or `invalidValue` at the field */
export function assertChange(
  record: Pick<ActivityRecord, 'log' | 'planned' | 'attendance'>,
  change: StateChange,
  today: Day,
): void {
  throwFirst(judgeChange(record, change, today))
}

function throwFirst(problems: Readonly<Record<string, string>>): void {
  const [first] = Object.entries(problems)
  if (first === undefined) return
  const [field, problem] = first
  if (problem === 'reasonMissing') throw new AppFailure(appError('reasonMissing', {}, field))
  throw new AppFailure(appError('invalidValue', { value: '', place: problem }, field))
}

type Guarded = Pick<ActivityRecord, 'party' | 'kind' | 'category' | 'measures' | 'planned' | 'held'> & {
  readonly log: readonly { readonly state: ActivityRecord['log'][number]['state'] }[]
}

/**
 * The months of an activity that a write touches. What only is planned for a span of months (「年度中」)
 * counts nothing, and no month of it is closed by that.
 */
export function monthsTouched(activity: Guarded): readonly Month[] {
  const took = tookPlace(activity.log.at(-1)?.state ?? null)
  const dates: readonly ActivityDate[] = [
    activity.planned,
    ...(activity.held === null ? [] : [activity.held]),
  ].filter((date) => date.kind === 'day' || date.kind === 'month' || (took && date.kind === 'months'))
  return [
    ...new Set(
      dates.flatMap((date) => monthsOf(monthsOfActivity(date) ?? { from: '9999-02', to: '9999-01' })),
    ),
  ]
}

/** Every door: no month of it is 確定, and the party tells these statistics by records (domain §3, §8). */
export function assertOpen(reader: LedgerReader, activity: Guarded): void {
  for (const month of monthsTouched(activity)) {
    for (const form of formsOfActivity(activity)) {
      assertMonthOpen(reader, activity.party, form, month)
      assertMode(reader, activity.party, form, month, 'records')
    }
  }
}
