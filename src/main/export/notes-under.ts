import type { ChartBlock, NotesBlock, TableBlock } from '../../shared/paper/model.ts'
import { legendWords } from '../../shared/words/cell.ts'
import { exportWords } from '../../shared/words/export.ts'
import { tableWords } from '../../shared/words/papers.ts'

type Note = NotesBlock['notes'][number]

/** What stands under a table or chart: its notes, the legend of its symbols, its source. */
export function notesUnder(block: {
  readonly notes: readonly Note[]
  readonly legend?: TableBlock['legend']
  readonly spec?: ChartBlock['spec']
  readonly source: string
}): Note[] {
  const notes = [...block.notes]
  const legend = block.legend ?? (block.spec === undefined ? '' : chartLegend(block.spec))
  if (legend !== '') notes.push({ mark: tableWords.legendLead, text: legend })
  if (block.source !== '') notes.push({ mark: exportWords.sourceMark, text: block.source })
  return notes
}

/** What the signs of a chart mean: p where a number of it is 速報値. */
export function chartLegend(spec: ChartBlock['spec']): string {
  const provisional = spec.series.some((series) => series.points.some((point) => point?.provisional))
  return provisional ? legendWords(new Set(['provisional']), 'city') : ''
}
