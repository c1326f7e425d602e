import type { RowProblem } from '../../../shared/intake/staged.ts'

/** What the reading of a row says, in words. */
export const problemWords = ({ code }: RowProblem): string => code
