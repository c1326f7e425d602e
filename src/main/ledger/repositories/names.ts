import type { Day } from '../../../shared/time/day.ts'
import type { NamedPeriod } from '../../../shared/time/names.ts'

interface NameColumns {
  readonly owner: number
  readonly name: string
  readonly valid_from: Day | null
  readonly valid_to: Day | null
}

/** Names with their valid dates, by the key of what they name. */
export function namesByOwner(rows: readonly NameColumns[]): (owner: number) => readonly NamedPeriod[] {
  const byOwner = Map.groupBy(rows, ({ owner }) => owner)
  return (owner) =>
    (byOwner.get(owner) ?? []).map(({ name, valid_from, valid_to }) => ({
      name,
      from: valid_from,
      to: valid_to,
    }))
}
