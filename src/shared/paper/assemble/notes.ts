import { houseDigits } from '../../cell/digits.ts'

export interface PaperNote {
  readonly mark: string
  readonly text: string
}

/**
 * Numbers the notes of a paper: 注１ is the same note wherever it stands, so the mark in a table's head
 * and the line under each table agree (documents §3).
 */
export interface NoteBook {
  /** The mark of a note, given at its first use: 「注１」. */
  mark(text: string): string
  /** The notes with these texts, in the order of their marks, without repetition. */
  lines(texts: readonly string[]): readonly PaperNote[]
}

export function noteBook(): NoteBook {
  const known: string[] = []
  const numberOf = (text: string): number => {
    const at = known.indexOf(text)
    return at === -1 ? known.push(text) : at + 1
  }
  const mark = (text: string): string => `注${houseDigits(numberOf(text))}`
  return {
    mark,
    lines: (texts) =>
      [...new Set(texts)]
        .map((text) => ({ number: numberOf(text), text }))
        .toSorted((left, right) => left.number - right.number)
        .map(({ text }) => ({ mark: mark(text), text })),
  }
}
