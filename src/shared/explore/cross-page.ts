import type { Cell } from '../cell/cell.ts'
import type { ChartSpec } from '../chart/chart-spec.ts'
import { missingCell } from '../paper/assemble/cells.ts'
import { breakdownLabel, codeLabel } from '../paper/assemble/code-labels.ts'
import { finishTable } from '../paper/assemble/finish-table.ts'
import { statisticLabel } from '../paper/assemble/labels.ts'
import { measureOf } from '../paper/assemble/measure.ts'
import { noteBook } from '../paper/assemble/notes.ts'
import { partOfYear } from '../paper/assemble/part-of-year.ts'
import { resultNotes } from '../paper/assemble/result-notes.ts'
import { isZero, withinScope } from '../paper/assemble/scope.ts'
import { shareOf, sharesNeedNote } from '../paper/assemble/shares.ts'
import { sourceOfFrame } from '../paper/assemble/source.ts'
import { point } from '../paper/assemble/year-chart.ts'
import type { TableColumn } from '../paper/model.ts'
import { isAdditive } from '../statistics/algebra.ts'
import { findBreakdown, isTimeBreakdown } from '../statistics/catalogue/breakdowns.ts'
import type { StatisticResult } from '../statistics/definition.ts'
import { formatFiscalYear } from '../time/format.ts'
import { exploreTable } from '../words/explore.ts'
import { surveyNote, tableWords } from '../words/papers.ts'
import { type PlacedCell, placedLabel, placedNumber, placedShare } from './cells.ts'
import { conditionWords } from './filter-words.ts'
import {
  cellAtKeys,
  cellsByKeys,
  type ExploreChart,
  type ExploreColumn,
  type ExploreMaterial,
  type ExplorePage,
  resultAt,
} from './page.ts'
import type { YearPlan } from './plan.ts'
import { shortLabels } from './short-labels.ts'
import { sumsWords } from './sums.ts'
import { largest } from './year-chart.ts'

/** Lists longer than this leave out what stands nowhere, and say so. */
const longList = 15
/** More columns than this are not told apart in a stack. */
const mostInStack = 6

interface Crossing {
  readonly down: string
  readonly across: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly both: ReadonlyMap<string, Cell>
  readonly downCells: ReadonlyMap<string, Cell>
  readonly acrossCells: ReadonlyMap<string, Cell>
  readonly downResult: StatisticResult
}

/** Two breakdowns (or one and the months) for one year; null where the ledger has nothing of it. */
export function crossPage(material: ExploreMaterial, one: YearPlan): ExplorePage | null {
  const { choices, definition, facts, plan } = material
  const { down, across } = plan
  const both = resultAt(material, one.main)
  const downResult = resultAt(material, one.down)
  const acrossResult = resultAt(material, one.across)
  if (down === null || across === null || both === null || downResult === null || acrossResult === null)
    return null
  const downCells = cellsByKeys(downResult)
  const allRows = downResult.rows.map((row) => row.keys[0] ?? '')
  const rows = allRows.length > longList ? withSomething(allRows, downCells) : allRows
  const acrossCells = cellsByKeys(acrossResult)
  const allColumns = acrossResult.rows.map((row) => row.keys[0] ?? '')
  const columns =
    !isTimeBreakdown(across) && allColumns.length > longList
      ? withSomething(allColumns, acrossCells)
      : allColumns
  const crossing: Crossing = {
    down,
    across,
    rows,
    columns,
    both: cellsByKeys(both),
    downCells,
    acrossCells,
    downResult,
  }
  const measure = measureOf(definition)
  const withShares = choices.shares && definition.quotient === null
  const scoped = (cell: Cell | null, code: string): Cell | null =>
    cell === null ? null : withinScope(cell, definition, one.year, down, code)
  const totalRow: readonly PlacedCell[] = [
    placedLabel(tableWords.grandTotal, 0, true),
    ...columns.map((code) =>
      placedNumber(cellAtKeys(acrossCells, code), measure, true, { query: one.across ?? 0, keys: [code] }),
    ),
    placedNumber(downResult.total, measure, true, { query: one.down ?? 0, keys: [] }),
    ...(withShares ? [placedShare(downResult.total, downResult.total, true)] : []),
  ]
  const codeRow = (code: string): readonly PlacedCell[] => [
    placedLabel(codeLabel(facts, down, code), 1, false),
    ...columns.map((column) =>
      placedNumber(scoped(cellAtKeys(crossing.both, code, column), code), measure, false, {
        query: one.main,
        keys: [code, column],
      }),
    ),
    placedNumber(scoped(cellAtKeys(downCells, code), code), measure, true, {
      query: one.down ?? 0,
      keys: [code],
    }),
    ...(withShares ? [placedShare(cellAtKeys(downCells, code) ?? missingCell, downResult.total, false)] : []),
  ]
  const made = [
    { id: 'total', cells: totalRow },
    ...rows.map((code) => ({ id: `code.${code}`, cells: codeRow(code) })),
  ]
  const shares = rows.map((code) => shareOf(cellAtKeys(downCells, code) ?? missingCell, downResult.total))
  const part = partOfYear(one.frame)
  const label = statisticLabel(definition)
  const title = exploreTable.inYear(
    `${formatFiscalYear(one.year)}${part === '' ? '' : `（${part}）`}`,
    exploreTable.crossed(label, breakdownLabel(down), breakdownLabel(across)),
  )
  const book = noteBook()
  const table = finishTable({
    id: `explore.${one.year}`,
    title: exploreTable.withConditions(title, conditionWords(choices, facts)),
    units: [measure.unit],
    hasRates: withShares,
    columns: [
      { heads: [breakdownLabel(down)], align: 'left', width: 16, breakBefore: false },
      ...columns.map((code) => column(codeLabel(facts, across, code))),
      column(isTimeBreakdown(across) ? tableWords.period : tableWords.total),
      ...(withShares ? [column(tableWords.share)] : []),
    ],
    rows: made.map(({ id, cells }) => ({ id, cells: cells.map((cell) => cell.cell) })),
    notes: [
      ...provisionalNotes(downResult, one, part),
      ...resultNotes([both]),
      ...(measure.survey === true ? [surveyNote] : []),
      ...(withShares && findBreakdown(down)?.choice === 'single' && sharesNeedNote(shares)
        ? [tableWords.rounding]
        : []),
    ],
    noteBook: book,
    source: sourceOfFrame(one.frame),
  })
  const provisional = (code: string): boolean =>
    isTimeBreakdown(across) && cellAtKeys(acrossCells, code)?.flags.includes('provisional') === true
  return {
    year: one.year,
    table,
    columns: [
      meta('label'),
      ...columns.map((code) => meta('number', provisional(code))),
      meta('total', downResult.total.flags.includes('provisional')),
      ...(withShares ? [meta('share')] : []),
    ],
    sources: made.map(({ cells }) => cells.map((cell) => cell.source)),
    sums: sumsWords(definition, choices.by, isTimeBreakdown(across)),
    chart: crossChart(material, crossing, title),
  }
}

const withSomething = (codes: readonly string[], cells: ReadonlyMap<string, Cell>): readonly string[] =>
  codes.filter((code) => {
    const cell = cellAtKeys(cells, code)
    return cell !== null && !isZero(cell)
  })

function provisionalNotes(result: StatisticResult, one: YearPlan, part: string): readonly string[] {
  if (!result.total.flags.includes('provisional')) return []
  const { reported, expected } = result.total.parts
  return [
    exploreTable.provisional(formatFiscalYear(one.year), part, exploreTable.checked(reported, expected)),
  ]
}

/** Months: lines under their columns. A single choice that adds up: a stack a row. Else a bar a row. */
function crossChart(material: ExploreMaterial, crossing: Crossing, title: string): ExploreChart | null {
  const { definition, facts } = material
  const { down, across, rows, columns, both, downCells, acrossCells } = crossing
  const measure = measureOf(definition)
  const unit = `（${measure.unit}）`
  const rowLabel = (code: string): string => codeLabel(facts, down, code)
  const columnLabel = (code: string): string => codeLabel(facts, across, code)
  const pointOf = (cell: Cell | null) =>
    cell === null ? null : point(cell, measure, cell.flags.includes('provisional'))
  const said = (cell: Cell | null): string => {
    const shown = pointOf(cell)
    return shown === null ? exploreTable.missing : `${shown.display}${measure.unit}`
  }
  const alternative = `${title}。${rows
    .map((code) => `${rowLabel(code)} ${said(cellAtKeys(downCells, code))}`)
    .join('、')}。`
  if (isTimeBreakdown(across)) {
    const shown = largest(rows, (code) => cellAtKeys(downCells, code))
    const names = shortLabels(shown.map(rowLabel))
    const series: ChartSpec['series'] = [
      {
        label: tableWords.grandTotal,
        points: columns.map((column) => pointOf(cellAtKeys(acrossCells, column))),
      },
      ...shown.map((code, index) => ({
        label: names[index] ?? rowLabel(code),
        points: columns.map((column) => pointOf(cellAtKeys(both, code, column))),
      })),
    ]
    return {
      title,
      spec: { kind: 'line', categories: columns.map(columnLabel), series, unit, breaks: [] },
      alternative,
      columns: columns.map((_, index) => index + 1),
    }
  }
  const filled = rows.filter((code) => pointOf(cellAtKeys(downCells, code)) !== null)
  if (filled.length === 0) return null
  const stacks =
    columns.length <= mostInStack &&
    isAdditive(definition.measure, 'groups') &&
    [down, across].every((code) => findBreakdown(code)?.choice === 'single')
  const base = { categories: filled.map(rowLabel), unit, breaks: [] }
  return {
    title,
    spec: stacks
      ? {
          ...base,
          kind: 'stackedColumn',
          series: columns.map((column) => ({
            label: columnLabel(column),
            points: filled.map((code) => pointOf(cellAtKeys(both, code, column))),
          })),
        }
      : {
          ...base,
          kind: 'bar',
          series: [
            {
              label: tableWords.grandTotal,
              points: filled.map((code) => pointOf(cellAtKeys(downCells, code))),
            },
          ],
        },
    alternative,
    columns: null,
  }
}

const meta = (kind: ExploreColumn['kind'], provisional = false): ExploreColumn => ({
  kind,
  breakMark: null,
  provisional,
})

const column = (head: string): TableColumn => ({
  heads: [head],
  align: 'right',
  width: 7,
  breakBefore: false,
})
