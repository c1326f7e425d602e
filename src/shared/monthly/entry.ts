import type { Cell, CellFlag, CellState } from '../cell/cell.ts'
import { tallyCell } from '../statistics/engine/tally-cells.ts'
import type { TallyRow } from '../statistics/rows.ts'
import type { FiscalYear, Month } from '../time/day.ts'

/** What a line of the monthly sheet counts: a statistic, and for 内訳 the codes that it is cut by. */
export interface LineKey {
  readonly statistic: string
  /** Breakdown → code, at most two; empty for the total. */
  readonly keys: Readonly<Record<string, string>>
}

/** What is entered in one cell of the sheet (domain §2). */
export interface Entry {
  readonly state: CellState
  /** Present exactly when state is `value`; an integer. */
  readonly value: number | null
  readonly flags: readonly CellFlag[]
  /** False: 前年度の値（未採用）. */
  readonly adopted: boolean
  readonly comment: string
}

export const blankEntry: Entry = { state: 'blank', value: null, flags: [], adopted: true, comment: '' }

/** One text for a line: `place.attendance|group=family`. Codes hold neither sign. */
export const lineId = ({ statistic, keys }: LineKey): string =>
  [
    statistic,
    ...Object.entries(keys)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([breakdown, code]) => `${breakdown}=${code}`),
  ].join('|')

/** One text for a cell; `month` null is the year's own value. */
export const cellId = (line: string, month: Month | null): string => `${line}@${month ?? 'year'}`

export const sameEntry = (one: Entry, other: Entry): boolean =>
  sameValue(one, other) && one.comment === other.comment

/** Equal but for the comment. */
export const sameValue = (one: Entry, other: Entry): boolean =>
  one.state === other.state &&
  one.value === other.value &&
  one.adopted === other.adopted &&
  one.flags.length === other.flags.length &&
  one.flags.every((flag) => other.flags.includes(flag))

/** Whether something was entered; what is offered of last year (未採用) is 未入力 (product, words). */
export const isEntered = (entry: Entry): boolean => entry.adopted && entry.state !== 'blank'

/** A row as the statistics and the checks read it. */
export function tallyOf(
  line: LineKey,
  place: { readonly party: string; readonly fiscalYear: FiscalYear; readonly month: Month | null },
  entry: Entry,
): TallyRow {
  return {
    id: cellId(lineId(line), place.month),
    party: place.party,
    statistic: line.statistic,
    fiscalYear: place.fiscalYear,
    month: place.month,
    keys: line.keys,
    state: entry.state,
    value: entry.value,
    flags: entry.flags,
    adopted: entry.adopted,
    comment: entry.comment,
  }
}

/** The cell of an entry as the statistics count it: 未採用 is blank. */
export const countedCell = (line: LineKey, entry: Entry): Cell =>
  tallyCell(tallyOf(line, { party: '', fiscalYear: 0, month: null }, entry))
