import { createCodeBook } from '../../../shared/codes/code-book.ts'
import { ok, type Result } from '../../../shared/contract/errors.ts'
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
import { ConfirmedAnswers } from '../repositories/confirmations.ts'
import { readCountingRules } from '../repositories/counting-rules.ts'
import { lastChangeBeside } from '../repositories/history-list.ts'
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
 * equal), on one unchanging state of it. What several queries need of a year is read once, and with the ledger's
 * own context kept until the ledger changes. Answers in the order of the queries; errors as `calculate`.
 *
 * What was stored at 確定 is answered from there, with the note `confirmed` (domain §8): this is the one place
 * where every door asks.
 */
export function queryStatistics(
  reader: LedgerReader,
  queries: readonly StatisticQuery[],
  context?: StatisticContext,
): readonly Result<StatisticResult>[] {
  return reader.snapshot(() => {
    const desk = context === undefined ? deskOf(reader) : newDesk(reader, context)
    const asked = queries.map((query) => ({ query, key: JSON.stringify(query) }))
    for (const { query, key } of asked) {
      const stored = desk.answers.has(key) ? null : desk.confirmed.find(query)
      if (stored !== null) desk.answers.set(key, ok(stored))
    }
    const open = asked.filter(({ key }) => !desk.answers.has(key)).map(({ query }) => query)
    desk.counter.expect(wantedBy(open), open.some(asksForNew))
    return asked.map(({ query, key }) => {
      const answer = desk.answers.get(key) ?? evaluate(query, desk.rows, desk.counter, desk.context)
      desk.answers.set(key, answer)
      return answer
    })
  })
}

/**
 * As {@link queryStatistics}, but always from the records: what 確定 stores, and what a stored value is compared
 * with. Only 確定 and its checks may ask it; every printed number comes from `queryStatistics`.
 */
export function recountStatistics(
  reader: LedgerReader,
  queries: readonly StatisticQuery[],
): readonly Result<StatisticResult>[] {
  return reader.snapshot(() => {
    const { rows, counter, context } = deskOf(reader)
    counter.expect(wantedBy(queries), queries.some(asksForNew))
    return queries.map((query) => evaluate(query, rows, counter, context))
  })
}

/** All that was read and counted of one state of the ledger. */
interface Desk {
  readonly rows: StatisticFrameRows
  readonly context: StatisticContext
  readonly counter: SqlCounter
  readonly confirmed: ConfirmedAnswers
  readonly answers: Map<string, Result<StatisticResult>>
}

function newDesk(reader: LedgerReader, context: StatisticContext): Desk {
  const rows = readFrameRows(reader)
  const confirmed = new ConfirmedAnswers(reader)
  return { rows, context, counter: new SqlCounter(reader, rows), confirmed, answers: new Map() }
}

const kept = new WeakMap<LedgerReader, { readonly sequence: number; readonly desk: Desk }>()
/** Answers after which memory is given back: some sixty tables of five years. */
const mostKept = 1_000

/**
 * What is known of the ledger's present state; only its last state is kept. Every change of what is counted
 * has its entry in the history, committed with it, so that the number of the last one names the state. A writer
 * sees its own rows before they have their entry: it keeps nothing.
 */
function deskOf(reader: LedgerReader): Desk {
  if (reader.mode === 'write') return newDesk(reader, readStatisticContext(reader))
  // No statistic reads a paper.
  const sequence = lastChangeBeside(reader, 'paper')
  const last = kept.get(reader)
  if (last?.sequence === sequence && last.desk.answers.size < mostKept) return last.desk
  const desk = newDesk(reader, readStatisticContext(reader))
  kept.set(reader, { sequence, desk })
  return desk
}

/** Gives back what is kept of a ledger: the next question reads as after a change. */
export function forgetStatistics(reader: LedgerReader): void {
  kept.delete(reader)
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
