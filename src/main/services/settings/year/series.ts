import type { YearView } from '../../../../shared/contract/schemas/year-change.ts'
import { nearestNameOn } from '../../../../shared/organisation/name-periods.ts'
import { lastDayOfYear, plannedNextYear, seriesKey } from '../../../../shared/organisation/year-change.ts'
import type { ActivityDate } from '../../../../shared/statistics/rows.ts'
import type { Day, FiscalYear } from '../../../../shared/time/day.ts'
import { holidayName, isYearEnd } from '../../../../shared/time/holidays.ts'
import type { LedgerReader } from '../../../ledger/ledger.ts'
import type { LedgerWriter } from '../../../ledger/mutate.ts'
import { build } from '../../../ledger/query.ts'
import { dateOf } from '../../../ledger/repositories/activities.ts'
import { partyRows, venueRows } from '../../../ledger/repositories/settings-rows.ts'

type Stored = ReturnType<typeof activitiesOf>[number]

/** Activities that were planned more than once in a year, as they would be planned again. */
export interface Series extends YearViewSeries {
  readonly activities: readonly Stored[]
}
type YearViewSeries = YearView['series'][number]

const activitiesOf = (reader: LedgerReader, fiscalYear: FiscalYear) =>
  reader.all(
    build
      .selectFrom('activity as a')
      .innerJoin('party', 'party.key', 'a.party_key')
      .leftJoin('venue', 'venue.key', 'a.venue_key')
      .selectAll('a')
      .select(['party.code as party', 'venue.code as venue'])
      .where('a.fiscal_year', '=', fiscalYear)
      .orderBy('a.planned_from')
      .orderBy('a.key'),
  )

export function seriesOf(reader: LedgerReader, old: FiscalYear): readonly Series[] {
  const parties = new Map(partyRows(reader).map((row) => [row.code, row]))
  const venues = new Map(venueRows(reader).map((row) => [row.code, row]))
  const nameOf = (row: Parameters<typeof nearestNameOn>[0] | undefined): string | null =>
    row === undefined ? null : nearestNameOn(row, lastDayOfYear(old))
  const groups = Map.groupBy(activitiesOf(reader, old), (row) =>
    seriesKey({ ...row, seriesId: row.series_id }),
  )
  return [...groups].flatMap(([key, activities]): Series[] => {
    const [first] = activities
    if (first === undefined || activities.length < 2) return []
    const days = activities.flatMap((row) => dayNextYear(row, old) ?? []).toSorted()
    return [
      {
        key,
        title: first.title,
        kind: first.kind,
        party: nameOf(parties.get(first.party)?.names) ?? first.party,
        venue: first.venue === null ? null : (nameOf(venues.get(first.venue)?.names) ?? first.venue),
        count: activities.length,
        from: days[0] ?? null,
        to: days.at(-1) ?? null,
        holidays: days.filter((day) => holidayName(day) !== null || isYearEnd(day)).length,
        activities,
      },
    ]
  })
}

function dayNextYear(row: Stored, old: FiscalYear): Day | null {
  const planned = nextYear(row, old)
  return planned.kind === 'day' ? planned.day : null
}

const nextYear = (row: Stored, old: FiscalYear): ActivityDate =>
  plannedNextYear(dateOf(row.planned_kind, row.planned_from, row.planned_to), old)

/**
 * Plans a series again: dates of the next year, state 予定, without what came of it. Days on which offices are
 * closed are left out. `parties`: successors, by the code of the party before.
 */
export function planSeries(
  write: LedgerWriter,
  series: Series,
  old: FiscalYear,
  today: Day,
  newSeriesId: string,
  parties: ReadonlyMap<string, number>,
): number {
  let count = 0
  for (const row of series.activities) {
    const planned = nextYear(row, old)
    if (planned.kind === 'day' && (holidayName(planned.day) !== null || isYearEnd(planned.day))) continue
    write.insert('activity', {
      fiscal_year: old + 1,
      category: row.category,
      kind: row.kind,
      kind_other: row.kind_other,
      title: row.title,
      party_key: parties.get(row.party) ?? row.party_key,
      venue_key: row.venue_key,
      ...plannedColumns(planned),
      held_kind: null,
      held_from: null,
      held_to: null,
      public_persons: row.public_persons,
      purpose: row.purpose,
      content: row.content,
      series_id: newSeriesId,
      hours: row.hours,
      capacity: row.capacity,
      activity_state: [{ state: 'planned', on_day: today, reason: '' }],
    })
    count += 1
  }
  return count
}

function plannedColumns(planned: ActivityDate) {
  switch (planned.kind) {
    case 'day':
      return { planned_kind: planned.kind, planned_from: planned.day, planned_to: null }
    case 'month':
      return { planned_kind: planned.kind, planned_from: planned.month, planned_to: null }
    case 'months':
      return { planned_kind: planned.kind, planned_from: planned.from, planned_to: planned.to }
    default:
      return { planned_kind: 'unknown' as const, planned_from: null, planned_to: null }
  }
}
