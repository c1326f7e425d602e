import { findStatistic, versionIn } from '../../statistics/catalogue/catalogue.ts'
import type { StatisticDefinition } from '../../statistics/definition.ts'
import type { FiscalYear } from '../../time/day.ts'
import { definitionWords } from '../../words/papers.ts'
import { measureWords } from '../../words/statistics.ts'
import type { TableBlock } from '../model.ts'
import { labelCell } from './cells.ts'
import { statisticLabel } from './labels.ts'
import type { NoteBook } from './notes.ts'
import type { TextBlock } from './text-block.ts'

/**
 * 定義: what each printed statistic counts in the paper's year, whom, and what may not be done with it.
 * Generated from the catalogue: not editable, so that it always says what was counted.
 */
export function definitionBlocks(
  statistics: readonly string[],
  fiscalYear: FiscalYear,
  noteBook: NoteBook,
): readonly TextBlock[] {
  const definitions = [...new Set(statistics)].flatMap((code) => findStatistic(code) ?? [])
  if (definitions.length === 0) return []
  return [
    { kind: 'heading', id: 'definitions', level: 1, text: definitionWords.heading, fixed: true },
    { kind: 'ready', block: definitionTable(definitions, fiscalYear, noteBook) },
  ]
}

function definitionTable(
  definitions: readonly StatisticDefinition[],
  fiscalYear: FiscalYear,
  noteBook: NoteBook,
): TableBlock {
  const scopeOf = (definition: StatisticDefinition): string =>
    definitionWords.scope(versionIn(definition, fiscalYear)?.scope ?? '')
  const kinds = [...new Set(definitions.map((definition) => definition.measure))]
  const notes = [
    ...new Set(definitions.map(scopeOf)),
    ...kinds.map((kind) => `${measureWords[kind].label}：${measureWords[kind].explanation}`),
  ]
  return {
    kind: 'table',
    id: 'definitions.table',
    editable: false,
    mark: '',
    title: definitionWords.heading,
    unit: '',
    columns: [
      { heads: [definitionWords.statistic], align: 'left', width: 13, breakBefore: false },
      { heads: [definitionWords.unit], align: 'center', width: 4, breakBefore: false },
      { heads: [definitionWords.text], align: 'left', width: 32, breakBefore: false },
      { heads: [definitionWords.measure], align: 'left', width: 9, breakBefore: false },
    ],
    rows: definitions.map((definition) => ({
      id: definition.code,
      cells: [
        labelCell(statisticLabel(definition)),
        labelCell(definition.unit),
        labelCell(
          `${versionIn(definition, fiscalYear)?.text ?? ''}（${noteBook.mark(scopeOf(definition))}）`,
        ),
        labelCell(measureWords[definition.measure].label),
      ],
    })),
    notes: noteBook.lines(notes),
    legend: '',
    source: '',
  }
}
