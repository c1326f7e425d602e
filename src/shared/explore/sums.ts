import { isAdditive } from '../statistics/algebra.ts'
import { findBreakdown } from '../statistics/catalogue/breakdowns.ts'
import type { StatisticDefinition } from '../statistics/definition.ts'
import { exploreTable } from '../words/explore.ts'

/** Why the parts of a table do not make its total (domain §3), or '' where they do. */
export function sumsWords(
  definition: StatisticDefinition,
  by: readonly string[],
  overMonths: boolean,
): string {
  const words = exploreTable.noSum
  const { measure } = definition
  if (definition.quotient !== null) return overMonths || by.length > 0 ? words.quotient : ''
  const said: string[] = []
  if (overMonths && !isAdditive(measure, 'months'))
    said.push(measure === 'snapshot' ? words.snapshot : words.persons)
  for (const code of by) {
    const breakdown = findBreakdown(code)
    if (breakdown?.kind === 'party' && !isAdditive(measure, 'parties')) said.push(words.parties)
    // A person comes by telephone and in person: what is told of the contact overlaps among persons.
    const overlaps =
      breakdown?.choice === 'multiple' || (breakdown?.kind === 'record' && measure === 'persons')
    if (overlaps) said.push(words.multiple)
  }
  return [...new Set(said)].join('')
}
