import { missingCell } from '../paper/assemble/cells.ts'
import { breakdownLabel } from '../paper/assemble/code-labels.ts'
import { finishTable } from '../paper/assemble/finish-table.ts'
import { leftOutForBase } from '../paper/assemble/growth.ts'
import { statisticLabel } from '../paper/assemble/labels.ts'
import { measureOf } from '../paper/assemble/measure.ts'
import { type NoteBook, noteBook } from '../paper/assemble/notes.ts'
import { partOfYear } from '../paper/assemble/part-of-year.ts'
import { coversYear } from '../paper/assemble/query.ts'
import { resultNotes } from '../paper/assemble/result-notes.ts'
import { isZero } from '../paper/assemble/scope.ts'
import { shareOf, sharesNeedNote } from '../paper/assemble/shares.ts'
import { sourceOfFrame } from '../paper/assemble/source.ts'
import type { TableColumn } from '../paper/model.ts'
import { findBreakdown } from '../statistics/catalogue/breakdowns.ts'
import { breakBetween } from '../statistics/catalogue/catalogue.ts'
import { fiscalYearLabels, formatFiscalYear, formatPeriod } from '../time/format.ts'
import { sameFrameLastYear } from '../time/frame.ts'
import { exploreTable } from '../words/explore.ts'
import { growthWords, surveyNote, tableWords } from '../words/papers.ts'
import { type PlacedCell, placedLabel, placedNumber, placedShare } from './cells.ts'
import { conditionWords } from './filter-words.ts'
import {
  cellAtKeys,
  cellsByKeys,
  type ExploreColumn,
  type ExploreMaterial,
  type ExplorePage,
  resultAt,
} from './page.ts'
import { sumsWords } from './sums.ts'
import { yearsChart } from './year-chart.ts'
import { comparedOf, growthCellsOf, growthHeads, growthOfYears, nothing } from './year-growth.ts'
import { linesOf, type YearColumn, type YearLine } from './year-lines.ts'

/** Lists longer than this leave out what no year has, and say so. */
const longList = 15

/** 年度別: years across, codes of a breakdown (or the statistic alone) down, growth of the last years at the right. */
export function yearPage(material: ExploreMaterial): ExplorePage {
  const { choices, definition, plan } = material
  const book = noteBook()
  const columns = withRecords(yearColumns(material, book), choices.years.kind)
  const breakdown = plan.down
  const all = breakdown === null ? [] : codesOf(columns)
  const used = all.length > longList ? all.filter((code) => !nowhere(columns, code)) : all
  const lines = linesOf(material, used)
  const growth = growthOfYears(material, columns)
  const measure = measureOf(definition)
  const last = columns.at(-1)
  const withShares =
    choices.shares && definition.quotient === null && breakdown !== null && last !== undefined
  const shareCells = withShares
    ? used.map((code) =>
        shareOf(cellAtKeys(last.cells, code) ?? missingCell, last.result?.total ?? missingCell),
      )
    : []
  const made = lines.map((line) => ({
    line,
    cells: [
      placedLabel(line.label, line.indent, line.bold),
      ...columns.map((column) =>
        placedNumber(line.cell(column), measure, line.bold, {
          query: line.of === 'recut' ? (column.recut ?? column.place) : column.place,
          keys: line.keys,
        }),
      ),
      ...growth.flatMap((one) => growthCellsOf(one, line, columns, material, book)),
      ...(withShares ? [shareCell(line, last)] : []),
    ],
  }))
  const compared = growth.flatMap((one) =>
    lines.flatMap((line) => comparedOf(one, line, columns, material) ?? []),
  )
  const single = breakdown === null || findBreakdown(breakdown)?.choice === 'single'
  const conditions = conditionWords(choices, material.facts)
  const table = finishTable({
    id: 'explore',
    title: exploreTable.withConditions(titleOf(material, columns.length), conditions),
    units: [measure.unit],
    hasRates: growth.some((one) => one.broken === null) || withShares,
    columns: [
      { heads: [breakdown === null ? tableWords.item : breakdownLabel(breakdown)], ...left },
      ...columns.map((column) => ({ heads: [headOf(column)], ...right(column.breakMark !== null) })),
      ...growth.flatMap((one) => growthHeads(one, columns)),
      ...(withShares ? [{ heads: [tableWords.share], ...right(false) }] : []),
    ],
    rows: made.map(({ line, cells }) => ({ id: line.id, cells: cells.map((one) => one.cell) })),
    notes: [
      ...columns.flatMap((column) => column.breakNote ?? []),
      ...columns.flatMap((column) =>
        column.result === null
          ? [exploreTable.noYear(formatFiscalYear(column.year))]
          : provisionalNote(column),
      ),
      ...growth.flatMap((one) =>
        one.samePeriod
          ? [exploreTable.samePeriodNote(formatPeriod(sameFrameLastYear(plan.frame).period))]
          : [],
      ),
      ...(lines.some((line) => line.of === 'recut') ? [exploreTable.recutNote] : []),
      ...resultNotes(columns.map((column) => column.result)),
      ...(compared.some((one) => one.comparison.kind === 'points') && measure.per === 100
        ? [growthWords.points]
        : []),
      ...(compared.some((one) => leftOutForBase(one.comparison)) ? [tableWords.smallBase] : []),
      ...(measure.survey === true ? [surveyNote] : []),
      ...(withShares && single && sharesNeedNote(shareCells) ? [tableWords.rounding] : []),
    ],
    noteBook: book,
    source: sourceOfFrame(plan.frame),
  })
  return {
    year: null,
    table,
    columns: [
      plain('label'),
      ...columns.map(
        ({ breakMark, provisional }): ExploreColumn => ({ kind: 'number', breakMark, provisional }),
      ),
      ...growth.flatMap((one) =>
        one.broken === null ? [plain('difference'), plain('rate')] : [plain('broken')],
      ),
      ...(withShares ? [plain('share')] : []),
    ],
    sources: made.map(({ cells }) => cells.map((one) => one.source)),
    sums: sumsWords(definition, choices.by, false),
    chart: yearsChart({
      title: titleOf(material, columns.length),
      definition,
      lines: lines.filter((line) => line.of === 'main'),
      columns,
    }),
  }
}

const left = { align: 'left' as const, width: 18, breakBefore: false }
const right = (breakBefore: boolean): Omit<TableColumn, 'heads'> => ({
  align: 'right',
  width: 11,
  breakBefore,
})
const plain = (kind: ExploreColumn['kind']): ExploreColumn => ({ kind, breakMark: null, provisional: false })

function titleOf({ definition, plan }: ExploreMaterial, years: number): string {
  const label = statisticLabel(definition)
  if (years > 1) return exploreTable.overTime(label)
  return plan.down === null ? label : exploreTable.by(label, breakdownLabel(plan.down))
}

function yearColumns(material: ExploreMaterial, book: NoteBook): readonly YearColumn[] {
  const { choices, definition, plan } = material
  const begins =
    choices.years.kind === 'fixed' ? 0 : plan.years.findIndex((one) => resultAt(material, one.main) !== null)
  const early = plan.years.slice(0, Math.max(0, begins)).map(() => '')
  const labels = [...early, ...fiscalYearLabels(plan.years.slice(early.length).map((one) => one.year))]
  return plan.years.map((one, index) => {
    const previous = plan.years[index - 1]?.year
    const version = previous === undefined ? null : breakBetween(definition, previous, one.year)
    const result = resultAt(material, one.main)
    const flagged = result?.total.flags.includes('provisional') === true
    return {
      year: one.year,
      label: labels[index] ?? '',
      part: partOfYear(one.frame),
      place: one.main,
      recut: one.recut,
      result,
      recutResult: resultAt(material, one.recut),
      cells: cellsByKeys(result),
      breakMark: version === null ? null : book.mark(version.breakNote),
      breakNote: version?.breakNote ?? null,
      provisional: result !== null && (flagged || !coversYear(one.frame)),
    }
  })
}

/** So many years up to the window's: those before the ledger's first are left out. Fixed years all stand. */
function withRecords(
  columns: readonly YearColumn[],
  kind: ExploreMaterial['choices']['years']['kind'],
): readonly YearColumn[] {
  const first = columns.findIndex((column) => column.result !== null)
  return kind === 'fixed' || first < 1 ? columns : columns.slice(first)
}

const headOf = ({ label, part }: YearColumn): string => (part === '' ? label : `${label}\n（${part}）`)

function provisionalNote(column: YearColumn): readonly string[] {
  if (!column.provisional || column.result === null) return []
  const { reported, expected } = column.result.total.parts
  const parts = reported < expected ? exploreTable.checked(reported, expected) : exploreTable.allChecked
  return [exploreTable.provisional(formatFiscalYear(column.year), column.part, parts)]
}

/** Codes in printing order: those of the last year, then what only earlier years have. */
function codesOf(columns: readonly YearColumn[]): readonly string[] {
  return [
    ...new Set(
      columns.toReversed().flatMap(({ result }) => (result?.rows ?? []).map((row) => row.keys[0] ?? '')),
    ),
  ]
}

const nowhere = (columns: readonly YearColumn[], code: string): boolean =>
  columns.every(({ cells }) => {
    const cell = cellAtKeys(cells, code)
    return cell === null || isZero(cell)
  })

function shareCell(line: YearLine, last: YearColumn): PlacedCell {
  if (line.of === 'recut') return nothing
  return placedShare(line.cell(last) ?? missingCell, last.result?.total ?? missingCell, line.bold)
}
