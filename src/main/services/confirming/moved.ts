import type { Cell } from '../../../shared/cell/cell.ts'
import type { MovedValue } from '../../../shared/checks/moved.ts'
import { periodKey } from '../../../shared/confirming/period.ts'
import { readStored, sameNumbers } from '../../../shared/confirming/stored-answer.ts'
import { storedQuery } from '../../../shared/confirming/stored-tables.ts'
import type { StatisticResult } from '../../../shared/statistics/definition.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import {
  type Confirmation,
  readConfirmations,
  type StoredValue,
  storedTablesOf,
} from '../../ledger/repositories/confirmations.ts'
import { recountStatistics } from '../../ledger/statistics/query-statistics.ts'

/**
 * 確定後の差異 (domain §8): stored numbers that another count of the records gives otherwise today, by 名寄せ, merged
 * codes, bands, 計上ルール or disposed records. The stored number stands; this is only told. Looked at are the
 * totals of each statistic, and of a year also its months and its cuts by one attribute; a month whose year is 確定
 * is looked at with the year. One finding a statistic: its total, else the first part that moved.
 */
export function movedSinceConfirmed(reader: LedgerReader): readonly MovedValue[] {
  const all = readConfirmations(reader)
  const keys = new Set(all.map(periodKey))
  const looked = all
    .filter((row) => row.month === null || !keys.has(periodKey({ ...row, month: null })))
    .flatMap((confirmation) =>
      storedTablesOf(reader, confirmation)
        .filter(({ by }) => by.length <= (confirmation.month === null ? 1 : 0))
        .map((table) => ({ confirmation, table, query: storedQuery(confirmation, table) })),
    )
  if (looked.length === 0) return []
  // One question for all: what is read of a year is read once.
  const counted = recountStatistics(
    reader,
    looked.map(({ query }) => query),
  )
  const moved = new Map<string, MovedValue>()
  looked.forEach(({ confirmation, table, query }, index) => {
    const place = `${confirmation.key} ${table.statistic}`
    if (moved.has(place)) return
    const answer = counted[index]
    const stored = readStored(table.answer, table.by, query, confirmation.confirmedOn)
    const now = answer?.ok === true ? answer.value : null
    if (now !== null && sameNumbers(stored, now)) return
    const first = firstMove(stored, now)
    if (first !== null) moved.set(place, movedValue(confirmation, table, first))
  })
  return [...moved.values()]
}

interface Move {
  readonly keys: readonly string[]
  readonly before: number | null
  readonly now: number | null
}

/** The total, or the first row whose number moved; null where only states or bounds differ. */
function firstMove(stored: StatisticResult, counted: StatisticResult | null): Move | null {
  const rows = new Map((counted?.rows ?? []).map(({ keys, cell }) => [keys.join(' '), cell]))
  const cells = [
    { keys: [], before: stored.total, now: counted?.total },
    ...stored.rows.map(({ keys, cell }) => ({ keys, before: cell, now: rows.get(keys.join(' ')) })),
  ]
  for (const { keys, before, now } of cells) {
    const move = { keys, before: numberOf(before), now: numberOf(now) }
    if (move.before !== move.now) return move
  }
  return null
}

/** A quotient is told by its numerator: its parts move with it. */
function numberOf(cell: Cell | undefined): number | null {
  if (cell?.state !== 'value') return null
  const { quantity } = cell
  if (quantity.kind === 'integer') return quantity.integer
  return quantity.kind === 'fraction' ? quantity.numerator : quantity.high
}

function movedValue(
  { party, form, fiscalYear, month }: Confirmation,
  { statistic, by }: StoredValue,
  { keys, before, now }: Move,
): MovedValue {
  const codes = by.flatMap((cut, index) => (keys[index] === undefined ? [] : [`${cut}=${keys[index]}`]))
  return {
    fixedBy: { kind: 'confirmed' },
    party,
    form,
    statistic,
    fiscalYear,
    month,
    codes: codes.toSorted().join('&'),
    before,
    now,
  }
}
