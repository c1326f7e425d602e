import type { SheetCell } from '../../shared/intake/book.ts'
import { limits } from './limits.ts'
import { tooLarge } from './refuse.ts'

/** A row while it is built: `cells` by column from the first, and cut after the last that holds something. */
export interface GridRow {
  readonly number: number
  readonly hidden: boolean
  readonly cells: (SheetCell | null)[]
}

/** What all sheets of a book hold together; passing a limit throws bookTooLarge. */
export class Room {
  #places = 0
  #cells = 0

  take(places: number, cells: number): void {
    this.#places += places
    this.#cells += cells
    if (this.#places > limits.places) throw tooLarge('places', limits.places)
    if (this.#cells > limits.cells) throw tooLarge('cells', limits.cells)
  }
}

/** A row's cells of any sparse places; null when none holds anything. */
export function gridRow(
  number: number,
  hidden: boolean,
  columns: readonly number[],
  values: readonly (SheetCell | null)[],
  room: Room,
): GridRow | null {
  let last = 0
  for (const column of columns) if (column > last) last = column
  if (last === 0) return null
  room.take(last, columns.length)
  const cells: (SheetCell | null)[] = new Array(last).fill(null)
  for (let at = 0; at < columns.length; at++) cells[(columns[at] ?? 1) - 1] = values[at] ?? null
  return { number, hidden, cells }
}
