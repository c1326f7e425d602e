import type { AppError } from '../../../shared/contract/errors.ts'
import { blankEntry, type Entry } from '../../../shared/monthly/entry.ts'

/** What the ledger holds for a cell, as last heard. */
export interface SavedCell {
  /** Null while there is no row. */
  readonly id: string | null
  readonly revision: number
  readonly entry: Entry
}

/** A cell as the screen holds it. */
export interface HeldCell {
  readonly saved: SavedCell
  /** What it shows: the saved entry, or one that is on its way to the disk. */
  readonly entry: Entry
  /** Text that was typed and could not be read; the entry below it stays as it was. */
  readonly text: string | null
  /** Why the last change is not on the disk and never will be: a confirmed month, the other mode. */
  readonly failure: AppError | null
  /** Changes of this cell that are not answered yet. */
  readonly waiting: number
}

export const noSaved: SavedCell = { id: null, revision: 0, entry: blankEntry }
export const emptyCell: HeldCell = {
  saved: noSaved,
  entry: blankEntry,
  text: null,
  failure: null,
  waiting: 0,
}

/** Another window's value against ours, for the same cell. */
export interface CellClash {
  readonly cell: string
  readonly mine: Entry
  readonly theirs: Entry
}
