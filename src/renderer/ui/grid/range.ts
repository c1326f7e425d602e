import type { Spot, SpotRange } from './types.ts'

export interface GridSize {
  readonly rows: number
  readonly columns: number
}

const within = (value: number, count: number): number => Math.min(Math.max(value, 0), Math.max(count - 1, 0))

export const clampSpot = (spot: Spot, size: GridSize): Spot => ({
  row: within(spot.row, size.rows),
  column: within(spot.column, size.columns),
})

export const sameSpot = (one: Spot, other: Spot): boolean =>
  one.row === other.row && one.column === other.column

/** The rectangle between two cells, however they lie. */
export const rangeOf = (one: Spot, other: Spot): SpotRange => ({
  from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
  to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
})

export const isOne = ({ from, to }: SpotRange): boolean => sameSpot(from, to)

export const holds = ({ from, to }: SpotRange, spot: Spot): boolean =>
  spot.row >= from.row && spot.row <= to.row && spot.column >= from.column && spot.column <= to.column

/** Every cell of a range, row by row. */
export function spotsOf({ from, to }: SpotRange): readonly Spot[] {
  const spots: Spot[] = []
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) spots.push({ row, column })
  }
  return spots
}

export type Direction = 'up' | 'down' | 'left' | 'right'

export const steps: Readonly<Record<Direction, Spot>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
}

export const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The step of an arrow key; null for any other. */
export function arrowStep(key: string): Spot | null {
  const direction = arrows[key]
  return direction === undefined ? null : steps[direction]
}

/**
 * Ctrl and an arrow, as spreadsheets do it: to the end of a run of filled cells, or over empty ones to the
 * next filled one, or to the edge.
 */
export function jump(
  from: Spot,
  direction: Direction,
  size: GridSize,
  filled: (spot: Spot) => boolean,
): Spot {
  const step = steps[direction]
  const next = (spot: Spot): Spot => ({ row: spot.row + step.row, column: spot.column + step.column })
  const inside = ({ row, column }: Spot): boolean =>
    row >= 0 && column >= 0 && row < size.rows && column < size.columns
  let here = from
  if (!inside(next(here))) return here
  if (filled(here) && filled(next(here))) {
    while (inside(next(here)) && filled(next(here))) here = next(here)
    return here
  }
  here = next(here)
  while (inside(next(here)) && !filled(here)) here = next(here)
  return here
}

/** Tab through the grid: at the end of a row to the beginning of the next; null leaves the grid. */
export function tabbed(from: Spot, back: boolean, size: GridSize): Spot | null {
  const index = from.row * size.columns + from.column + (back ? -1 : 1)
  if (index < 0 || index >= size.rows * size.columns) return null
  return { row: Math.floor(index / size.columns), column: index % size.columns }
}
