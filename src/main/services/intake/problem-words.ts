import type { RowProblem } from '../../../shared/intake/staged.ts'
import { collectionProblemText } from '../../../shared/words/collection.ts'

/** What the reading of a row says, in words. */
export const problemWords = ({ code, parameters }: RowProblem): string =>
  collectionProblemText(code, parameters) ?? code
