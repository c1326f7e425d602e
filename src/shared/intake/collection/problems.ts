import type { CollectionProblemCode } from '../../words/collection.ts'
import { quoted } from '../cell-text.ts'
import type { RefusalCode, RowWarningCode } from '../problems.ts'
import type { BookPlace, RefusedRow, RowProblem } from '../staged.ts'

/** A problem of a collection book; its own codes have their words in `words/collection.ts`. */
export const collectionProblem = (
  code: CollectionProblemCode | RefusalCode | RowWarningCode,
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
