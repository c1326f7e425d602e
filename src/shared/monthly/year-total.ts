import type { Cell } from '../cell/cell.ts'
import { stateCell } from '../cell/construct.ts'
import { isAdditive, lastValue, personsBoundsOverMonths, seriesOf, trySum } from '../statistics/algebra.ts'
import { countedCell, type Entry, isEntered } from './entry.ts'
import type { SheetLine } from './lines.ts'

/** What stands in the column 年度計 of a line (domain §3, table). */
export type YearTotal =
  /** Σ months; parts say of how many. */
  | { readonly kind: 'sum'; readonly cell: Cell }
  /** 時点: the last month with a value, by its place in the year (0 = April), null where there is none. */
  | { readonly kind: 'last'; readonly cell: Cell; readonly month: number | null }
  /** Asked for, never summed; `low` and `high` are its bounds as far as the months tell them. */
  | {
      readonly kind: 'entered'
      readonly cell: Cell
      readonly low: number | null
      readonly high: number | null
    }

/**
 * The year's figure of a line from its twelve months (null: not entered) and the year's own value. Events
 * and 新規 add up; 実人数 are entered, between the largest month and Σ months (only once all twelve are there);
 * a snapshot is its last value. What has no months, and whatever the party entered for the year, is the entry.
 */
export function yearTotal(
  line: Pick<SheetLine, 'statistic' | 'keys' | 'measure' | 'yearOnly'>,
  months: readonly Entry[],
  own: Entry,
): YearTotal {
  const cells = months.map((entry) => countedCell(line, entry))
  if (isYearEntered(line) || isEntered(own)) {
    const cell = countedCell(line, own)
    if (line.measure !== 'persons') return { kind: 'entered', cell, low: null, high: null }
    return { kind: 'entered', cell, ...personsBounds(cells) }
  }
  if (isAdditive(line.measure, 'months')) {
    const sum = trySum(line.measure, 'months', cells)
    return { kind: 'sum', cell: sum.ok ? sum.value : stateCell('blank') }
  }
  const { cell, index } = lastValue(seriesOf('snapshot', cells))
  return { kind: 'last', cell, month: index }
}

/** Whether the year has a value of its own that is asked for: 実人数, and what has no months at all. */
export const isYearEntered = (line: Pick<SheetLine, 'measure' | 'yearOnly'>): boolean =>
  line.yearOnly || line.measure === 'persons'

function personsBounds(cells: readonly Cell[]): {
  readonly low: number | null
  readonly high: number | null
} {
  const bounds = personsBoundsOverMonths(seriesOf('persons', cells))
  if (bounds.state !== 'value') return { low: null, high: null }
  const { quantity, parts } = bounds
  const complete = parts.reported >= parts.expected
  if (quantity.kind === 'integer') {
    return { low: quantity.integer, high: complete ? quantity.integer : null }
  }
  return quantity.kind === 'range'
    ? { low: quantity.low, high: complete ? quantity.high : null }
    : { low: null, high: null }
}
