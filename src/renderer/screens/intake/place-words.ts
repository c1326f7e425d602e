import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'

/** 1 → A, 27 → AA, as the user's program names columns. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return rest === 0 ? letter : columnLetters(rest) + letter
}

/** 「4月　39行目　B列」. */
export const placeWords = (place: {
  readonly sheet: string
  readonly row: number
  readonly column: number | null
}): string =>
  intakeScreenWords.reading.place(
    place.sheet,
    place.row,
    place.column === null ? '' : columnLetters(place.column),
  )
