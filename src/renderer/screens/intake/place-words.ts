import { useMemo } from 'react'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { intakeStore } from './store.ts'

/** 1 → A, 27 → AA, as the user's program names columns. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return rest === 0 ? letter : columnLetters(rest) + letter
}

interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number | null
}

/** 「4月　39行目　B列」. */
export const placeWords = ({ sheet, row, column }: Place): string =>
  intakeScreenWords.reading.place(sheet, row, column === null ? '' : columnLetters(column))

/** The same for the open book: a book of one sheet does not say its name each time. */
export function usePlaceWords(): (place: Place) => string {
  const isLone = intakeStore.read()?.opened.book.sheets.length === 1
  return useMemo(() => (place) => placeWords(isLone ? { ...place, sheet: '' } : place), [isLone])
}
