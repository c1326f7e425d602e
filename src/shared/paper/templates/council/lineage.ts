import type { ProgrammeRow } from '../../../statistics/rows.ts'
import type { Day } from '../../../time/day.ts'
import { nameOn } from '../../../time/names.ts'

/** The rename ひきこもり・ニート対策事業 → ひきこもり支援事業, as the ledger's programmes tell it (facts 43, 44). */
export interface Lineage {
  readonly former: string
  readonly current: string
  readonly changedOn: Day
}

/** What is built in when a ledger does not hold the programmes (domain §3). */
const builtIn: Lineage = {
  former: 'ひきこもり・ニート対策事業',
  current: 'ひきこもり支援事業',
  changedOn: '2024-04-01',
}

export function lineageOf(programmes: readonly ProgrammeRow[], asOf: Day): Lineage {
  const current = programmes.find((programme) => programme.predecessor !== null)
  const former = programmes.find((programme) => programme.code === current?.predecessor)
  if (current === undefined || former === undefined) return builtIn
  const changedOn = current.scopes[0]?.from ?? current.names[0]?.from ?? builtIn.changedOn
  return {
    former: former.names.at(-1)?.name ?? builtIn.former,
    current: nameOn(current.names, asOf) ?? current.names.at(-1)?.name ?? builtIn.current,
    changedOn,
  }
}
