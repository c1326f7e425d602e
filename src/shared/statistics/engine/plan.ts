import { failure, ok, type Result } from '../../contract/errors.ts'
import { addMonths, firstDayOf, isDay, isMonth, monthsOf } from '../../time/calendar.ts'
import type { Month, TimeFrame } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import { isFiscalYear } from '../../time/frame.ts'
import {
  type BreakdownDefinition,
  findBreakdown,
  isTimeBreakdown,
  type TimeBreakdown,
} from '../catalogue/breakdowns.ts'
import { findSource, findStatistic } from '../catalogue/catalogue.ts'
import type { Source } from '../catalogue/define.ts'
import { firstDefinedYear } from '../catalogue/versions.ts'
import type { Filter, StatisticDefinition, StatisticQuery } from '../definition.ts'
import type { StatisticContext, StatisticFrameRows } from './context.ts'

/** A query that has been found sound, with what its codes stand for. */
export interface QueryPlan {
  readonly query: StatisticQuery
  readonly definition: StatisticDefinition
  readonly source: Source
  readonly months: readonly Month[]
  readonly time: TimeBreakdown | null
  readonly byParty: boolean
  /** Breakdowns of records and persons, in the order of the query. */
  readonly keys: readonly BreakdownDefinition[]
  /** Filters without those over parties. */
  readonly where: readonly Filter[]
  /** Parties that make the total, in the ledger's order. */
  readonly parties: readonly string[]
}

/**
 * Checks a query against the catalogue and the ledger. Errors: `unknownStatistic`, `unknownBreakdown`
 * (also for one that this statistic cannot be cut by), `tooManyBreakdowns`, `unknownFilter`,
 * `unknownParty`, `unknownYear`, `invalidPeriod`, `invalidAsOf`. `noDataForYear` is the caller's.
 */
export function planQuery(
  query: StatisticQuery,
  rows: StatisticFrameRows,
  context: StatisticContext,
): Result<QueryPlan> {
  const definition = findStatistic(query.statistic)
  const source = findSource(query.statistic)
  if (definition === null || source === null) {
    return failure('unknownStatistic', { statistic: query.statistic }, 'statistic')
  }
  const frame = checkFrame(query.frame)
  if (!frame.ok) return frame
  const breakdowns = checkBreakdowns(query, definition)
  if (!breakdowns.ok) return breakdowns
  const filters = checkFilters(query, definition)
  if (!filters.ok) return filters
  const parties = partiesOf(query, definition, rows, context)
  if (!parties.ok) return parties
  const time = query.by.find(isTimeBreakdown) ?? null
  const keys = breakdowns.value.filter((row) => row.kind === 'person' || row.kind === 'record')
  const months = monthsOf(query.frame.period)
  const severalYears = fiscalYearOf(query.frame.period.to) !== query.frame.fiscalYear
  const ofPersons = definition.measure === 'persons' || definition.measure === 'newPersons'
  if (severalYears && ofPersons && time === null && usesPersons(keys, query.where)) {
    // One value of an attribute per person and fiscal year: over several years there is none (domain §3).
    return failure('invalidPeriod', { ...query.frame.period }, 'frame.period')
  }
  return ok({
    query,
    definition,
    source,
    months,
    time,
    byParty: query.by.includes('party'),
    keys,
    where: query.where
      .filter((filter) => filter.field !== 'party')
      .map((filter) => canonicalFilter(filter, context)),
    parties: parties.value,
  })
}

/** A filter by a code that was merged asks for the one that it was merged into. */
function canonicalFilter(filter: Filter, { codes }: StatisticContext): Filter {
  if (!('codes' in filter)) return filter
  const list = findBreakdown(filter.field)?.list ?? filter.field
  return { ...filter, codes: filter.codes.map((code) => codes.canonical(list, code)) }
}

/** Whether a resolved attribute of the person decides where a number stands. */
export function usesPersons(keys: readonly BreakdownDefinition[], where: readonly Filter[]): boolean {
  return (
    keys.some((row) => row.kind === 'person') ||
    where.some((filter) => filter.field === 'age' || findBreakdown(filter.field)?.kind === 'person')
  )
}

/**
 * As `validateFrame` of `shared/time`, but a period may run on into later fiscal years (２年間の実人数);
 * at most ten years.
 */
function checkFrame(frame: TimeFrame): Result<TimeFrame> {
  const { fiscalYear, period, asOf } = frame
  if (!isFiscalYear(fiscalYear) || fiscalYear < firstDefinedYear) {
    return failure('unknownYear', { fiscalYear: String(fiscalYear) }, 'frame.fiscalYear')
  }
  if (!isMonth(period.from) || !isMonth(period.to) || period.from > period.to) {
    return failure('invalidPeriod', { from: String(period.from), to: String(period.to) }, 'frame.period')
  }
  if (fiscalYearOf(period.from) !== fiscalYear || period.to >= addMonths(period.from, 120)) {
    return failure('invalidPeriod', { from: period.from, to: period.to }, 'frame.period')
  }
  if (!isDay(asOf) || asOf < firstDayOf(period.from)) {
    return failure('invalidAsOf', { asOf: String(asOf) }, 'frame.asOf')
  }
  return ok(frame)
}

function checkBreakdowns(
  query: StatisticQuery,
  definition: StatisticDefinition,
): Result<readonly BreakdownDefinition[]> {
  const found: BreakdownDefinition[] = []
  for (const [index, code] of query.by.entries()) {
    const breakdown = findBreakdown(code)
    if (breakdown === null || !definition.breakdowns.includes(code) || query.by.indexOf(code) !== index) {
      return failure('unknownBreakdown', { breakdown: code, statistic: definition.code }, `by.${index}`)
    }
    found.push(breakdown)
  }
  if (found.length > 2) return failure('tooManyBreakdowns', { count: found.length, limit: 2 }, 'by')
  if (found.filter((row) => row.kind === 'time').length > 1) {
    return failure('unknownBreakdown', { breakdown: query.by.join(','), statistic: definition.code }, 'by')
  }
  return ok(found)
}

function checkFilters(query: StatisticQuery, definition: StatisticDefinition): Result<null> {
  for (const [index, filter] of query.where.entries()) {
    const field = filter.field === 'age' ? 'ageBand' : filter.field
    const kind = findBreakdown(field)?.kind
    const byAge = filter.operator === '>=' || filter.operator === '<='
    const known = definition.breakdowns.includes(field) && kind !== undefined && kind !== 'time'
    if (!known || byAge !== (filter.field === 'age')) {
      return failure('unknownFilter', { filter: filter.field, statistic: definition.code }, `where.${index}`)
    }
  }
  return ok(null)
}

function partiesOf(
  query: StatisticQuery,
  definition: StatisticDefinition,
  rows: StatisticFrameRows,
  context: StatisticContext,
): Result<readonly string[]> {
  const all = rows.parties.map((party) => party.code)
  if (query.party !== null && !all.includes(query.party)) {
    return failure('unknownParty', { party: query.party }, 'party')
  }
  const perParty = definition.breakdowns.includes('party')
  if (query.party !== null && !perParty) {
    return failure('unknownBreakdown', { breakdown: 'party', statistic: definition.code }, 'party')
  }
  const counted = query.party === null ? countedParties(query, definition, all, context) : [query.party]
  const filters = query.where.filter((filter) => filter.field === 'party')
  return ok(counted.filter((party) => filters.every((filter) => passes(filter, party))))
}

function passes(filter: Filter, code: string): boolean {
  if (filter.operator === 'is') return filter.codes.includes(code)
  return filter.operator === 'isNot' ? !filter.codes.includes(code) : true
}

function countedParties(
  query: StatisticQuery,
  definition: StatisticDefinition,
  all: readonly string[],
  context: StatisticContext,
): readonly string[] {
  const { fiscalYear } = query.frame
  const names = [definition.code, definition.code.slice(0, definition.code.indexOf('.')), definition.form]
  for (const name of names) {
    const rule = context.countingRules.findLast(
      (row) => row.statistic === name && row.from <= fiscalYear && (row.to === null || fiscalYear <= row.to),
    )
    if (rule !== undefined) return all.filter((party) => rule.parties.includes(party))
  }
  return all
}
