import { findBreakdown } from '../../../shared/statistics/catalogue/breakdowns.ts'
import { type StatisticContext, unknownCode } from '../../../shared/statistics/engine/context.ts'
import { type CountRequest, type Counts, countKey } from '../../../shared/statistics/engine/counter.ts'
import { sliceCode, yearsOf } from '../../../shared/statistics/engine/slices.ts'
import { sliceEnds } from '../../../shared/statistics/records/count-episodes.ts'
import { isMonth } from '../../../shared/time/calendar.ts'
import type { Month } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import type { CaseMap } from './case-map.ts'
import { asNumber, asText, rawRows, type Value } from './raw-rows.ts'

export const coordinationSql = `
  SELECT month, party.code, agency, '', count(*) FROM coordination INDEXED BY coordination_year
  JOIN party ON party.key = party_key
  WHERE fiscal_year = ? AND day <= ? GROUP BY month, party_key, agency`

export const referralSql = `
  SELECT month, party.code, destination, depth, count(*) FROM referral INDEXED BY referral_year
  JOIN party ON party.key = party_key
  WHERE fiscal_year = ? AND day <= ? GROUP BY month, party_key, destination, depth`

/** Referrals or coordination, grouped by SQL and put under the request's codes. */
export function countPlain(reader: LedgerReader, request: CountRequest, context: StatisticContext): Counts {
  const referrals = request.source.kind === 'referrals'
  const counts = new Map<string, number>()
  for (const year of yearsOf(request.months)) {
    for (const row of rawRows(reader, referrals ? referralSql : coordinationSql, [year, request.asOf])) {
      const month = asText(row[0])
      if (!isMonth(month) || request.included.get(asText(row[1]))?.has(month) !== true) continue
      const depth = asText(row[3])
      if (referrals && !context.referralDepths.some((counted) => counted === depth)) continue
      addGroup(counts, request, context, month, row)
    }
  }
  return counts
}

function addGroup(
  counts: Map<string, number>,
  request: CountRequest,
  context: StatisticContext,
  month: Month,
  row: readonly Value[],
): void {
  const code = (breakdown: string): string => {
    const written = breakdown === 'depth' ? row[3] : row[2]
    const list = findBreakdown(breakdown)?.list ?? breakdown
    return context.codes.canonical(list, asText(written))
  }
  if (!passesCodes(request, code)) return
  const key = countKey(sliceCode(month, request.time), request.keys.map(code))
  counts.set(key, (counts.get(key) ?? 0) + asNumber(row[4]))
}

function passesCodes(request: CountRequest, code: (breakdown: string) => string): boolean {
  return request.where.every(
    (filter) => 'codes' in filter && filter.codes.includes(code(filter.field)) === (filter.operator === 'is'),
  )
}

export const openedSql = `
  SELECT substr(opened_on, 1, 7), closing_reason, count(*) FROM case_episode
  WHERE opened_on BETWEEN ? AND ? GROUP BY 1, 2`

export const closedSql = `
  SELECT substr(closed_on, 1, 7), closing_reason, count(*) FROM case_episode
  WHERE closed_on BETWEEN ? AND ? GROUP BY 1, 2`

export const registeredSql = `
  SELECT DISTINCT case_key FROM case_episode
  WHERE opened_on <= @end AND (closed_on IS NULL OR closed_on > @end)`

/** Cases opened and closed, or registered at the end of each slice. */
export function countEpisodes(
  reader: LedgerReader,
  request: CountRequest,
  context: StatisticContext,
  cases: CaseMap,
): Counts {
  const { source } = request
  if (source.kind !== 'episodes') return new Map()
  if (source.count === 'registered') {
    return new Map(
      [...sliceEnds(request)].map(([slice, end]) => {
        const keys = rawRows(reader, registeredSql, { end }).map(([key]) => cases.rootOf(asNumber(key)))
        return [countKey(slice, []), new Set(keys).size]
      }),
    )
  }
  const counts = new Map<string, number>()
  const asked = new Set<string>(request.months)
  const sql = source.count === 'opened' ? openedSql : closedSql
  for (const row of rawRows(reader, sql, [`${request.months[0] ?? ''}-01`, request.asOf])) {
    const month = asText(row[0])
    if (!isMonth(month) || !asked.has(month)) continue
    const reason = context.codes.canonical('closingReason', row[1] === null ? unknownCode : asText(row[1]))
    if (!passesCodes(request, () => reason)) continue
    const key = countKey(
      sliceCode(month, request.time),
      request.keys.map(() => reason),
    )
    counts.set(key, (counts.get(key) ?? 0) + asNumber(row[2]))
  }
  return counts
}
