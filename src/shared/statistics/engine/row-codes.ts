import type { BreakdownDefinition } from '../catalogue/breakdowns.ts'
import { type Counts, splitCountKey } from './counter.ts'
import type { Workspace } from './workspace.ts'

/**
 * The codes that make the rows of a breakdown, in printing order: those of its list (so that a 0 shows),
 * then what records or tallies hold beside it, as old rows may.
 */
export function rowCodes(
  work: Workspace,
  breakdown: BreakdownDefinition,
  position: number,
  counts: readonly Counts[],
): readonly string[] {
  const found = new Set<string>(work.tallies.codesOf(breakdown.code))
  for (const one of counts) {
    for (const key of one.keys()) found.add(splitCountKey(key)[position + 1] ?? '')
  }
  const listed = listedCodes(work, breakdown)
  const others = [...found].filter((code) => !listed.includes(code)).sort()
  // Codes of the ledger's own (venues) keep the ledger's order and show only where something stands.
  return breakdown.list === null
    ? [...listed.filter((code) => found.has(code)), ...others]
    : [...listed, ...others]
}

function listedCodes(work: Workspace, breakdown: BreakdownDefinition): readonly string[] {
  const { source } = work.plan
  if (breakdown.code === 'venue') return work.rows.venues.map((venue) => venue.code)
  if (breakdown.code === 'depth') return work.context.referralDepths
  if (breakdown.code === 'activityKind' && 'activityKinds' in source) return source.activityKinds
  return breakdown.list === null ? [] : (work.context.codes.codes(breakdown.list) ?? [])
}
