import type { StatisticResult } from '../../statistics/definition.ts'
import { noteWords } from '../../words/statistics.ts'

/**
 * What stands behind the numbers in words, each note once. The break is left out: the table's head marks
 * it. 速報値 is said by the paper's head and by the p beside the number.
 */
export function resultNotes(results: readonly (StatisticResult | null)[]): readonly string[] {
  const notes = results.flatMap((result) => result?.notes ?? [])
  return [
    ...new Set(
      notes
        .filter((note) => note.code !== 'break' && note.code !== 'provisional')
        .map((note) => noteWords(note)),
    ),
  ].filter((words) => words !== '')
}
