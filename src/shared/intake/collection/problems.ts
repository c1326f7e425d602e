import type { DayFinding } from '../../time/read-day.ts'
import type { CollectionProblemCode } from '../../words/collection.ts'
import { quoted } from '../cell-text.ts'
import type { RefusalCode, RowWarningCode } from '../problems.ts'
import type { BookPlace, RefusedRow, RowProblem } from '../staged.ts'

/** Codes of its own, and those of every book. */
export type CollectionCode = CollectionProblemCode | RefusalCode | RowWarningCode | DayFinding['code']

/** A problem of a collection book; its own codes have their words in `words/collection.ts`. */
export const collectionProblem = (
  code: CollectionCode,
  place: BookPlace,
  column = '',
  value = '',
  parameters: RowProblem['parameters'] = {},
): RowProblem => ({ code, place, column, value: quoted(value), parameters })

export const refusal = (problem: RowProblem): RefusedRow => ({
  outcome: 'refused',
  place: problem.place,
  problem,
})
