import { createCodeBook } from '../../../shared/codes/code-book.ts'
import type { Result } from '../../../shared/contract/errors.ts'
import { findSource, findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { StatisticQuery, StatisticResult } from '../../../shared/statistics/definition.ts'
import {
  defaultReferralDepths,
  type StatisticContext,
  type StatisticFrameRows,
} from '../../../shared/statistics/engine/context.ts'
import { evaluate } from '../../../shared/statistics/engine/evaluate.ts'
import type { ReferralDepth } from '../../../shared/statistics/rows.ts'
import type { LedgerReader } from '../ledger.ts'
import { readCodeLists, readCodeMerges } from '../repositories/code-lists.ts'
import { readCountingRules } from '../repositories/counting-rules.ts'
import { readParties, readPartyForms } from '../repositories/parties.ts'
import { readProgrammes, readVenues } from '../repositories/programmes.ts'
import { readReports } from '../repositories/reports.ts'
import { readRecording, readSetting } from '../repositories/settings.ts'
import { readTallies } from '../repositories/tallies.ts'
import { SqlCounter } from './sql-counter.ts'

/** The setting that says which depths of a referral count as つなぎ: a JSON array of codes. */
export const referralDepthsSetting = 'statistics.referralDepths'

const depths: readonly ReferralDepth[] = ['informed', 'introduced', 'accompanied', 'useConfirmed']

/** The ledger's own code lists, 計上ルール and settings. */
export function readStatisticContext(reader: LedgerReader): StatisticContext {
  const setting = readSetting(reader, referralDepthsSetting)?.value
  const chosen = Array.isArray(setting) ? depths.filter((depth) => setting.includes(depth)) : null
  return {
    codes: createCodeBook(readCodeLists(reader), readCodeMerges(reader)),
    countingRules: readCountingRules(reader),
    referralDepths: chosen ?? defaultReferralDepths,
  }
}

/** The small tables that decide how numbers are put together. */
export function readFrameRows(reader: LedgerReader): StatisticFrameRows {
  return {
    programmes: readProgrammes(reader),
    parties: readParties(reader),
    partyForms: readPartyForms(reader),
    venues: readVenues(reader),
    reports: readReports(reader),
    tallies: readTallies(reader),
    ...readRecording(reader),
  }
}

/**
 * Statistics of a ledger, with the same meaning as `calculate` over its rows (a property test holds them
 * equal), on one unchanging state of it. What several queries need of a year is read once. Answers in the
 * order of the queries; errors as `calculate`.
 */
export function queryStatistics(
  reader: LedgerReader,
  queries: readonly StatisticQuery[],
  context?: StatisticContext,
): readonly Result<StatisticResult>[] {
  return reader.snapshot(() => {
    const rows = readFrameRows(reader)
    const counter = new SqlCounter(reader, rows, wantedBy(queries), queries.some(asksForNew))
    const settings = context ?? readStatisticContext(reader)
    return queries.map((query) => evaluate(query, rows, counter, settings))
  })
}

/** One statistic of a ledger; see {@link queryStatistics}. */
export function queryStatistic(
  reader: LedgerReader,
  query: StatisticQuery,
  context?: StatisticContext,
): Result<StatisticResult> {
  const [answer] = queryStatistics(reader, [query], context)
  if (answer === undefined) throw new Error('no answer to a query')
  return answer
}

function asksForNew(query: StatisticQuery): boolean {
  const source = findSource(query.statistic)
  return source?.kind === 'contacts' && (source.count === 'new' || source.count === 'continuing')
}

/** Breakdowns and filters by which contacts will be cut. */
function wantedBy(queries: readonly StatisticQuery[]): ReadonlySet<string> {
  return new Set(queries.flatMap((query) => contactBreakdownsOf(query)))
}

function contactBreakdownsOf(query: StatisticQuery): readonly string[] {
  const quotient = findStatistic(query.statistic)?.quotient ?? null
  const statistics = quotient === null ? [query.statistic] : [quotient.numerator, quotient.denominator]
  const sources = statistics.map(findSource).filter((source) => source?.kind === 'contacts')
  if (sources.length === 0) return []
  const own = sources.flatMap((source) =>
    source?.kind === 'contacts' && source.only !== null ? [source.only.breakdown] : [],
  )
  return [...query.by, ...query.where.map((filter) => filter.field), ...own]
}
