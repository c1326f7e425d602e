import { attendanceGroups } from '../../activities/record.ts'
import type { FormCode } from '../../statistics/rows.ts'
import { collectionWords } from '../../words/collection.ts'
import type { RecordColumn } from './content.ts'

const words = collectionWords.columns

const typed = (
  field: string,
  label: string,
  input: 'text' | 'day' | 'count' = 'text',
  required = false,
): RecordColumn => ({ key: field, field, label, list: null, input, required })

const chosen = (field: string, label: string, list: string, required = false): RecordColumn => ({
  key: field,
  field,
  label,
  list,
  input: 'list',
  required,
})

/** A multiple choice has a column for each choice: a drop-down takes one. */
const several = (
  field: string,
  count: number,
  list: string,
  label: (number: number) => string,
): readonly RecordColumn[] =>
  Array.from({ length: count }, (_, index) => ({
    ...chosen(field, label(index + 1), list),
    key: `${field}.${index + 1}`,
  }))

const referrals = 2

/** 相談受付簿, in the order of the paper form (domain §4). */
export const consultationColumns = (): RecordColumn[] => [
  typed('day', words.day, 'day', true),
  typed('case', words.case, 'text', true),
  chosen('claim', words.claim, 'claim'),
  chosen('method', words.method, 'method', true),
  chosen('caller', words.caller, 'caller', true),
  ...several('companions', 2, 'caller', words.companions),
  typed('age', words.age),
  chosen('sex', words.sex, 'sex'),
  chosen('schooling', words.schooling, 'schooling'),
  chosen('economic', words.economic, 'economic'),
  chosen('household', words.household, 'household'),
  chosen('area', words.area, 'area'),
  chosen('duration', words.duration, 'duration'),
  chosen('route', words.route, 'route'),
  chosen('mainTopic', words.mainTopic, 'topic', true),
  ...several('topics', 3, 'topic', words.topics),
  ...several('factors', 2, 'factor', words.factors),
  ...several('supports', 3, 'support', words.supports),
  ...Array.from({ length: referrals }, (_, index) => [
    {
      ...chosen('destination', words.destination(index + 1), 'destination'),
      key: `destination.${index + 1}`,
    },
    { ...chosen('depth', words.depth(index + 1), 'depth'), key: `depth.${index + 1}` },
  ]).flat(),
  typed('note', words.note),
]

const kindsOfForm: Readonly<Record<FormCode, readonly string[]>> = {
  consultation: [],
  place: ['place'],
  network: ['networkMeeting'],
  family: ['familyMeeting', 'familySeminar'],
  outreach: ['event', 'lecture'],
  other: ['dialogue', 'training'],
}

/** Kinds of activities that a form's book takes. Surveys are counted by stratum: they are no line of a list. */
export const sessionKinds = (form: FormCode): readonly string[] => kindsOfForm[form]

/** 活動の記録: a line a session; a form with one kind does not ask for it. */
export const sessionColumns = (
  kinds: readonly string[],
  groupLabel: (group: string) => string,
): RecordColumn[] => [
  typed('date', words.date, 'day', true),
  ...(kinds.length > 1 ? [chosen('kind', words.kind, 'activityKind', true)] : []),
  typed('title', words.title),
  chosen('venue', words.venue, 'venue'),
  chosen('state', words.state, 'activityState', true),
  typed('reason', words.reason),
  typed('hours', words.hours),
  ...attendanceGroups.map((group) => ({
    ...typed('attendance', words.attendance(groupLabel(group)), 'count'),
    key: `attendance.${group}`,
  })),
  typed('content', words.content),
]
