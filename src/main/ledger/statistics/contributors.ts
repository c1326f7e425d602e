import { findSource, findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { StatisticQuery } from '../../../shared/statistics/definition.ts'
import type { LedgerReader } from '../ledger.ts'
import { selectSources } from './sources.ts'

/**
 * The different persons behind a number of contacts, and the most contacts of one of them; null where the
 * ledger cannot know them: numbers entered as tallies, activities, anonymous contacts alone.
 */
export function contributorsOf(
  reader: LedgerReader,
  query: StatisticQuery,
): { readonly persons: number; readonly largest: number } | null {
  const definition = findStatistic(query.statistic)
  if (definition === null || findSource(query.statistic)?.kind !== 'contacts') return null
  const selected = selectSources(reader, query, [])
  if (!selected.ok || selected.value.tallies.length > 0) return null
  const counts = new Map<number, number>()
  for (const { root } of selected.value.contacts) {
    if (root !== null) counts.set(root, (counts.get(root) ?? 0) + 1)
  }
  return { persons: counts.size, largest: Math.max(0, ...counts.values()) }
}
