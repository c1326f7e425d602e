import type { ActivityDate, ActivityRow, ActivityState, ActivityStateChange } from '../statistics/rows.ts'
import type { Day, FiscalYear } from '../time/day.ts'

/** What a clerk writes about an activity; its states are recorded apart, each with its day. */
export interface ActivityContent
  extends Pick<
    ActivityRow,
    | 'category'
    | 'kind'
    | 'title'
    | 'party'
    | 'venue'
    | 'planned'
    | 'partners'
    | 'publicPersons'
    | 'purpose'
    | 'content'
    | 'attendance'
    | 'measures'
  > {
  /** The text of その他. */
  readonly kindOther: string
  /** As printed: 「14時から16時まで」. */
  readonly hours: string
  readonly capacity: number | null
  readonly applications: number | null
  /** 郵送, ウェブ … and the days between which answers were taken. */
  readonly surveyMethod: string
  readonly surveyFrom: Day | null
  readonly surveyTo: Day | null
}

/** One line of the log: a state that came about on a day. */
export interface ActivityLogEntry extends ActivityStateChange {
  readonly evidence: string
  /** The planned date that this change moved (延期); null where it stayed. */
  readonly moved: ActivityDate | null
}

/** A state that was recorded by mistake: counted nowhere, kept in the log. */
export interface WithdrawnEntry extends ActivityStateChange {
  readonly evidence: string
  readonly withdrawnOn: Day
  readonly withdrawnFor: string
}

export interface ActivityRecord extends ActivityContent {
  readonly id: string
  readonly revision: number
  readonly fiscalYear: FiscalYear
  /** Activities of one series share it. */
  readonly seriesId: string | null
  readonly held: ActivityDate | null
  /** Oldest first, never empty. */
  readonly log: readonly ActivityLogEntry[]
  readonly withdrawn: readonly WithdrawnEntry[]
}

/** The content of a record alone, as it is sent back. */
export function contentOf(record: ActivityRecord): ActivityContent {
  const { id, revision, fiscalYear, seriesId, held, log, withdrawn, ...content } = record
  return content
}

/** A change of state, as a clerk tells it. */
export interface StateChange {
  readonly state: ActivityState
  /** The day on which it came about: held on, decided on. */
  readonly on: Day
  readonly reason: string
  readonly evidence: string
  /** When it was held, as far as known; null for states in which nothing took place. */
  readonly held: ActivityDate | null
  /** 延期: the new planned date; null keeps the old one. */
  readonly planned: ActivityDate | null
}

export const activityStates = [
  'planned',
  'held',
  'partlyHeld',
  'substituted',
  'cancelled',
  'postponed',
] as const satisfies readonly ActivityState[]

/** Whether something took place, and so counts. */
export const tookPlace = (state: ActivityState | null): boolean =>
  state === 'held' || state === 'partlyHeld' || state === 'substituted'

/** Groups of 参加者数, in the order of the paper form. */
export const attendanceGroups = ['person', 'family', 'related', 'public'] as const
