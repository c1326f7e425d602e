import type { Day } from './day.ts'

/** A name with its valid dates, both included; null is open. */
export interface NamedPeriod {
  readonly name: string
  readonly from: Day | null
  readonly to: Day | null
}

/**
 * The name that was valid on a day, or null when there was none. Where two rows overlap the later row
 * wins; both ends are included, and null is open (domain §1: an old paper keeps the old name).
 */
export function nameOn(names: readonly NamedPeriod[], day: Day): string | null {
  const valid = names.findLast(
    (row) => (row.from === null || row.from <= day) && (row.to === null || day <= row.to),
  )
  return valid?.name ?? null
}
