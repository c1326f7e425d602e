import { plain } from '../../../shared/contract/plain.ts'
import type { IntakeSum } from '../../../shared/contract/schemas/intake.ts'
import { calculateAll } from '../../../shared/statistics/calculate.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { StatisticQuery, StatisticResult } from '../../../shared/statistics/definition.ts'
import type { LedgerRows } from '../../../shared/statistics/rows.ts'
import { isMonth, lastDayOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { nameOn } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readStatisticContext } from '../../ledger/statistics/query-statistics.ts'
import { formOf } from './compare.ts'
import type { Reading } from './open-books.ts'
import { operationsOf } from './operations.ts'
import { rowsAsTheyAre, rowsAsTheyWouldBe } from './sums-rows.ts'

/** What a book of a form is looked at by: 延べ by month and year, 実 by year. */
const statisticsOfForm: Readonly<Record<string, readonly string[]>> = {
  consultation: ['consultation.events', 'consultation.persons', 'referral.events'],
  place: ['place.sessions', 'place.attendance'],
  network: ['network.meetings'],
  family: ['family.sessions', 'family.attendance'],
  outreach: ['outreach.events'],
}

/**
 * The statistics that a book concerns, counted by the statistics engine on the rows as they are and as they would
 * be. One line a month that differs or that the book reports, and one for the year.
 */
export function sumsOf(
  reader: LedgerReader,
  { read, comparison, sequence }: Reading,
  withdrawGone: boolean,
  watch: () => void,
): IntakeSum[] {
  const operations = operationsOf({ name: '', digest: '' }, read, comparison, { withdrawGone, sequence })
  return reader.snapshot(() => {
    const context = readStatisticContext(reader)
    return placesOf(comparison).flatMap(({ party, fiscalYear, statistics }) => {
      watch()
      const before = rowsAsTheyAre(reader, party, fiscalYear)
      const after = rowsAsTheyWouldBe(before, operations, party, fiscalYear)
      const queries = statistics.flatMap((statistic) => queriesFor(statistic, party, fiscalYear))
      const [was, is] = [before.rows, after].map((rows) => calculateAll(queries, rows, context))
      const partyName = nameOfParty(before.rows, party, fiscalYear)
      return queries.flatMap((query, index) => {
        const [old, young] = [was?.[index], is?.[index]]
        // A statistic that says nothing of this party or year (no data yet) has no line before.
        return linesOf(query, old?.ok ? old.value : null, young?.ok ? young.value : null, {
          party,
          partyName,
        })
      })
    })
  })
}

interface Place {
  readonly party: string
  readonly fiscalYear: FiscalYear
  readonly statistics: readonly string[]
}

function placesOf({ rows, gone }: Reading['comparison']): readonly Place[] {
  const places = new Map<string, { party: string; fiscalYear: FiscalYear; statistics: Set<string> }>()
  const records = [
    ...rows.flatMap((match) => ('row' in match ? [match.row.record] : [])),
    ...gone.map(({ record }) => record),
  ]
  for (const record of records) {
    if (record.kind === 'indicator') continue
    const fiscalYear = record.kind === 'tally' ? record.fiscalYear : fiscalYearOf(record.month)
    const key = `${record.party} ${fiscalYear}`
    const place = places.get(key) ?? { party: record.party, fiscalYear, statistics: new Set<string>() }
    places.set(key, place)
    const concerned =
      record.kind === 'tally' ? [record.statistic] : (statisticsOfForm[formOf(record) ?? ''] ?? [])
    for (const statistic of concerned) place.statistics.add(statistic)
  }
  return [...places.values()].map((place) => ({ ...place, statistics: [...place.statistics] }))
}

function queriesFor(statistic: string, party: string, fiscalYear: FiscalYear): readonly StatisticQuery[] {
  const definition = findStatistic(statistic)
  if (definition === null) return []
  const period = fiscalYearPeriod(fiscalYear)
  const frame = { fiscalYear, period, asOf: lastDayOf(period.to) }
  const by = definition.breakdowns.includes('month') ? ['month'] : []
  return [{ statistic, frame, by, where: [], party }]
}

function linesOf(
  query: StatisticQuery,
  before: StatisticResult | null,
  after: StatisticResult | null,
  who: Pick<IntakeSum, 'party' | 'partyName'>,
): IntakeSum[] {
  const definition = findStatistic(query.statistic)
  if (definition === null || (before === null && after === null)) return []
  const blank = { state: 'blank', parts: { reported: 0, expected: 0 }, flags: [] } as const
  const of = (result: StatisticResult | null, month: string | null) =>
    (month === null ? result?.total : result?.rows.find(({ keys }) => keys[0] === month)?.cell) ?? blank
  const months = [...(before?.rows ?? []), ...(after?.rows ?? [])].flatMap(({ keys }) => keys[0] ?? [])
  return [...[...new Set(months)].toSorted(), null].flatMap((month) => {
    if (month !== null && !isMonth(month)) return []
    return plain({
      statistic: query.statistic,
      label: definition.label,
      unit: definition.unit,
      ...who,
      fiscalYear: query.frame.fiscalYear,
      month,
      before: of(before, month),
      after: of(after, month),
    })
  })
}

function nameOfParty(rows: LedgerRows, code: string, fiscalYear: FiscalYear): string {
  const party = rows.parties.find((one) => one.code === code)
  return (
    nameOn(party?.names ?? [], lastDayOf(fiscalYearPeriod(fiscalYear).to)) ??
    party?.names.at(-1)?.name ??
    code
  )
}
