import { ok, type Result } from '../../../shared/contract/errors.ts'
import { findBreakdown } from '../../../shared/statistics/catalogue/breakdowns.ts'
import type { StatisticQuery } from '../../../shared/statistics/definition.ts'
import type { StatisticContext } from '../../../shared/statistics/engine/context.ts'
import type { CountRequest } from '../../../shared/statistics/engine/counter.ts'
import { yearsOf } from '../../../shared/statistics/engine/slices.ts'
import { type CellSources, sourcesOfCell } from '../../../shared/statistics/engine/sources.ts'
import { countActivities, withCanonicalCodes } from '../../../shared/statistics/records/activities.ts'
import { isDay, lastDayOf, monthOf } from '../../../shared/time/calendar.ts'
import type { LedgerReader } from '../ledger.ts'
import { readCaseMap } from './case-map.ts'
import { readHeldByKey } from './held-activities.ts'
import { readFrameRows, readStatisticContext } from './query-statistics.ts'
import { asNumber, asText, rawRows } from './raw-rows.ts'
import { type ChosenContact, SqlCounter } from './sql-counter.ts'

/** The rows of the ledger that make one cell, by their keys; every list is in the order of the day. */
export interface SelectedSources extends CellSources {
  /** Contacts that count: all for 延べ, those of persons for 実, those that made them new for 新規. */
  readonly contacts: readonly ChosenContact[]
  /** Anonymous contacts, which 実 leaves out. */
  readonly anonymous: number
  readonly coordinations: readonly number[]
  readonly referrals: readonly number[]
  readonly episodes: readonly { readonly key: number; readonly root: number }[]
  /** Activities with what each gives to the number. */
  readonly activities: readonly { readonly key: number; readonly amount: number }[]
}

/**
 * What a cell of a query rests on, on one unchanging state of the ledger: the same months, parties, filters
 * and resolved attributes by which it was counted. Errors as `queryStatistic`.
 */
export function selectSources(
  reader: LedgerReader,
  query: StatisticQuery,
  keys: readonly string[],
  settings?: StatisticContext,
): Result<SelectedSources> {
  return reader.snapshot(() => {
    const rows = readFrameRows(reader)
    const context = settings ?? readStatisticContext(reader)
    // A multiple choice among the wanted makes the years carry the keys of their rows.
    const wanted = new Set(['support', ...query.by, ...query.where.map((filter) => filter.field)])
    const counter = new SqlCounter(reader, rows)
    counter.expect(wanted, false)
    const found = sourcesOfCell(query, keys, rows, counter, context)
    if (!found.ok) return found
    const { request } = found.value
    return ok({ ...found.value, ...recordsOf(reader, request, counter, context) })
  })
}

type Records = Omit<SelectedSources, keyof CellSources>

const noRecords: Records = {
  contacts: [],
  anonymous: 0,
  coordinations: [],
  referrals: [],
  episodes: [],
  activities: [],
}

function recordsOf(
  reader: LedgerReader,
  request: CountRequest,
  counter: SqlCounter,
  context: StatisticContext,
): Records {
  if (request.months.length === 0) return noRecords
  switch (request.source.kind) {
    case 'contacts':
      return { ...noRecords, ...contactsOf(counter.contactsOf(request, context), request.source.count) }
    case 'coordinations':
      return { ...noRecords, coordinations: plainOf(reader, request, context, 'coordination') }
    case 'referrals':
      return { ...noRecords, referrals: plainOf(reader, request, context, 'referral') }
    case 'episodes':
      return { ...noRecords, episodes: episodesOf(reader, request, context) }
    case 'sessions':
    case 'attendance':
    case 'measures':
      return { ...noRecords, activities: activitiesOf(reader, request, context) }
    default:
      return noRecords
  }
}

function contactsOf(
  all: readonly ChosenContact[],
  count: 'events' | 'persons' | 'new' | 'continuing' | 'households',
): Pick<Records, 'contacts' | 'anonymous'> {
  const anonymous = all.filter((contact) => contact.root === null).length
  if (count === 'events') return { contacts: all, anonymous: 0 }
  const ofPersons = all.filter((contact) => contact.root !== null)
  if (count === 'new') return { contacts: ofPersons.filter((contact) => contact.isNew), anonymous }
  if (count === 'continuing') {
    const fresh = new Set(ofPersons.filter((contact) => contact.isNew).map((contact) => contact.root))
    return { contacts: ofPersons.filter((contact) => !fresh.has(contact.root)), anonymous }
  }
  return { contacts: ofPersons, anonymous }
}

const plainSql = {
  coordination: `SELECT coordination.key, day, party.code, agency, '' FROM coordination
    JOIN party ON party.key = party_key WHERE fiscal_year = ? AND day <= ? ORDER BY day, coordination.key`,
  referral: `SELECT referral.key, day, party.code, destination, depth FROM referral
    JOIN party ON party.key = party_key WHERE fiscal_year = ? AND day <= ? ORDER BY day, referral.key`,
} as const

/** As `plain-counts` counts them, row by row. */
function plainOf(
  reader: LedgerReader,
  request: CountRequest,
  context: StatisticContext,
  table: keyof typeof plainSql,
): readonly number[] {
  return yearsOf(request.months).flatMap((year) =>
    rawRows(reader, plainSql[table], [year, request.asOf]).flatMap(([key, day, party, code, depth]) => {
      const on = asText(day)
      if (!isDay(on) || request.included.get(asText(party))?.has(monthOf(on)) !== true) return []
      const counted = table === 'coordination' || context.referralDepths.some((one) => one === asText(depth))
      const passes = request.where.every((filter) => {
        if ('age' in filter) return false
        const written = filter.field === 'depth' ? asText(depth) : asText(code)
        const list = findBreakdown(filter.field)?.list ?? filter.field
        return filter.codes.includes(context.codes.canonical(list, written)) === (filter.operator === 'is')
      })
      return counted && passes ? [asNumber(key)] : []
    }),
  )
}

const episodesSql =
  'SELECT key, case_key, opened_on, closed_on, closing_reason FROM case_episode ORDER BY opened_on, key'

function episodesOf(
  reader: LedgerReader,
  request: CountRequest,
  context: StatisticContext,
): Records['episodes'] {
  if (request.source.kind !== 'episodes') return []
  const { count } = request.source
  const last = request.months.at(-1)
  const end = last === undefined || lastDayOf(last) > request.asOf ? request.asOf : lastDayOf(last)
  const months = new Set<string>(request.months)
  const cases = readCaseMap(reader)
  return rawRows(reader, episodesSql, []).flatMap(([key, caseKey, opened, closed, reason]) => {
    const row = { key: asNumber(key), root: cases.rootOf(asNumber(caseKey)) }
    const closedOn = closed === null ? null : asText(closed)
    if (count === 'registered') {
      return asText(opened) <= end && (closedOn === null || closedOn > end) ? [row] : []
    }
    const day = count === 'opened' ? asText(opened) : (closedOn ?? '')
    if (day === '' || day > request.asOf || !months.has(day.slice(0, 7))) return []
    const why = context.codes.canonical('closingReason', reason === null ? 'unknown' : asText(reason))
    const passes = request.where.every(
      (filter) => 'codes' in filter && filter.codes.includes(why) === (filter.operator === 'is'),
    )
    return passes ? [row] : []
  })
}

function activitiesOf(
  reader: LedgerReader,
  request: CountRequest,
  context: StatisticContext,
): Records['activities'] {
  return [...readHeldByKey(reader, request.asOf)].flatMap(([key, activity]) => {
    const counts = countActivities(request, withCanonicalCodes([activity], context.codes))
    if (counts.size === 0) return []
    return [{ key, amount: [...counts.values()].reduce((sum, amount) => sum + amount, 0) }]
  })
}
