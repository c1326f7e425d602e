import type { Cell, CellFlag } from '../../cell/cell.ts'
import { integerCell, stateCell } from '../../cell/construct.ts'
import type { FiscalYear, Month } from '../../time/day.ts'
import { personsOverParties, seriesOf, trySum } from '../algebra.ts'
import { findBreakdown } from '../catalogue/breakdowns.ts'
import { findStatistic } from '../catalogue/catalogue.ts'
import type { TallyRow } from '../rows.ts'
import { type CodeBook, unknownCode } from './context.ts'

const nothingReported = { reported: 0, expected: 1 } as const

/** 未報告: expected, and not there. */
export const missingCell: Cell = stateCell('blank', { parts: nothingReported })

/** Flags in one order, however they were recorded. */
const flagOrder: readonly CellFlag[] = ['provisional', 'revised', 'estimate']

/** A tally as a cell. What was carried over and not adopted (未採用) is blank (domain: product, words). */
export function tallyCell(row: TallyRow): Cell {
  if (!row.adopted) return missingCell
  const flags = flagOrder.filter((flag) => row.flags.includes(flag))
  const missing = row.state === 'blank' || row.state === 'unknown' || row.state === 'suppressed'
  if (row.state === 'value' && row.value !== null) return integerCell(row.value, { flags })
  const state = row.state === 'value' ? 'blank' : row.state
  return stateCell(state, {
    flags,
    parts: missing ? nothingReported : { reported: 1, expected: 1 },
  })
}

/** Entered cells of one statistic, found by party, month (or the year's own) and codes. */
export interface TallyCells {
  /** Null when nothing was entered there. */
  month(party: string, month: Month, codes: readonly string[]): Cell | null
  year(party: string, fiscalYear: FiscalYear, codes: readonly string[]): Cell | null
  /** Parties with anything entered for the statistic. */
  readonly parties: ReadonlySet<string>
  /** Codes that the entries use for a breakdown. */
  codesOf(breakdown: string): readonly string[]
}

/**
 * The cells of a statistic cut by `breakdowns` (no time, no party). A party that does not cut its figure
 * so has all of it under 不明: the groups still add up to the total, and nothing is invented. Codes that
 * were merged into one make one cell.
 */
export function tallyCells(
  tallies: readonly TallyRow[],
  statistic: string,
  breakdowns: readonly string[],
  book: CodeBook,
): TallyCells {
  const rows = tallies.filter((row) => row.statistic === statistic)
  const place = (party: string, when: string | number): string => `${party} ${when}`
  const cells = new Map<string, Cell[]>()
  const totals = new Map<string, Cell>()
  const cut = new Set<string>()
  for (const row of rows) {
    const at = place(row.party, row.month ?? row.fiscalYear)
    const names = Object.keys(row.keys)
    if (names.length === 0) totals.set(at, tallyCell(row))
    if (names.length !== breakdowns.length || breakdowns.some((name) => !(name in row.keys))) continue
    const codes = breakdowns.map((name) => canonical(book, name, row.keys[name] ?? unknownCode))
    const key = [at, ...codes].join('\u0001')
    cells.set(key, [...(cells.get(key) ?? []), tallyCell(row)])
    cut.add(at)
  }
  const find = (at: string, codes: readonly string[]): Cell | null => {
    const entered = cells.get([at, ...codes].join('\u0001'))
    if (entered !== undefined) return asOne(entered, statistic, breakdowns)
    const total = totals.get(at)
    if (cut.has(at) || total === undefined) return null
    if (codes.every((code) => code === unknownCode)) return total
    return total.state === 'value' ? integerCell(0) : total
  }
  return {
    month: (party, month, codes) => find(place(party, month), codes),
    year: (party, fiscalYear, codes) => find(place(party, fiscalYear), codes),
    parties: new Set(rows.map((row) => row.party)),
    codesOf: (breakdown) => [
      ...new Set(
        rows.flatMap((row) => {
          const code = row.keys[breakdown]
          return code === undefined ? [] : canonical(book, breakdown, code)
        }),
      ),
    ],
  }
}

const canonical = (book: CodeBook, breakdown: string, code: string): string =>
  book.canonical(findBreakdown(breakdown)?.list ?? breakdown, code)

/**
 * Cells of codes that now are one: their sum. Where one may stand in several of them (multiple choices) it is
 * only known to lie between the largest and the sum.
 */
function asOne(cells: readonly Cell[], statistic: string, breakdowns: readonly string[]): Cell {
  const [only] = cells
  if (only !== undefined && cells.length === 1) return only
  const choice = breakdowns.some((name) => findBreakdown(name)?.choice === 'multiple') ? 'multiple' : 'single'
  const sum = trySum(findStatistic(statistic)?.measure ?? 'events', 'groups', cells, { choice })
  return sum.ok ? sum.value : personsOverParties(seriesOf('persons', cells)).cell
}
