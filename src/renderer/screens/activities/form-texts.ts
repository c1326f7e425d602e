import { judgeContent, largestCount, measureField } from '../../../shared/activities/judge.ts'
import { categoryOfKind, measuresOfKind, strataOfSurvey } from '../../../shared/activities/kinds.ts'
import { formatWhen, readWhen } from '../../../shared/activities/read-when.ts'
import {
  type ActivityContent,
  type ActivityRecord,
  attendanceGroups,
} from '../../../shared/activities/record.ts'
import { readNumber } from '../../../shared/cell/read-number.ts'
import type { ActivityRow, ActivityState } from '../../../shared/statistics/rows.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { readDay } from '../../../shared/time/read-day.ts'
import { activityProblemWords, activityWords, whenReadingWords } from '../../../shared/words/activities.ts'
import { numberRefusalWords } from '../../../shared/words/cell.ts'
import { dayReadingWords } from '../../../shared/words/time.ts'
import { grouped } from '../../ui/format.ts'

/** The fields as typed, by name: what a draft keeps. */
export type Texts = Readonly<Record<string, string>>

const words = activityWords.form

export interface CountReading {
  readonly value: number | null
  /** Null when the field can be used. */
  readonly problem: string | null
}

/** A count of people or things: blank is null, ０ is a number; everything else says why not. */
export function readCount(text: string, unit: string = words.person): CountReading {
  const bad = (problem: string): CountReading => ({ value: null, problem })
  if (text.trim() === '') return { value: null, problem: null }
  const reading = readNumber(text, { unit, door: 'screen' })
  if (reading.outcome === 'refused') return bad(numberRefusalWords(reading.reason))
  if (reading.outcome !== 'value') return bad(words.onlyNumber)
  if (reading.quantity.kind !== 'integer') return bad(words.notWhole)
  const { integer } = reading.quantity
  if (integer < 0) return bad(words.negative)
  if (integer > largestCount) return bad(words.tooLarge(grouped(largestCount)))
  return { value: integer, problem: null }
}

const groupField = (group: string): string => `group.${group}`

/** The texts of a stored activity; the form begins with them. */
export function textsOf(record: ActivityRecord): Texts {
  const count = (value: number | null): string => (value === null ? '' : String(value))
  const day = (value: Day | null): string => (value === null ? '' : formatDay(value, { digits: 'halfWidth' }))
  return {
    title: record.title,
    category: String(record.category),
    kind: record.kind,
    kindOther: record.kindOther,
    party: record.party,
    venue: record.venue ?? '',
    planned: formatWhen(record.planned, { weekday: false, digits: 'halfWidth' }),
    hours: record.hours,
    partners: record.partners.join('、'),
    publicPersons: record.publicPersons,
    purpose: record.purpose,
    content: record.content,
    capacity: count(record.capacity),
    applications: count(record.applications),
    surveyMethod: record.surveyMethod,
    surveyFrom: day(record.surveyFrom),
    surveyTo: day(record.surveyTo),
    ...Object.fromEntries(
      record.attendance.map(({ group, count: people }) => [groupField(group), String(people)]),
    ),
    ...Object.fromEntries(
      record.measures.map(({ statistic, stratum, value }) => [
        measureField(statistic, stratum),
        String(value),
      ]),
    ),
  }
}

/** Fields that a kind asks for beside the common ones. */
export function measureFields(
  kind: string,
): readonly { readonly statistic: string; readonly stratum: string | null; readonly name: string }[] {
  const strata = kind === 'survey' ? strataOfSurvey : [null]
  return measuresOfKind(kind).flatMap((statistic) =>
    strata.map((stratum) => ({ statistic, stratum, name: measureField(statistic, stratum) })),
  )
}

export interface FormReading {
  /** What the texts say, as far as they can be read. */
  readonly content: ActivityContent
  /** By field, why it cannot be saved. */
  readonly problems: Readonly<Record<string, string>>
}

/** Reads a form (pure). `state` is the latest state, or the one that is being recorded with it. */
export function readForm(
  texts: Texts,
  context: { readonly fiscalYear: FiscalYear; readonly state: ActivityState | null },
): FormReading {
  const problems: Record<string, string> = {}
  const text = (name: string): string => texts[name] ?? ''
  const note = (name: string, problem: string | null): void => {
    if (problem !== null) problems[name] = problem
  }
  const bounded = (name: string, longest: number): string => {
    const value = text(name).trim()
    if (value.length > longest) note(name, words.tooLong(longest))
    return value
  }
  const count = (name: string): number | null => {
    const reading = readCount(text(name))
    note(name, reading.problem)
    return reading.value
  }
  const day = (name: string): Day | null => {
    if (text(name).trim() === '') return null
    const reading = readDay(text(name), { fiscalYear: context.fiscalYear })
    if (!reading.ok) note(name, dayReadingWords(reading))
    return reading.ok ? reading.day : null
  }
  const planned = readWhen(text('planned'), { fiscalYear: context.fiscalYear })
  if (!planned.ok) note('planned', whenReadingWords(planned))
  const kind = text('kind')
  const category = Number(text('category')) || categoryOfKind(kind)
  if (category === null) note('category', words.notChosen)
  const partners = bounded('partners', 2_000)
    .split(/[、，,\n\t]+/)
    .map((name) => name.trim())
    .filter(Boolean)
  if (partners.length > 50 || partners.some((name) => name.length > 200)) note('partners', words.tooLong(200))

  const content: ActivityContent = {
    title: bounded('title', 200),
    category: (category ?? 6) as ActivityRow['category'],
    kind,
    kindOther: bounded('kindOther', 200),
    party: text('party'),
    venue: text('venue') === '' ? null : text('venue'),
    planned: planned.ok ? planned.date : { kind: 'unknown' },
    hours: bounded('hours', 200),
    partners,
    publicPersons: bounded('publicPersons', 1_000),
    purpose: bounded('purpose', 4_000),
    content: bounded('content', 4_000),
    capacity: count('capacity'),
    applications: count('applications'),
    attendance: groupsIn(texts).flatMap((group) => {
      const people = count(groupField(group))
      return people === null ? [] : [{ group, count: people }]
    }),
    measures: measuresIn(texts, kind).flatMap(({ statistic, stratum, name }) => {
      const value = count(name)
      return value === null ? [] : [{ statistic, stratum, value }]
    }),
    surveyMethod: bounded('surveyMethod', 200),
    surveyFrom: day('surveyFrom'),
    surveyTo: day('surveyTo'),
  }
  const judged = Object.entries(judgeContent(content, context.state)).map(
    ([field, problem]) => [field, activityProblemWords(problem)] as const,
  )
  return { content, problems: { ...Object.fromEntries(judged), ...problems } }
}

/** The four groups, and those that an older record has. */
export function groupsIn(texts: Texts): readonly string[] {
  const named = Object.keys(texts).flatMap((name) => (name.startsWith('group.') ? [name.slice(6)] : []))
  return [...new Set([...attendanceGroups, ...named])]
}

/** Measures of the kind, and those that the record has already: what was recorded is never dropped unseen. */
export function measuresIn(texts: Texts, kind: string): ReturnType<typeof measureFields> {
  const own = measureFields(kind)
  const names = new Set(own.map(({ name }) => name))
  const others = Object.entries(texts).flatMap(([name, value]) => {
    if (!name.startsWith('measure.') || names.has(name) || value === '') return []
    const [, family = '', statistic = '', stratum = null] = name.split('.')
    return [{ statistic: `${family}.${statistic}`, stratum, name }]
  })
  return [...own, ...others]
}

/** Whether two forms say the same (a field that is missing is empty). */
export function sameTexts(one: Texts, other: Texts): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''))
}
