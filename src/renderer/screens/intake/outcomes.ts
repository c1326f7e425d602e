import type { IntakeRow } from '../../../shared/contract/schemas/intake.ts'

/** What becomes of a row that was read, in the order of the sum: 読んだ行 ＝ 新規 ＋ 変更 ＋ …. */
export const rowOutcomes = [
  'new',
  'changed',
  'same',
  'refused',
  'ignored',
  'late',
] as const satisfies readonly IntakeRow['outcome'][]
