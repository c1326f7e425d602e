import type { Cell, CellFlag, Parts, Quantity, StateCell } from '../cell/cell.ts'
import { integerCell, quotientCell, rangeCell, stateCell } from '../cell/construct.ts'
import { failure, ok, type Result } from '../contract/errors.ts'
import type { MeasureType } from './definition.ts'

/**
 * What may be added (domain §3). The forbidden sums do not type-check: a series carries its measure, and
 * each function takes only the measures that it may add. Where the measure is known only at run time,
 * {@link trySum} answers `notAdditive`. There is no function that adds ratios.
 */
export type AdditiveOverMonths = 'events' | 'attendance' | 'newPersons'
export type AdditiveOverParties = 'events' | 'attendance'
/** Groups of a single-choice breakdown: each person or event stands in exactly one. */
export type AdditiveOverGroups = 'events' | 'attendance' | 'persons' | 'newPersons' | 'snapshot'

/** Cells of one statistic in an order that the caller knows: months, parties or groups. */
export interface Series<M extends MeasureType> {
  readonly measure: M
  readonly cells: readonly Cell[]
}

export const seriesOf = <M extends MeasureType>(measure: M, cells: readonly Cell[]): Series<M> => ({
  measure,
  cells,
})

/** Σ months. Parts add up: 「33（11/12か月分）」. */
export function sumOverMonths(series: Series<AdditiveOverMonths>): Cell {
  return addCells(series.cells, addedParts(series.cells))
}

/** Σ parties of the same months: the sum has a month only when every party has it. */
export function sumOverParties(series: Series<AdditiveOverParties>): Cell {
  return addCells(series.cells, commonParts(series.cells))
}

/** Σ groups of a single-choice breakdown, of the same months. */
export function sumOverGroups(series: Series<AdditiveOverGroups>): Cell {
  return addCells(series.cells, commonParts(series.cells))
}

export type SumOver = 'months' | 'parties' | 'groups'

const additive: Readonly<Record<SumOver, readonly MeasureType[]>> = {
  months: ['events', 'attendance', 'newPersons'],
  parties: ['events', 'attendance'],
  groups: ['events', 'attendance', 'persons', 'newPersons', 'snapshot'],
}

/** Whether cells of a measure may be added. A snapshot that counts no persons may be over parties. */
export function isAdditive(measure: MeasureType, over: SumOver, countsPersons = true): boolean {
  if (measure === 'snapshot' && over === 'parties') return !countsPersons
  return additive[over].includes(measure)
}

/**
 * The sum of a measure that is known only at run time. Error: `notAdditive` with `measure` and `over`;
 * also for groups of a multiple-choice breakdown, where one person may stand in several.
 */
export function trySum(
  measure: MeasureType,
  over: SumOver,
  cells: readonly Cell[],
  options: { readonly countsPersons?: boolean; readonly choice?: 'single' | 'multiple' } = {},
): Result<Cell> {
  const overlapping = over === 'groups' && options.choice === 'multiple'
  if (overlapping || !isAdditive(measure, over, options.countsPersons ?? true)) {
    return failure('notAdditive', { measure, over })
  }
  return ok(addCells(cells, over === 'months' ? addedParts(cells) : commonParts(cells)))
}

const missingStates: readonly Cell['state'][] = ['blank', 'unknown', 'suppressed']

/** Months with a number: a cell that has none never counts as reported, whatever its parts say. */
const reportedOf = (cell: Cell): number => (missingStates.includes(cell.state) ? 0 : cell.parts.reported)

function addedParts(cells: readonly Cell[]): Parts {
  return {
    reported: cells.reduce((sum, cell) => sum + reportedOf(cell), 0),
    expected: cells.reduce((sum, cell) => sum + cell.parts.expected, 0),
  }
}

function commonParts(cells: readonly Cell[]): Parts {
  const expecting = cells.filter((cell) => cell.parts.expected > 0)
  if (expecting.length === 0) return { reported: 0, expected: 0 }
  const expected = Math.max(...expecting.map((cell) => cell.parts.expected))
  const missing = Math.max(...expecting.map((cell) => cell.parts.expected - reportedOf(cell)))
  return { reported: Math.max(0, expected - missing), expected }
}

/** 約 and 速報 of a part are 約 and 速報 of the whole; a correction (訂正値) is the part's own. */
export function inheritedFlags(cells: readonly Cell[]): readonly CellFlag[] {
  const inherited: readonly CellFlag[] = ['provisional', 'estimate']
  return inherited.filter((flag) => cells.some((cell) => cell.flags.includes(flag)))
}

/** Low and high of a count; a fraction has none here, for it is never added. */
export function boundsOf(quantity: Quantity): { readonly low: number; readonly high: number } | null {
  if (quantity.kind === 'integer') return { low: quantity.integer, high: quantity.integer }
  return quantity.kind === 'range' ? quantity : null
}

/** States that say "nothing took place": they are 0 in a sum. Blank, unknown and suppressed never are. */
const zeroStates: readonly Cell['state'][] = ['cancelled', 'postponed', 'notDone', 'notApplicable']

function addCells(cells: readonly Cell[], parts: Parts): Cell {
  const only = cells[0]
  if (only !== undefined && cells.length === 1) return only
  const flags = inheritedFlags(cells)
  let low = 0
  let high = 0
  let counted = 0
  for (const cell of cells) {
    if (cell.state !== 'value') {
      if (zeroStates.includes(cell.state)) counted += 1
      continue
    }
    const bounds = boundsOf(cell.quantity)
    if (bounds === null) continue
    low += bounds.low
    high += bounds.high
    counted += 1
  }
  if (cells.length > 0 && cells.every((cell) => cell.state === 'notApplicable')) {
    return stateCell('notApplicable', { parts, flags })
  }
  return counted === 0
    ? stateCell(missingState(cells), { parts, flags })
    : rangeCell(low, high, { parts, flags })
}

/** What to say when nothing could be added: 不詳 or 秘匿 where all say so, else 未報告. */
function missingState(cells: readonly Cell[]): StateCell['state'] {
  for (const state of ['unknown', 'suppressed'] as const) {
    if (cells.length > 0 && cells.every((cell) => cell.state === state)) return state
  }
  return 'blank'
}

/**
 * Bounds of the year's 実人数 from those of its months: max month ≤ year ≤ Σ months (domain §3). An exact
 * number only when there is one month, or when all others are 0.
 */
export function personsBoundsOverMonths(series: Series<'persons'>): Cell {
  return personsBounds(series.cells, addedParts(series.cells))
}

/**
 * 実(全体) of several parties: Σ − 共通の利用者 where that is known, else 「92人以上133人以下」. The shared
 * users of exactly two parties are subtracted once; of more parties it is not known how often each was
 * counted, so a range remains.
 */
export function personsOverParties(
  series: Series<'persons' | 'newPersons' | 'snapshot'>,
  shared: Cell | null = null,
): { readonly cell: Cell; readonly how: 'exact' | 'shared' | 'range' } {
  const { cells } = series
  const only = cells[0]
  if (only !== undefined && cells.length === 1) return { cell: only, how: 'exact' }
  const parts = commonParts(cells)
  const exact = cells.flatMap((cell) =>
    cell.state === 'value' && cell.quantity.kind === 'integer' ? [cell.quantity.integer] : [],
  )
  const [one, other] = exact
  const common =
    shared?.state === 'value' && shared.quantity.kind === 'integer' ? shared.quantity.integer : null
  if (cells.length === 2 && one !== undefined && other !== undefined && common !== null) {
    if (common >= 0 && common <= Math.min(one, other)) {
      const flags = inheritedFlags(shared === null ? cells : [...cells, shared])
      return { cell: integerCell(one + other - common, { parts, flags }), how: 'shared' }
    }
  }
  const cell = personsBounds(cells, parts)
  const ranged = cell.state === 'value' && cell.quantity.kind === 'range'
  return { cell, how: ranged ? 'range' : 'exact' }
}

function personsBounds(cells: readonly Cell[], parts: Parts): Cell {
  const sum = addCells(cells, parts)
  if (cells.length < 2 || sum.state !== 'value') return sum
  const lows = cells.flatMap((cell) => (cell.state === 'value' ? [boundsOf(cell.quantity)?.low ?? 0] : []))
  const high = boundsOf(sum.quantity)?.high ?? 0
  return rangeCell(Math.max(0, ...lows), Math.max(high, 0, ...lows), { parts, flags: sum.flags })
}

/** 時点: the last month that has a value, and its place in the series (worked case 4: 「２月末現在」). */
export function lastValue(series: Series<'snapshot'>): {
  readonly cell: Cell
  readonly index: number | null
} {
  const index = series.cells.findLastIndex((cell) => cell.state === 'value')
  const cell = series.cells[index]
  if (cell === undefined) {
    return {
      cell: stateCell(missingState(series.cells), { parts: { reported: 0, expected: 1 } }),
      index: null,
    }
  }
  return { cell, index }
}

/**
 * Σnumerator ÷ Σdenominator over the months that both have: 33/178, not 33/187 (worked case 4). Both
 * lists hold the same months in the same order; `RangeError` when their lengths differ.
 */
export function quotientOverMonths(
  numerator: Series<AdditiveOverMonths>,
  denominator: Series<AdditiveOverMonths>,
): Cell {
  if (numerator.cells.length !== denominator.cells.length) throw new RangeError('months do not pair')
  const common = numerator.cells.flatMap((above, month) => {
    const below = denominator.cells[month]
    return below !== undefined && counts(above) && counts(below) ? [month] : []
  })
  const above = addCells(...chosen(numerator.cells, common))
  const below = addCells(...chosen(denominator.cells, common))
  const expected = Math.max(addedParts(numerator.cells).expected, addedParts(denominator.cells).expected)
  return divide(above, below, { reported: Math.min(above.parts.reported, below.parts.reported), expected })
}

const counts = (cell: Cell): boolean => cell.state === 'value' || zeroStates.includes(cell.state)

function chosen(cells: readonly Cell[], months: readonly number[]): [readonly Cell[], Parts] {
  const kept = months.flatMap((month) => cells[month] ?? [])
  return [kept, addedParts(kept)]
}

/**
 * numerator ÷ denominator, both kept as they are (the factor is the definition's `per`). A zero
 * denominator cannot occur (`notApplicable`); a missing part or a range gives `unknown`.
 */
export function divide(numerator: Cell, denominator: Cell, parts: Parts): Cell {
  const flags = inheritedFlags([numerator, denominator])
  const above = exactOf(numerator)
  const below = exactOf(denominator)
  if (above === null || below === null) return stateCell('unknown', { parts, flags })
  return quotientCell(above, below, { parts, flags })
}

function exactOf(cell: Cell): number | null {
  if (zeroStates.includes(cell.state)) return 0
  return cell.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : null
}
