import type { Day } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { kept } from '../../ledger/repositories/register/kept.ts'
import { registerKeys } from '../../ledger/repositories/register/keys.ts'
import { registerFacts } from '../../ledger/repositories/register/rows.ts'
import { benchOf, judgeRows } from './judge.ts'

/** Numbers of the records of these days that are in doubt (要確認); kept until the ledger changes. */
export function warnedKeys(
  reader: LedgerReader,
  from: Day | null,
  to: Day | null,
  today: Day,
): ReadonlySet<number> {
  const keys = kept(reader, JSON.stringify(['warned', from, to, today]), () => {
    const all = { from, to, party: null, codes: [], caseKeys: null, search: null }
    const rows = registerFacts(reader, registerKeys(reader, all, { by: 'number', direction: 'up' }))
    const judged = judgeRows(reader, rows, benchOf(reader, today))
    return Int32Array.from([...judged].flatMap(([key, { warnings }]) => (warnings.length > 0 ? [key] : [])))
  })
  return new Set(keys)
}
