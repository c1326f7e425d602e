import type { StatisticNote, StatisticResult } from '../../statistics/definition.ts'
import { noteWords, snapshotDates } from '../../words/statistics.ts'

/**
 * What stands behind the numbers in words, each note once. The break is left out: the table's head marks
 * it. 速報値 is said by the paper's head and by the p beside the number.
 */
export function resultNotes(results: readonly (StatisticResult | null)[]): readonly string[] {
  const notes = results.flatMap((result) => result?.notes ?? [])
  const dates = notes.flatMap((note) => (note.code === 'snapshotDate' ? (note.parameters.date ?? []) : []))
  return [
    ...new Set([
      ...notes.filter((note) => !saidElsewhere.has(note.code)).map((note) => noteWords(note)),
      ...(dates.length === 0 ? [] : [snapshotDates(dates)]),
    ]),
  ].filter((words) => words !== '')
}

const saidElsewhere: ReadonlySet<StatisticNote['code']> = new Set(['break', 'provisional', 'snapshotDate'])
