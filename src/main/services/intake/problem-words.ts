import type { RowProblem } from '../../../shared/intake/staged.ts'
import { collectionProblemText } from '../../../shared/words/collection.ts'
import { intakeProblemWords } from '../../../shared/words/intake.ts'

/** What the reading of a row says, in words. */
export const problemWords = (problem: RowProblem): string =>
  intakeProblemWords(problem) ?? collectionProblemText(problem.code, problem.parameters) ?? problem.code
