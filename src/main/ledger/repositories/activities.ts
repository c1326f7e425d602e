import type { ActivityDate, ActivityRow } from '../../../shared/statistics/rows.ts'
import type { Day, Month } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

/** The schema's CHECKs make sure that the columns fit the kind. */
export function dateOf(kind: ActivityDate['kind'], from: string | null, to: string | null): ActivityDate {
  if (kind === 'unknown' || from === null) return { kind: 'unknown' }
  if (kind === 'day') return { kind, day: from as Day }
  if (kind === 'month' || to === null) return { kind: 'month', month: from as Month }
  return { kind, from: from as Month, to: to as Month }
}

/** 活動 with states, partners, attendance and measures, in the order of recording. */
export function readActivities(reader: LedgerReader): readonly ActivityRow[] {
  const states = childrenOf(
    reader.all(build.selectFrom('activity_state').selectAll().orderBy('activity_key').orderBy('position')),
  )
  const partners = childrenOf(
    reader.all(build.selectFrom('activity_partner').selectAll().orderBy('activity_key').orderBy('position')),
  )
  const attendance = childrenOf(
    reader.all(
      build.selectFrom('activity_attendance').selectAll().orderBy('activity_key').orderBy('position'),
    ),
  )
  const measures = childrenOf(
    reader.all(build.selectFrom('activity_measure').selectAll().orderBy('activity_key').orderBy('position')),
  )
  const rows = reader.all(
    build
      .selectFrom('activity as a')
      .innerJoin('party', 'party.key', 'a.party_key')
      .leftJoin('venue', 'venue.key', 'a.venue_key')
      .selectAll('a')
      .select(['party.code as party', 'venue.code as venue'])
      .orderBy('a.key'),
  )
  return rows.map((row) => ({
    id: row.id,
    fiscalYear: row.fiscal_year,
    category: row.category,
    kind: row.kind,
    title: row.title,
    party: row.party,
    venue: row.venue,
    planned: dateOf(row.planned_kind, row.planned_from, row.planned_to),
    held: row.held_kind === null ? null : dateOf(row.held_kind, row.held_from, row.held_to),
    states: states(row.key).map(({ state, on_day, reason }) => ({ state, on: on_day, reason })),
    partners: partners(row.key).map(({ name }) => name),
    publicPersons: row.public_persons,
    purpose: row.purpose,
    content: row.content,
    attendance: attendance(row.key).map(({ group_code, count }) => ({ group: group_code, count })),
    measures: measures(row.key).map(({ statistic, stratum, value }) => ({ statistic, stratum, value })),
  }))
}

function childrenOf<R extends { readonly activity_key: number }>(rows: readonly R[]): (key: number) => R[] {
  const byActivity = Map.groupBy(rows, ({ activity_key }) => activity_key)
  return (key) => byActivity.get(key) ?? []
}
