import type { BookPlace } from '../../../shared/intake/staged.ts'

export type NoteTone = 'refused' | 'warning' | 'note'

/** What is to stand beside a place of the user's file. A place without a column means its whole row. */
export interface BookNote {
  readonly place: BookPlace
  readonly text: string
  readonly tone: NoteTone
}

/** Notes of one cell: their texts in order, the gravest tone. */
export interface CellNote {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly tone: NoteTone
}

const gravity: Readonly<Record<NoteTone, number>> = { refused: 2, warning: 1, note: 0 }

export const graver = (left: NoteTone, right: NoteTone): NoteTone =>
  gravity[right] > gravity[left] ? right : left

/** One note for each cell, by row and column; `cellOf` says in which cell the note of a place goes. */
export function byCell(
  notes: readonly BookNote[],
  cellOf: (place: BookPlace) => { readonly row: number; readonly column: number },
): readonly CellNote[] {
  const cells = new Map<string, CellNote>()
  for (const { place, text, tone } of notes) {
    const { row, column } = cellOf(place)
    const key = `${row}:${column}`
    const known = cells.get(key)
    if (known === undefined) cells.set(key, { row, column, text, tone })
    else if (!known.text.split('\n').includes(text)) {
      cells.set(key, { row, column, text: `${known.text}\n${text}`, tone: graver(known.tone, tone) })
    }
  }
  return [...cells.values()].sort((left, right) => left.row - right.row || left.column - right.column)
}
