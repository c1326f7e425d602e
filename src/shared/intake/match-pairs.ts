/** What tells two sides apart: equal names are the same thing. Null: this pass says nothing of it. */
export type Pass<Staged, Stored> = readonly [
  ofStaged: (staged: Staged) => string | null,
  ofStored: (stored: Stored) => string | null,
]

export interface Pairs {
  /** By index of the staged side: the index of its partner, or null. */
  readonly partnerOf: readonly (number | null)[]
  /** Indexes of the stored side that have no partner, in order. */
  readonly alone: readonly number[]
}

/**
 * Pairs two lists pass by pass: whatever has an equal name on the other side is paired with it, each with one
 * partner, in order; the next pass sees only what is left. So equal things are found as a multiset, whatever
 * their order, before anything weaker is tried.
 */
export function pairUp<Staged, Stored>(
  staged: readonly Staged[],
  stored: readonly Stored[],
  passes: readonly Pass<Staged, Stored>[],
): Pairs {
  const partnerOf: (number | null)[] = staged.map(() => null)
  let restStaged = staged.map((_row, index) => index)
  let restStored = stored.map((_row, index) => index)
  for (const [ofStaged, ofStored] of passes) {
    if (restStaged.length === 0 || restStored.length === 0) break
    const waiting = queues(restStored, (index) => nameAt(stored, index, ofStored))
    const taken = new Set<number>()
    restStaged = restStaged.filter((index) => {
      const name = nameAt(staged, index, ofStaged)
      const partner = name === null ? undefined : waiting.get(name)?.next()
      if (partner === undefined) return true
      partnerOf[index] = partner
      taken.add(partner)
      return false
    })
    restStored = restStored.filter((index) => !taken.has(index))
  }
  return { partnerOf, alone: restStored }
}

/** First in, first out, by name. */
function queues(
  indexes: readonly number[],
  nameOf: (index: number) => string | null,
): ReadonlyMap<string, { next: () => number | undefined }> {
  const lists = new Map<string, number[]>()
  for (const index of indexes) {
    const name = nameOf(index)
    if (name === null) continue
    const list = lists.get(name)
    if (list === undefined) lists.set(name, [index])
    else list.push(index)
  }
  return new Map(
    [...lists].map(([name, list]) => {
      let at = 0
      return [name, { next: () => list[at++] }]
    }),
  )
}

function nameAt<T>(list: readonly T[], index: number, nameOf: (item: T) => string | null): string | null {
  const item = list[index]
  return item === undefined ? null : nameOf(item)
}
