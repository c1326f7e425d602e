import { findBreakdown } from '../../statistics/catalogue/breakdowns.ts'
import { breakBetween } from '../../statistics/catalogue/catalogue.ts'
import type { StatisticDefinition, StatisticResult } from '../../statistics/definition.ts'
import type { FiscalYear } from '../../time/day.ts'
import { formatFiscalYear } from '../../time/format.ts'
import { surveyNote, tableWords } from '../../words/papers.ts'
import type { TableBlock, TableCell, TableColumn } from '../model.ts'
import type { PaperFacts } from '../template.ts'
import { cellOf } from './breakdown-table.ts'
import { labelCell, missingCell, numberCell } from './cells.ts'
import { breakdownLabel, codeLabel } from './code-labels.ts'
import { finishTable } from './finish-table.ts'
import { measureOf, percentMeasure } from './measure.ts'
import type { NoteBook } from './notes.ts'
import { shareOf, sharesNeedNote } from './shares.ts'

export interface CrossTable {
  readonly id: string
  readonly title: string
  readonly facts: PaperFacts
  readonly definition: StatisticDefinition
  /** Breakdowns down and across. */
  readonly down: string
  readonly across: string
  readonly fiscalYear: FiscalYear
  /** By both, by the one down (its total column), and by the one across (the row of totals). */
  readonly both: StatisticResult
  readonly downOnly: StatisticResult
  readonly acrossOnly: StatisticResult
  /** The year before by `down`, beside a double line where the series breaks; null leaves it out. */
  readonly previous: StatisticResult | null
  readonly notes: readonly string[]
  readonly noteBook: NoteBook
  readonly source: string
}

/** Two breakdowns: totals on top and at the right, 構成比, and last year's totals (documents §3). */
export function crossTable(table: CrossTable): TableBlock {
  const measure = measureOf(table.definition)
  const across = table.acrossOnly.rows.map((entry) => entry.keys[0] ?? '')
  const down = table.downOnly.rows.map((entry) => entry.keys[0] ?? '')
  const additive = table.definition.quotient === null
  const shares = down.map((code) => shareOf(cellOf(table.downOnly, code), table.downOnly.total))
  const version =
    table.previous === null ? null : breakBetween(table.definition, table.fiscalYear - 1, table.fiscalYear)
  const single = findBreakdown(table.down)?.choice === 'single'
  const numbers = (code: string | null, share: TableCell | null, bold: boolean): readonly TableCell[] => [
    ...across.map((column) =>
      numberCell(code === null ? cellOf(table.acrossOnly, column) : cellOf(table.both, code, column), {
        ...measure,
        bold,
      }),
    ),
    numberCell(code === null ? table.downOnly.total : cellOf(table.downOnly, code), { ...measure, bold }),
    ...(share === null ? [] : [share]),
    ...(table.previous === null
      ? []
      : [
          numberCell(code === null ? table.previous.total : cellOf(table.previous, code), {
            ...measure,
            bold,
          }),
        ]),
  ]
  return finishTable({
    id: table.id,
    title: table.title,
    units: [measure.unit],
    hasRates: additive,
    columns: [
      { heads: [breakdownLabel(table.down)], align: 'left', width: 16, breakBefore: false },
      ...across.map((code) => column(codeLabel(table.facts, table.across, code), acrossWidth(across.length))),
      column(tableWords.total, 6),
      ...(additive ? [column(tableWords.share, 6)] : []),
      ...(table.previous === null
        ? []
        : [
            {
              ...column(
                `${formatFiscalYear(table.fiscalYear - 1)}${version === null ? '' : `\n${table.noteBook.mark(version.breakNote)}`}`,
                9,
              ),
              breakBefore: version !== null,
            },
          ]),
    ],
    rows: [
      {
        id: 'total',
        cells: [
          labelCell(tableWords.grandTotal, { bold: true }),
          ...numbers(
            null,
            additive
              ? numberCell(shareOf(table.downOnly.total, table.downOnly.total), {
                  ...percentMeasure,
                  bold: true,
                  provisional: 'never',
                })
              : null,
            true,
          ),
        ],
      },
      ...down.map((code, index) => ({
        id: code,
        cells: [
          labelCell(codeLabel(table.facts, table.down, code), { indent: 1 }),
          ...numbers(
            code,
            additive
              ? numberCell(shares[index] ?? missingCell, { ...percentMeasure, provisional: 'never' })
              : null,
            false,
          ),
        ],
      })),
    ],
    notes: [
      ...(version === null ? [] : [version.breakNote]),
      ...table.notes,
      ...(measure.survey === true ? [surveyNote] : []),
      ...(additive && single && sharesNeedNote(shares) ? [tableWords.rounding] : []),
    ],
    noteBook: table.noteBook,
    source: table.source,
  })
}

const column = (head: string, width: number): TableColumn => ({
  heads: [head],
  align: 'right',
  width,
  breakBefore: false,
})

/** Twelve months share a line; few columns may breathe. */
const acrossWidth = (count: number): number => (count > 8 ? 4.5 : 7)
