import type { NotesBlock, TableBlock } from '../../shared/paper/model.ts'
import { exportWords } from '../../shared/words/export.ts'
import { tableWords } from '../../shared/words/papers.ts'

type Note = NotesBlock['notes'][number]

/** What stands under a table or chart: its notes, the legend of its symbols, its source. */
export function notesUnder(block: {
  readonly notes: readonly Note[]
  readonly legend?: TableBlock['legend']
  readonly source: string
}): Note[] {
  const notes = [...block.notes]
  if (block.legend) notes.push({ mark: tableWords.legendLead, text: block.legend })
  if (block.source !== '') notes.push({ mark: exportWords.sourceMark, text: block.source })
  return notes
}
