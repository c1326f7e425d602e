import type { GridReading, Spot, SpotRange } from './types.ts'

/** What the grid asks of the screen, which alone knows what the cells mean. */
export interface GridHandlers {
  /** A text was typed into a cell and confirmed. */
  commit(spot: Spot, text: string): void
  /** The text of a cell as it is edited (F2). */
  editText(spot: Spot): string
  /** How a text would be read; null says nothing. */
  reading(spot: Spot, text: string): GridReading | null
  /** What is being typed and not confirmed yet; null: nothing (any more). */
  typing(spot: Spot, text: string | null): void
  /** A key of `signs` on the selected cells. */
  sign(range: SpotRange, sign: string): void
  clear(range: SpotRange): void
  /** Enter on a cell that is not edited; true: it meant something here, and the caret stays. */
  enter(spot: Spot): boolean
  /** Space on the selected cells. */
  act(range: SpotRange): void
  fill(range: SpotRange, direction: 'down' | 'right'): void
  /** Texts of a range as they are printed. */
  copy(range: SpotRange): readonly (readonly string[])[]
  paste(range: SpotRange, rows: readonly (readonly string[])[]): void
  undo(): void
  redo(): void
}
