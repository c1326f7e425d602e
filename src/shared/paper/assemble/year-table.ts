import type { Cell } from '../../cell/cell.ts'
import { breakBetween } from '../../statistics/catalogue/catalogue.ts'
import { type ComparedCell, compareCells } from '../../statistics/comparisons.ts'
import type { StatisticDefinition } from '../../statistics/definition.ts'
import type { FiscalYear, TimeFrame } from '../../time/day.ts'
import { formatFiscalYear } from '../../time/format.ts'
import { growthWords, surveyNote, tableWords } from '../../words/papers.ts'
import type { TableBlock, TableCell, TableColumn } from '../model.ts'
import { emptyCell, labelCell, numberCell } from './cells.ts'
import { finishTable } from './finish-table.ts'
import { growthOf, leftOutForBase } from './growth.ts'
import type { Measure } from './measure.ts'
import type { NoteBook } from './notes.ts'
import { partOfYear } from './part-of-year.ts'
import { coversYear, frameOfYear } from './query.ts'

/** One line of a table of years. `cells` has one entry a year of the table. */
export interface YearRow {
  readonly id: string
  readonly label: string
  readonly indent: number
  readonly bold: boolean
  readonly definition: StatisticDefinition
  readonly measure: Measure
  readonly cells: readonly Cell[]
}

export interface YearTable {
  readonly id: string
  readonly title: string
  readonly frame: TimeFrame
  readonly years: readonly FiscalYear[]
  readonly rows: readonly YearRow[]
  /** Notes beside the break's own, in words. */
  readonly notes: readonly string[]
  readonly noteBook: NoteBook
  readonly source: string
}

interface YearColumn {
  readonly year: FiscalYear
  readonly previous: FiscalYear | null
  readonly index: number
  /** The break note where the series breaks before this year. */
  readonly breakNote: string | null
  readonly provisional: boolean
  /** Growth against the year before stands behind this year. */
  readonly growth: boolean
}

/**
 * Statistics × years. A double line stands where a definition breaks between two years; growth stands
 * only behind a whole year that may be compared with a whole year before it (documents §3). Where only some
 * lines break, theirs is hatched with the note's mark, and the others keep their growth.
 */
export function yearTable(table: YearTable): TableBlock {
  const columns = table.years.map((year, index) => yearColumn(table, year, index))
  const breakNotes = columns.flatMap((column) => column.breakNote ?? [])
  const compared = columns.flatMap((column) =>
    table.rows.map((row) => ({ row, growth: growthIn(row, column)?.comparison ?? null })),
  )
  const said = [
    ...(compared.some(({ row, growth }) => growth?.kind === 'points' && row.measure.per === 100)
      ? [growthWords.points]
      : []),
    ...(compared.some(({ growth }) => growth !== null && leftOutForBase(growth))
      ? [tableWords.smallBase]
      : []),
    ...(table.rows.some((row) => row.measure.survey === true) ? [surveyNote] : []),
  ]
  return finishTable({
    id: table.id,
    title: table.title,
    units: table.rows.map((row) => row.measure.unit),
    hasRates: columns.some((column) => column.growth),
    columns: [
      { heads: [tableWords.item], align: 'left', width: 22, breakBefore: false },
      { heads: [tableWords.unit], align: 'center', width: 4, breakBefore: false },
      ...columns.flatMap((column) => headsOf(column, table)),
    ],
    rows: table.rows.map((row) => ({
      id: row.id,
      cells: [
        labelCell(row.label, { indent: row.indent, bold: row.bold }),
        labelCell(row.measure.unit),
        ...columns.flatMap((column) => cellsOf(row, column, table.noteBook)),
      ],
    })),
    notes: [...breakNotes, ...table.notes, ...said],
    noteBook: table.noteBook,
    source: table.source,
  })
}

function yearColumn(table: YearTable, year: FiscalYear, index: number): YearColumn {
  const previous = table.years[index - 1]
  const frame = frameOfYear(table.frame, year)
  const note =
    previous === undefined
      ? null
      : (table.rows.flatMap((row) => breakBetween(row.definition, previous, year)?.breakNote ?? [])[0] ??
        null)
  const wholeYears = coversYear(frame) && previous !== undefined
  const allBreak =
    previous !== undefined && table.rows.every((row) => breakBetween(row.definition, previous, year) !== null)
  return {
    year,
    previous: previous ?? null,
    index,
    breakNote: note,
    provisional: !coversYear(frame),
    growth: wholeYears && !allBreak,
  }
}

function headsOf(column: YearColumn, table: YearTable): readonly TableColumn[] {
  const name = formatFiscalYear(column.year)
  // Where the lines say themselves which of them break, the year has no mark.
  const mark = column.breakNote === null || column.growth ? '' : ` ${table.noteBook.mark(column.breakNote)}`
  const part = partOfYear(frameOfYear(table.frame, column.year))
  const asOf = part === '' ? '' : `\n（${part}）`
  const growthHead = `${name}の増減`
  return [
    {
      heads: [`${name}${mark}${asOf}`],
      align: 'right',
      width: column.provisional ? 11 : 8,
      breakBefore: column.breakNote !== null,
    },
    ...(column.growth
      ? [
          {
            heads: [growthHead, growthWords.difference],
            align: 'right' as const,
            width: 8,
            breakBefore: false,
          },
          { heads: [growthHead, growthWords.rate], align: 'right' as const, width: 8, breakBefore: false },
        ]
      : []),
  ]
}

function cellsOf(row: YearRow, column: YearColumn, noteBook: NoteBook): readonly TableCell[] {
  const cell = row.cells[column.index]
  if (cell === undefined) return column.growth ? [emptyCell, emptyCell, emptyCell] : [emptyCell]
  const own = numberCell(cell, { ...row.measure, bold: row.bold, provisional: column.provisional })
  const previous = row.cells[column.index - 1]
  const compared = growthIn(row, column)
  if (compared === null || previous === undefined) return [own]
  const { comparison } = compared
  const mark = comparison.kind === 'broken' ? noteBook.mark(comparison.note) : ''
  return [own, ...growthOf(comparison, { previous, current: cell }, row.measure, mark)]
}

/** The line's year against the one before it, or null where the column has no growth. */
function growthIn(row: YearRow, column: YearColumn): ComparedCell | null {
  const cell = row.cells[column.index]
  const before = row.cells[column.index - 1]
  if (!column.growth || column.previous === null || cell === undefined || before === undefined) return null
  return compareCells(
    row.definition,
    { cell, fiscalYear: column.year },
    { cell: before, fiscalYear: column.previous },
  )
}
