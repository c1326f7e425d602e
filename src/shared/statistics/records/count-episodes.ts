import { lastDayOf, monthOf } from '../../time/calendar.ts'
import type { Day, Month } from '../../time/day.ts'
import type { StatisticContext } from '../engine/context.ts'
import { type CountRequest, type Counts, countKey } from '../engine/counter.ts'
import { sliceCode } from '../engine/slices.ts'
import type { CaseEpisodeRow } from '../rows.ts'
import type { Roots } from './roots.ts'

/** Cases opened and closed in the period, or registered at the end of each slice (the as-of date at latest). */
export function countEpisodes(
  request: CountRequest,
  episodes: readonly CaseEpisodeRow[],
  roots: Roots,
  context: StatisticContext,
): Counts {
  const { source } = request
  if (source.kind !== 'episodes') return new Map()
  if (source.count === 'registered') return registered(request, episodes, roots)
  const counts = new Map<string, number>()
  const asked = new Set(request.months)
  for (const episode of episodes) {
    const day = source.count === 'opened' ? episode.openedOn : episode.closedOn
    if (day === null || day > request.asOf || !asked.has(monthOf(day))) continue
    const reason = context.codes.canonical('closingReason', episode.closingReason ?? 'unknown')
    const passes = request.where.every(
      (filter) => 'codes' in filter && filter.codes.includes(reason) === (filter.operator === 'is'),
    )
    if (!passes) continue
    const key = countKey(
      sliceCode(monthOf(day), request.time),
      request.keys.map(() => reason),
    )
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function registered(request: CountRequest, episodes: readonly CaseEpisodeRow[], roots: Roots): Counts {
  return new Map(
    [...sliceEnds(request)].map(([slice, end]) => {
      const open = episodes.filter(
        ({ openedOn, closedOn }) => openedOn <= end && (closedOn === null || closedOn > end),
      )
      return [countKey(slice, []), new Set(open.map((episode) => roots.rootOf(episode.caseId))).size]
    }),
  )
}

/** The last day of each slice, the as-of date at latest. */
export function sliceEnds(request: Pick<CountRequest, 'months' | 'time' | 'asOf'>): ReadonlyMap<string, Day> {
  const ends = new Map<string, Month>()
  for (const month of request.months) ends.set(sliceCode(month, request.time), month)
  return new Map(
    [...ends].map(([slice, month]) => {
      const end = lastDayOf(month)
      return [slice, end < request.asOf ? end : request.asOf]
    }),
  )
}
