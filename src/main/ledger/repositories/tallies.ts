import type { CellFlag } from '../../../shared/cell/cell.ts'
import type { TallyRow } from '../../../shared/statistics/rows.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

const flags = ['provisional', 'revised', 'estimate'] as const satisfies readonly CellFlag[]

/** 月報の値, in the order of recording. */
export function readTallies(reader: LedgerReader): readonly TallyRow[] {
  const rows = reader.all(
    build
      .selectFrom('tally as t')
      .innerJoin('party', 'party.key', 't.party_key')
      .selectAll('t')
      .select('party.code as party')
      .orderBy('t.key'),
  )
  return rows.map((row) => ({
    id: row.id,
    party: row.party,
    statistic: row.statistic,
    fiscalYear: row.fiscal_year,
    month: row.month,
    keys: Object.fromEntries(
      [
        [row.by1, row.code1],
        [row.by2, row.code2],
      ].filter(([by]) => by !== ''),
    ),
    state: row.state,
    value: row.value,
    flags: flags.filter((name) => row[name] === 1),
    adopted: row.adopted === 1,
    comment: row.comment,
  }))
}
