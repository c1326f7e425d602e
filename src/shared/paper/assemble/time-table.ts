import type { StatisticDefinition, StatisticResult } from '../../statistics/definition.ts'
import { surveyNote, tableWords } from '../../words/papers.ts'
import type { TableBlock, TableColumn } from '../model.ts'
import type { PaperFacts } from '../template.ts'
import { emptyCell, labelCell, numberCell } from './cells.ts'
import { breakdownLabel, codeLabel } from './code-labels.ts'
import { finishTable } from './finish-table.ts'
import { measureOf } from './measure.ts'
import type { NoteBook } from './notes.ts'

export interface TimeTable {
  readonly id: string
  readonly title: string
  readonly facts: PaperFacts
  /** `month`, `quarter`, `half`. */
  readonly breakdown: string
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    readonly indent: number
    readonly bold: boolean
    readonly definition: StatisticDefinition
    readonly result: StatisticResult
  }[]
  /** Heads the first column: 区分, 年度. */
  readonly head: string
  readonly notes: readonly string[]
  readonly noteBook: NoteBook
  readonly source: string
}

/**
 * Lines of statistics or of years across months. The right column is the value of the whole period: for
 * 実人数 it is no sum of the months (domain §3).
 */
export function timeTable(table: TimeTable): TableBlock {
  const codes = columnCodes(table)
  return finishTable({
    id: table.id,
    title: table.title,
    units: table.rows.map((row) => row.definition.unit),
    hasRates: false,
    columns: [
      { heads: [table.head], align: 'left', width: 15, breakBefore: false },
      { heads: [tableWords.unit], align: 'center', width: 4, breakBefore: false },
      ...codes.map(({ label }) => column(label, codes.length > 8 ? 4.8 : 8)),
      column(tableWords.period, 6),
    ],
    rows: table.rows.map((row) => {
      const measure = measureOf(row.definition)
      return {
        id: row.id,
        cells: [
          labelCell(row.label, { indent: row.indent, bold: row.bold }),
          labelCell(row.definition.unit),
          // A month that the line's own period does not hold is no missing number: the cell stays empty.
          ...codes.map((_code, index) => {
            const entry = row.result.rows[index]
            return entry === undefined ? emptyCell : numberCell(entry.cell, { ...measure, bold: row.bold })
          }),
          numberCell(row.result.total, { ...measure, bold: row.bold }),
        ],
      }
    }),
    notes: [
      ...table.notes,
      ...(table.rows.some((row) => measureOf(row.definition).survey === true) ? [surveyNote] : []),
    ],
    noteBook: table.noteBook,
    source: table.source,
  })
}

/** The columns of the longest line; lines of other years have the same months under the same names. */
function columnCodes(table: TimeTable): readonly { readonly code: string; readonly label: string }[] {
  const longest = table.rows.toSorted((left, right) => right.result.rows.length - left.result.rows.length)[0]
  return (longest?.result.rows ?? []).map((entry) => {
    const code = entry.keys[0] ?? ''
    return { code, label: codeLabel(table.facts, table.breakdown, code) }
  })
}

const column = (head: string, width: number): TableColumn => ({
  heads: [head],
  align: 'right',
  width,
  breakBefore: false,
})

export const timeTableTitle = (subject: string, breakdown: string): string =>
  `${subject}（${breakdownLabel(breakdown)}別）`
