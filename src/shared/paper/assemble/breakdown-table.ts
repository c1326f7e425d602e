import type { Cell } from '../../cell/cell.ts'
import { findBreakdown } from '../../statistics/catalogue/breakdowns.ts'
import { breakBetween } from '../../statistics/catalogue/catalogue.ts'
import type { StatisticDefinition, StatisticResult } from '../../statistics/definition.ts'
import type { FiscalYear, TimeFrame } from '../../time/day.ts'
import { formatFiscalYear } from '../../time/format.ts'
import { omittedRows, surveyNote, tableWords } from '../../words/papers.ts'
import type { TableBlock, TableCell, TableColumn } from '../model.ts'
import type { PaperFacts } from '../template.ts'
import { labelCell, missingCell, numberCell } from './cells.ts'
import { breakdownLabel, codeLabel } from './code-labels.ts'
import { finishTable } from './finish-table.ts'
import { type Measure, measureOf, percentMeasure } from './measure.ts'
import type { NoteBook } from './notes.ts'
import { partOfYear } from './part-of-year.ts'
import { coversYear, frameOfYear } from './query.ts'
import { isZero, withinScope } from './scope.ts'
import { shareOf, sharesNeedNote } from './shares.ts'

export interface BreakdownTable {
  readonly id: string
  readonly title: string
  readonly facts: PaperFacts
  readonly definition: StatisticDefinition
  readonly breakdown: string
  readonly frame: TimeFrame
  /** Oldest first; the shares are those of the last. Null: the ledger has nothing of that year. */
  readonly years: readonly { readonly year: FiscalYear; readonly result: StatisticResult | null }[]
  readonly notes: readonly string[]
  readonly noteBook: NoteBook
  readonly source: string
}

/** Codes of one breakdown × years: 総数 on top in bold, 内訳 indented, 構成比 of the last year (documents §3). */
export function breakdownTable(table: BreakdownTable): TableBlock {
  const measure = measureOf(table.definition)
  const all = codesOf(table)
  const codes = all.length > longList ? all.filter((code) => !emptyInAllYears(table, code)) : all
  const last = table.years.at(-1)?.result ?? null
  const additive = table.definition.quotient === null
  const shares = codes.map((code) => shareOf(cellOf(last, code), last?.total ?? missingCell))
  const single = findBreakdown(table.breakdown)?.choice === 'single'
  const columns = table.years.map((entry, index) => yearHead(table, entry.year, index))
  return finishTable({
    id: table.id,
    title: table.title,
    units: [measure.unit],
    hasRates: additive,
    columns: [
      { heads: [breakdownLabel(table.breakdown)], align: 'left', width: 18, breakBefore: false },
      ...columns.map(({ column }) => column),
      ...(additive
        ? [{ heads: [tableWords.share], align: 'right' as const, width: 7, breakBefore: false }]
        : []),
    ],
    rows: [
      {
        id: 'total',
        cells: row(tableWords.grandTotal, 0, true, (result) => result?.total ?? missingCell, {
          table,
          measure,
          share: additive && last !== null ? shareOf(last.total, last.total) : null,
        }),
      },
      ...codes.map((code, index) => ({
        id: code,
        cells: row(
          codeLabel(table.facts, table.breakdown, code),
          1,
          false,
          (result, year) => withinScope(cellOf(result, code), table.definition, year, table.breakdown, code),
          {
            table,
            measure,
            share: additive ? (shares[index] ?? null) : null,
          },
        ),
      })),
    ],
    notes: [
      ...columns.flatMap(({ note }) => note ?? []),
      ...table.notes,
      ...(codes.length < all.length ? [omittedRows] : []),
      ...(measure.survey === true ? [surveyNote] : []),
      ...(additive && single && sharesNeedNote(shares) ? [tableWords.rounding] : []),
    ],
    noteBook: table.noteBook,
    source: table.source,
  })
}

/** Lists longer than this leave out what no year has, and say so. */
const longList = 15

const emptyInAllYears = (table: BreakdownTable, code: string): boolean =>
  table.years.every(({ result }) => result === null || isZero(cellOf(result, code)))

/** Codes in printing order: those of the last year, then what only earlier years have. */
function codesOf(table: BreakdownTable): readonly string[] {
  const codes = table.years
    .toReversed()
    .flatMap(({ result }) => (result?.rows ?? []).map((entry) => entry.keys[0] ?? ''))
  return [...new Set(codes)]
}

export const cellOf = (result: StatisticResult | null, ...keys: readonly string[]): Cell =>
  result?.rows.find(
    (entry) => entry.keys.length === keys.length && entry.keys.every((key, at) => key === keys[at]),
  )?.cell ?? missingCell

function yearHead(
  table: BreakdownTable,
  year: FiscalYear,
  index: number,
): { readonly column: TableColumn; readonly note: string | null } {
  const previous = table.years[index - 1]?.year
  const version = previous === undefined ? null : breakBetween(table.definition, previous, year)
  const mark = version === null ? '' : ` ${table.noteBook.mark(version.breakNote)}`
  const part = partOfYear(frameOfYear(table.frame, year))
  const asOf = part === '' ? '' : `\n（${part}）`
  return {
    column: {
      heads: [`${formatFiscalYear(year)}${mark}${asOf}`],
      align: 'right',
      width: 11,
      breakBefore: version !== null,
    },
    note: version?.breakNote ?? null,
  }
}

function row(
  label: string,
  indent: number,
  bold: boolean,
  cell: (result: StatisticResult | null, year: FiscalYear) => Cell,
  options: { readonly table: BreakdownTable; readonly measure: Measure; readonly share: Cell | null },
): readonly TableCell[] {
  return [
    labelCell(label, { indent, bold }),
    ...options.table.years.map(({ year, result }) =>
      numberCell(cell(result, year), {
        ...options.measure,
        bold,
        provisional: !coversYear(frameOfYear(options.table.frame, year)),
      }),
    ),
    ...(options.share === null
      ? []
      : [numberCell(options.share, { ...percentMeasure, bold, provisional: 'never' })]),
  ]
}
