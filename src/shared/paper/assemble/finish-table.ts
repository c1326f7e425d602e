import { type LegendSymbol, writeCell } from '../../cell/write.ts'
import { legendWords } from '../../words/cell.ts'
import { brokenLegend, tableWords } from '../../words/papers.ts'
import type { TableBlock, TableCell, TableColumn } from '../model.ts'
import { paperPreset } from './cells.ts'
import type { NoteBook } from './notes.ts'

export interface TableParts {
  readonly id: string
  readonly title: string
  /** Units of the rows, with repetitions, in their order. */
  readonly units: readonly string[]
  /** Adds ％ to the units where shares or rates are printed. */
  readonly hasRates: boolean
  readonly columns: readonly TableColumn[]
  readonly rows: TableBlock['rows']
  readonly notes: readonly string[]
  readonly noteBook: NoteBook
  readonly source: string
}

/** Adds what follows from the cells: the unit line, numbered notes, and a legend of the signs that are used. */
export function finishTable(parts: TableParts): TableBlock {
  const units = [...new Set([...parts.units, ...(parts.hasRates ? ['％'] : [])])]
  return {
    kind: 'table',
    id: parts.id,
    editable: false,
    mark: '',
    title: parts.title,
    unit: `${tableWords.unit}：${units.join('、')}`,
    columns: parts.columns,
    rows: parts.rows,
    notes: parts.noteBook.lines(parts.notes),
    legend: legendOf(parts.rows.flatMap((row) => row.cells)),
    source: parts.source,
  }
}

function legendOf(cells: readonly TableCell[]): string {
  const symbols = new Set<LegendSymbol>()
  for (const cell of cells) {
    if (cell.kind !== 'number') continue
    for (const symbol of writeCell(cell.cell, paperPreset).symbols) symbols.add(symbol)
    if (cell.display.includes('△')) symbols.add('minus')
    if (cell.provisional) symbols.add('provisional')
  }
  const hatched = cells.some((cell) => cell.kind === 'broken') ? [brokenLegend] : []
  return [legendWords(symbols, paperPreset), ...hatched].filter((part) => part !== '').join('　')
}
