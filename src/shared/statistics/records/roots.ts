import type { CaseRow } from '../rows.ts'

/** Cases after 名寄せ: the map of merges is followed, the rows stay as they are (domain §3, §8). */
export interface Roots {
  /** The case that this one stands for now. A circle of merges ends at the first case met again. */
  rootOf(caseId: string): string
  /** Root cases of which some member existed before the ledger began. */
  readonly beforeLedger: ReadonlySet<string>
  /** The household of a root case; of its own where none is known. */
  householdOf(root: string): string
}

export function rootsOf(cases: readonly CaseRow[]): Roots {
  const byId = new Map(cases.map((row) => [row.id, row]))
  const known = new Map<string, string>()
  const rootOf = (caseId: string): string => {
    const found = known.get(caseId)
    if (found !== undefined) return found
    const seen = new Set<string>()
    let id = caseId
    while (!seen.has(id)) {
      seen.add(id)
      id = byId.get(id)?.mergedInto ?? id
    }
    known.set(caseId, id)
    return id
  }
  return {
    rootOf,
    beforeLedger: new Set(cases.filter((row) => row.beforeLedger).map((row) => rootOf(row.id))),
    householdOf: (root) => byId.get(root)?.householdId ?? `case ${root}`,
  }
}
