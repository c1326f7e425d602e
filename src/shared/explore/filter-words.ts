import { breakdownLabel, codeLabel } from '../paper/assemble/code-labels.ts'
import type { PaperFacts } from '../paper/template.ts'
import { findBreakdown } from '../statistics/catalogue/breakdowns.ts'
import type { Filter } from '../statistics/definition.ts'
import { filterPhrases } from '../words/explore.ts'

/** A condition in words: 「30歳以上」, 「性別：女性」, 「相談方法：電話以外」. */
export function filterWords(filter: Filter, facts: Pick<PaperFacts, 'codes'>): string {
  if ('age' in filter) return filterPhrases.age(filter.operator, filter.age)
  const labels = filter.codes.map((code) => codeLabel(facts, filter.field, code))
  return filterPhrases.codes(breakdownLabel(filter.field), labels, filter.operator === 'is')
}

/** All conditions of a query, its party first; [] when it counts everything. */
export function conditionWords(
  query: { readonly where: readonly Filter[]; readonly party: string | null },
  facts: Pick<PaperFacts, 'codes'>,
): readonly string[] {
  const party = query.party === null ? [] : [codeLabel(facts, 'party', query.party)]
  return [...party, ...query.where.map((filter) => filterWords(filter, facts))]
}

/** Filters whose code the ledger's lists do not have any more; they would count nothing without a word. */
export const unknownFilters = (
  where: readonly Filter[],
  facts: Pick<PaperFacts, 'codes'>,
): readonly Filter[] =>
  where.filter((filter) => {
    if ('age' in filter) return false
    if (findBreakdown(filter.field) === null) return true
    const known = facts.codes[filter.field]
    return filter.codes.some((code) => code !== 'unknown' && known?.every((entry) => entry.code !== code))
  })
