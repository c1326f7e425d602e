import type { Chip, Term } from './term.ts'

/**
 * The chips after a question asked back was answered. A statistic chosen for the whole takes the place of the
 * words that named different ones: none of them stays on the screen without counting.
 */
export function settle(chips: readonly Chip[], chip: number | null, term: Term): readonly Chip[] {
  if (chip !== null) return chips.map((one, at) => (at === chip ? { ...one, options: [term] } : one))
  const kept = term.kind === 'subject' ? chips.filter((one) => !namesStatistics(one)) : chips
  return [...kept, { text: '', options: [term] }]
}

/** Only statistics: not a word that may be a condition as well. */
const namesStatistics = ({ options }: Chip): boolean => options.every((term) => term.kind === 'subject')
