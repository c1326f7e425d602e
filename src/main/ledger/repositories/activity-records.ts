import { sql } from 'kysely'
import { countsCapacity } from '../../../shared/activities/kinds.ts'
import type {
  ActivityContent,
  ActivityLogEntry,
  ActivityRecord,
  WithdrawnEntry,
} from '../../../shared/activities/record.ts'
import type { ActivityDate } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { NewRow, RowChange } from '../history/entities.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import { dateColumns } from '../rows/to-columns.ts'
import type { LedgerWriter } from '../writer.ts'
import { dateOf } from './activities.ts'

const capacityMeasure = 'family.capacity'

/** Whole activities of the keys, in the order of the keys. */
function recordsOf(reader: LedgerReader, keys: readonly number[]): readonly ActivityRecord[] {
  if (keys.length === 0) return []
  // As JSON: a list of bound values would end at 32,766.
  const chosen = sql<number>`(SELECT value FROM json_each(${JSON.stringify(keys)}))`
  const states = childrenOf(
    reader.all(
      build
        .selectFrom('activity_state')
        .selectAll()
        .where('activity_key', 'in', chosen)
        .orderBy('activity_key')
        .orderBy('position'),
    ),
  )
  const withdrawn = childrenOf(
    reader.all(
      build
        .selectFrom('activity_withdrawn')
        .selectAll()
        .where('activity_key', 'in', chosen)
        .orderBy('activity_key')
        .orderBy('position'),
    ),
  )
  const partners = childrenOf(
    reader.all(
      build
        .selectFrom('activity_partner')
        .selectAll()
        .where('activity_key', 'in', chosen)
        .orderBy('activity_key')
        .orderBy('position'),
    ),
  )
  const attendance = childrenOf(
    reader.all(
      build
        .selectFrom('activity_attendance')
        .selectAll()
        .where('activity_key', 'in', chosen)
        .orderBy('activity_key')
        .orderBy('position'),
    ),
  )
  const measures = childrenOf(
    reader.all(
      build
        .selectFrom('activity_measure')
        .selectAll()
        .where('activity_key', 'in', chosen)
        .orderBy('activity_key')
        .orderBy('position'),
    ),
  )
  const rows = reader.all(
    build
      .selectFrom('activity as a')
      .innerJoin('party', 'party.key', 'a.party_key')
      .leftJoin('venue', 'venue.key', 'a.venue_key')
      .selectAll('a')
      .select(['party.code as party', 'venue.code as venue'])
      .where('a.key', 'in', chosen)
      .orderBy('a.key'),
  )
  return rows.map((row): ActivityRecord => {
    const own = measures(row.key).map(({ statistic, stratum, value }) => ({ statistic, stratum, value }))
    const counted = countsCapacity(row.kind)
      ? own.find((one) => one.statistic === capacityMeasure)
      : undefined
    return {
      id: row.id,
      revision: row.revision,
      fiscalYear: row.fiscal_year,
      seriesId: row.series_id,
      category: row.category,
      kind: row.kind,
      kindOther: row.kind_other,
      title: row.title,
      party: row.party,
      venue: row.venue,
      planned: dateOf(row.planned_kind, row.planned_from, row.planned_to),
      held: row.held_kind === null ? null : dateOf(row.held_kind, row.held_from, row.held_to),
      hours: row.hours,
      partners: partners(row.key).map(({ name }) => name),
      publicPersons: row.public_persons,
      purpose: row.purpose,
      content: row.content,
      capacity: counted?.value ?? row.capacity,
      applications: row.applications,
      attendance: attendance(row.key).map(({ group_code, count }) => ({ group: group_code, count })),
      measures: counted === undefined ? own : own.filter((one) => one !== counted),
      surveyMethod: row.survey_method,
      surveyFrom: row.survey_from,
      surveyTo: row.survey_to,
      log: states(row.key).map((entry) => ({
        state: entry.state,
        on: entry.on_day,
        reason: entry.reason,
        evidence: entry.evidence,
        moved: entry.moved_kind === null ? null : dateOf(entry.moved_kind, entry.moved_from, entry.moved_to),
      })),
      withdrawn: withdrawn(row.key).map((entry) => ({
        state: entry.state,
        on: entry.on_day,
        reason: entry.reason,
        evidence: entry.evidence,
        withdrawnOn: entry.withdrawn_on,
        withdrawnFor: entry.withdrawn_for,
      })),
    }
  })
}

function childrenOf<R extends { readonly activity_key: number }>(rows: readonly R[]): (key: number) => R[] {
  const byActivity = Map.groupBy(rows, ({ activity_key }) => activity_key)
  return (key) => byActivity.get(key) ?? []
}

/** Activities of a fiscal year: planned in it by their year, or with a date that reaches into it. */
export function readActivitiesOfYear(
  reader: LedgerReader,
  fiscalYear: FiscalYear,
  atMost: number,
): { readonly activities: readonly ActivityRecord[]; readonly total: number } {
  const { from, to } = fiscalYearPeriod(fiscalYear)
  const last = lastDayOf(to)
  const keys = reader.all(
    build
      .selectFrom('activity')
      .select('key')
      .where((where) =>
        where.or([
          where('fiscal_year', '=', fiscalYear),
          where.and([where('planned_from', '>=', from), where('planned_from', '<=', last)]),
          where.and([where('held_from', '>=', from), where('held_from', '<=', last)]),
        ]),
      )
      .orderBy('key'),
  )
  const chosen = keys.slice(0, atMost).map(({ key }) => key)
  return { activities: recordsOf(reader, chosen), total: keys.length }
}

/** One activity, or null. */
export function readActivityRecord(reader: LedgerReader, id: string): ActivityRecord | null {
  const row = reader.get(build.selectFrom('activity').select('key').where('id', '=', id))
  return row === undefined ? null : (recordsOf(reader, [row.key])[0] ?? null)
}

/** All activities of a series, by key. */
export function readSeries(reader: LedgerReader, seriesId: string): readonly ActivityRecord[] {
  const keys = reader.all(
    build.selectFrom('activity').select('key').where('series_id', '=', seriesId).orderBy('key'),
  )
  return recordsOf(
    reader,
    keys.map(({ key }) => key),
  )
}

/** The key of a party or place by its code; null when there is none. */
export function keyOfCode(reader: LedgerReader, table: 'party' | 'venue', code: string): number | null {
  return reader.get(build.selectFrom(table).select('key').where('code', '=', code))?.key ?? null
}

interface Keys {
  readonly party_key: number
  readonly venue_key: number | null
}

function contentColumns(content: ActivityContent, keys: Keys): Omit<NewRow<'activity'>, 'fiscal_year'> {
  const planned = dateColumns(content.planned)
  const counted = countsCapacity(content.kind)
  const measures = counted
    ? content.measures.filter(({ statistic }) => statistic !== capacityMeasure)
    : content.measures
  return {
    ...keys,
    category: content.category,
    kind: content.kind,
    kind_other: content.kindOther,
    title: content.title,
    planned_kind: planned.kind,
    planned_from: planned.from,
    planned_to: planned.to,
    hours: content.hours,
    public_persons: content.publicPersons,
    purpose: content.purpose,
    content: content.content,
    capacity: content.capacity,
    applications: content.applications,
    survey_method: content.surveyMethod,
    survey_from: content.surveyFrom,
    survey_to: content.surveyTo,
    activity_partner: content.partners.map((name) => ({ name })),
    activity_attendance: content.attendance.map(({ group, count }) => ({ group_code: group, count })),
    // 定員 of a seminar is counted, so it stands among the measures as well: one field, one number.
    activity_measure: [
      ...(counted && content.capacity !== null
        ? [{ statistic: capacityMeasure, stratum: null, value: content.capacity }]
        : []),
      ...measures.map(({ statistic, stratum, value }) => ({ statistic, stratum, value })),
    ],
  }
}

const heldColumns = (held: ActivityDate | null) => {
  const columns = held === null ? null : dateColumns(held)
  return {
    held_kind: columns?.kind ?? null,
    held_from: columns?.from ?? null,
    held_to: columns?.to ?? null,
  }
}

const logColumns = (log: readonly ActivityLogEntry[]) =>
  log.map(({ state, on, reason, evidence, moved }) => {
    const columns = moved === null ? null : dateColumns(moved)
    return {
      state,
      on_day: on,
      reason,
      evidence,
      moved_kind: columns?.kind ?? null,
      moved_from: columns?.from ?? null,
      moved_to: columns?.to ?? null,
    }
  })

const withdrawnColumns = (entries: readonly WithdrawnEntry[]) =>
  entries.map((entry) => ({
    state: entry.state,
    on_day: entry.on,
    reason: entry.reason,
    evidence: entry.evidence,
    withdrawn_on: entry.withdrawnOn,
    withdrawn_for: entry.withdrawnFor,
  }))

/** A new activity with its first states; gives its id. */
export function insertActivity(
  write: LedgerWriter,
  content: ActivityContent,
  keys: Keys,
  rest: {
    readonly fiscalYear: FiscalYear
    readonly seriesId: string | null
    readonly held: ActivityDate | null
    readonly log: readonly ActivityLogEntry[]
  },
): string {
  return write.insert('activity', {
    ...contentColumns(content, keys),
    ...heldColumns(rest.held),
    fiscal_year: rest.fiscalYear,
    series_id: rest.seriesId,
    activity_state: logColumns(rest.log),
  }).id
}

/** Replaces an activity by a changed one. `seen` is the revision the client saw: another one is `conflict`. */
export function updateActivity(write: LedgerWriter, seen: number, next: ActivityRecord, keys: Keys): void {
  const change: RowChange<'activity'> = {
    ...contentColumns(next, keys),
    ...heldColumns(next.held),
    fiscal_year: next.fiscalYear,
    series_id: next.seriesId,
    activity_state: logColumns(next.log),
    activity_withdrawn: withdrawnColumns(next.withdrawn),
  }
  write.update('activity', next.id, seen, change)
}

export function removeActivity(write: LedgerWriter, id: string, seen: number): void {
  write.remove('activity', id, seen)
}
