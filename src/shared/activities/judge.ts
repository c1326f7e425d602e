import type { ActivityState } from '../statistics/rows.ts'
import type { Day } from '../time/day.ts'
import { firstDayOfDate } from './on-day.ts'
import { type ActivityContent, type ActivityRecord, type StateChange, tookPlace } from './record.ts'

/** Why an activity or a change of its state cannot be kept; the words are in `words/activities.ts`. */
export type ActivityProblem =
  | 'titleMissing'
  | 'partyMissing'
  | 'kindMissing'
  | 'kindOtherMissing'
  | 'surveyDaysReversed'
  | 'satisfiedOverResponses'
  | 'responsesOverSample'
  | 'undeliveredOverSample'
  | 'attendanceWithoutSession'
  | 'reasonMissing'
  | 'futureDay'
  | 'beforeLast'
  | 'heldMissing'
  | 'samePlannedDate'
  | 'sameState'

/** Numbers above this are slips of the keyboard, not sessions (domain §7). */
export const largestCount = 100_000

const needsReason = (state: ActivityState): boolean => state === 'cancelled' || state === 'postponed'

/** By field, what keeps the content from being saved. `state` is the latest one. */
export function judgeContent(
  content: ActivityContent,
  state: ActivityState | null,
): Readonly<Record<string, ActivityProblem>> {
  const problems: Record<string, ActivityProblem> = {}
  if (content.title.trim() === '') problems.title = 'titleMissing'
  if (content.party === '') problems.party = 'partyMissing'
  if (content.kind === '') problems.kind = 'kindMissing'
  if (content.kind === 'other' && content.kindOther.trim() === '') problems.kindOther = 'kindOtherMissing'
  if (content.surveyFrom !== null && content.surveyTo !== null && content.surveyFrom > content.surveyTo) {
    problems.surveyTo = 'surveyDaysReversed'
  }
  const nothingTookPlace = state === 'cancelled' || state === 'postponed'
  if (nothingTookPlace && content.attendance.length > 0) problems.attendance = 'attendanceWithoutSession'
  const measure = (statistic: string, stratum: string | null): number | null =>
    content.measures.find((one) => one.statistic === statistic && one.stratum === stratum)?.value ?? null
  const over = (part: string, whole: string, stratum: string | null, problem: ActivityProblem) => {
    const [small, large] = [measure(part, stratum), measure(whole, stratum)]
    if (small !== null && large !== null && small > large) problems[measureField(part, stratum)] = problem
  }
  over('family.satisfied', 'family.responses', null, 'satisfiedOverResponses')
  for (const stratum of new Set(content.measures.map((one) => one.stratum))) {
    over('survey.undelivered', 'survey.sample', stratum, 'undeliveredOverSample')
    over('survey.responses', 'survey.sample', stratum, 'responsesOverSample')
  }
  return problems
}

/** The name of a measure's field in forms and drafts. */
export const measureField = (statistic: string, stratum: string | null): string =>
  stratum === null ? `measure.${statistic}` : `measure.${statistic}.${stratum}`

/**
 * By field, what keeps a change of state from being recorded: 中止・延期 need a reason, nothing is told as
 * done before its day, and the log runs forward. `today` is the day in Japan.
 */
export function judgeChange(
  record: Pick<ActivityRecord, 'log' | 'planned' | 'attendance'>,
  change: StateChange,
  today: Day,
): Readonly<Record<string, ActivityProblem>> {
  const problems: Record<string, ActivityProblem> = {}
  const last = record.log.at(-1)
  if (needsReason(change.state) && change.reason.trim() === '') problems.reason = 'reasonMissing'
  if (change.on > today && change.state !== 'planned') problems.on = 'futureDay'
  else if (last !== undefined && change.on < last.on) problems.on = 'beforeLast'
  if (tookPlace(change.state)) {
    if (change.held === null) problems.held = 'heldMissing'
    else if ((firstDayOfDate(change.held) ?? '') > today) problems.held = 'futureDay'
  }
  if (
    change.state === 'postponed' &&
    change.planned !== null &&
    change.planned.kind !== 'unknown' &&
    JSON.stringify(change.planned) === JSON.stringify(record.planned)
  ) {
    problems.planned = 'samePlannedDate'
  }
  if (last?.state === change.state && change.state !== 'postponed') problems.state = 'sameState'
  if (needsReason(change.state) && record.attendance.length > 0) problems.state = 'attendanceWithoutSession'
  return problems
}
