import type { ActivityContent, ActivityLogEntry, ActivityRecord } from '../../../shared/activities/record.ts'
import { tookPlace } from '../../../shared/activities/record.ts'
import type { StagedSession } from '../../../shared/intake/staged.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { intakeWords } from '../../../shared/words/intake-match.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { insertActivity, updateActivity } from '../../ledger/repositories/activity-records.ts'
import { activityOf, assertOpen, keysOf } from '../activities/rules.ts'

/** A session of a book as a new activity. */
export function insertSession(write: LedgerWriter, session: StagedSession, today: Day): void {
  const content: ActivityContent = {
    category: session.category,
    kind: session.activityKind,
    kindOther: '',
    title: session.title,
    party: session.party,
    venue: session.venue,
    planned: session.date,
    partners: [],
    publicPersons: '',
    purpose: '',
    content: session.content,
    attendance: session.attendance,
    measures: [],
    hours: session.hours,
    capacity: null,
    applications: null,
    surveyMethod: '',
    surveyFrom: null,
    surveyTo: null,
  }
  const made = {
    fiscalYear: fiscalYearOf(session.month),
    seriesId: null,
    held: session.state === 'held' ? session.date : null,
    log: [stateOf(session, today)],
  }
  assertOpen(write, { ...content, ...made })
  insertActivity(write, content, keysOf(write, content), made)
}

/** What a book says of a session over what the ledger has; fields that it does not know stay. */
export function changeSession(
  write: LedgerWriter,
  seen: { readonly id: string; readonly revision: number },
  session: StagedSession,
  today: Day,
): void {
  const before = activityOf(write, seen.id)
  const { title, venue, hours, content, attendance, category } = session
  const next: ActivityRecord = {
    ...before,
    ...statesAfter(before, session, today),
    title,
    venue,
    hours,
    content,
    attendance,
    category,
    held: session.state === 'held' ? session.date : null,
    // What was planned stays planned: only where nothing took place the day of the book is the planned one.
    planned: session.state === 'held' && before.planned.kind === 'day' ? before.planned : session.date,
  }
  assertOpen(write, before)
  assertOpen(write, next)
  updateActivity(write, seen.revision, next, keysOf(write, next))
}

/** On its day; where only the month is known, at its end, but not after today. */
function stateOf({ state, date, month, reason }: StagedSession, today: Day): ActivityLogEntry {
  const end = lastDayOf(month)
  const on = state === 'planned' ? today : date.kind === 'day' ? date.day : end < today ? end : today
  return { state, on, reason, evidence: '', moved: null }
}

/** The log with the book's state: a plan is followed by it, a state that the book corrects is withdrawn. */
function statesAfter(
  before: ActivityRecord,
  session: StagedSession,
  today: Day,
): Pick<ActivityRecord, 'log' | 'withdrawn'> {
  const { log, withdrawn } = before
  const last = log.at(-1)
  const next = stateOf(session, today)
  if (last === undefined) return { log: [next], withdrawn }
  const isSame = last.state === next.state || (tookPlace(last.state) && next.state === 'held')
  if (isSame && (next.state === 'planned' || (last.on === next.on && last.reason === next.reason))) {
    return { log, withdrawn }
  }
  if (last.state === 'planned' || last.state === 'postponed') return { log: [...log, next], withdrawn }
  const { moved, ...entry } = last
  const gone = { ...entry, withdrawnOn: today, withdrawnFor: intakeWords.correctedByBook }
  return {
    log: [...log.slice(0, -1), { ...next, state: isSame ? last.state : next.state }],
    withdrawn: [...withdrawn, gone],
  }
}
