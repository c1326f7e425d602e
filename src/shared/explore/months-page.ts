import type { Cell } from '../cell/cell.ts'
import { finishTable } from '../paper/assemble/finish-table.ts'
import { statisticLabel } from '../paper/assemble/labels.ts'
import { measureOf } from '../paper/assemble/measure.ts'
import { noteBook } from '../paper/assemble/notes.ts'
import { resultNotes } from '../paper/assemble/result-notes.ts'
import { sourceOfFrame } from '../paper/assemble/source.ts'
import { point } from '../paper/assemble/year-chart.ts'
import type { TableColumn } from '../paper/model.ts'
import { breakBetween } from '../statistics/catalogue/catalogue.ts'
import { compareCells } from '../statistics/comparisons.ts'
import type { StatisticResult } from '../statistics/definition.ts'
import { addMonths, isMonth } from '../time/calendar.ts'
import { formatFiscalYear, formatMonthOnly } from '../time/format.ts'
import { exploreTable } from '../words/explore.ts'
import { surveyNote, tableWords } from '../words/papers.ts'
import { type PlacedCell, placedGrowth, placedLabel, placedNumber } from './cells.ts'
import { conditionWords } from './filter-words.ts'
import {
  cellAtKeys,
  cellsByKeys,
  type ExploreColumn,
  type ExploreMaterial,
  type ExplorePage,
  resultAt,
} from './page.ts'
import { recutAge } from './recut.ts'
import { sumsWords } from './sums.ts'

interface YearRow {
  readonly id: string
  readonly year: number
  readonly label: string
  readonly place: number
  readonly breakNote: string | null
  readonly result: StatisticResult | null
  readonly cells: ReadonlyMap<string, Cell>
}

/** 月別 without a breakdown: months across, years down, and the last year's difference to the same months. */
export function monthsPage(material: ExploreMaterial): ExplorePage {
  const { definition, plan, choices } = material
  const book = noteBook()
  const measure = measureOf(definition)
  const rows = plan.years.map((one, index): YearRow => {
    const previous = plan.years[index - 1]?.year
    const version = previous === undefined ? null : breakBetween(definition, previous, one.year)
    const mark = version === null ? '' : ` ${book.mark(version.breakNote)}`
    const result = resultAt(material, one.main)
    return {
      id: String(one.year),
      year: one.year,
      label: `${formatFiscalYear(one.year)}${mark}`,
      place: one.main,
      breakNote: version?.breakNote ?? null,
      result,
      cells: cellsByKeys(result),
    }
  })
  const last = rows.at(-1)
  const before = rows.at(-2)
  const shownRows =
    choices.years.kind === 'fixed' ? rows : rows.filter((row) => row.result !== null || row === last)
  const months = monthCodes(rows)
  const offsets = new Map(rows.map((row) => [row, (row.year - (last?.year ?? row.year)) * 12]))
  const monthOf = (row: YearRow, month: string): string =>
    isMonth(month) ? addMonths(month, offsets.get(row) ?? 0) : month
  const rowCells = (row: YearRow): readonly PlacedCell[] => [
    placedLabel(row.label, 0, row === last),
    ...months.map((month) => {
      const own = monthOf(row, month)
      return placedNumber(cellAtKeys(row.cells, own), measure, row === last, {
        query: row.place,
        keys: [own],
      })
    }),
    placedNumber(row.result?.total ?? null, measure, true, { query: row.place, keys: [] }),
  ]
  const made = [
    ...shownRows.toReversed().map((row) => ({ id: row.id, cells: rowCells(row) })),
    ...differenceRow(material, last, before, months, monthOf),
    ...recutRow(material, months),
  ]
  const title = exploreTable.byMonth(statisticLabel(definition))
  const table = finishTable({
    id: 'explore',
    title: exploreTable.withConditions(title, conditionWords(choices, material.facts)),
    units: [measure.unit],
    hasRates: false,
    columns: [
      { heads: [tableWords.year], align: 'left', width: 15, breakBefore: false },
      ...months.map((month) => column(isMonth(month) ? formatMonthOnly(month) : month)),
      column(tableWords.period),
    ],
    rows: made.map(({ id, cells }) => ({ id, cells: cells.map((one) => one.cell) })),
    notes: [
      ...rows.flatMap((row) => row.breakNote ?? []),
      ...(plan.years.some((one) => one.recut !== null) ? [exploreTable.recutNote] : []),
      ...resultNotes(rows.map((row) => row.result)),
      ...(measure.survey === true ? [surveyNote] : []),
    ],
    noteBook: book,
    source: sourceOfFrame(plan.frame),
  })
  const shown = rows.filter((row) => row.result !== null).toReversed()
  return {
    year: null,
    table,
    columns: [meta('label'), ...months.map((month) => meta('number', unchecked(last, month))), meta('total')],
    sources: made.map(({ cells }) => cells.map((one) => one.source)),
    sums: sumsWords(definition, [], true),
    chart:
      shown.length === 0
        ? null
        : {
            title,
            spec: {
              kind: shown.length === 1 ? 'column' : 'line',
              categories: months.flatMap((month) => (isMonth(month) ? formatMonthOnly(month) : month)),
              series: shown.slice(0, 4).map((row) => ({
                label: row.label,
                points: months.map((month) => {
                  const cell = cellAtKeys(row.cells, monthOf(row, month))
                  return cell === null ? null : point(cell, measure, cell.flags.includes('provisional'))
                }),
              })),
              unit: `（${measure.unit}）`,
              breaks: [],
            },
            alternative: `${title}。${shown
              .map(
                (row) =>
                  `${row.label}：${spoken(months, (month) => cellAtKeys(row.cells, monthOf(row, month)), material)}。`,
              )
              .join('')}`,
            columns: months.map((_, index) => index + 1),
          },
  }
}

/** 「４月 40件、５月 29件」. */
export function spoken(
  months: readonly string[],
  cellOf: (month: string) => Cell | null,
  { definition }: ExploreMaterial,
): string {
  const measure = measureOf(definition)
  return months
    .map((month) => {
      const cell = cellOf(month)
      const shown = cell === null ? null : point(cell, measure, false)
      const text = shown === null ? exploreTable.missing : `${shown.display}${measure.unit}`
      return `${isMonth(month) ? formatMonthOnly(month) : month} ${text}`
    })
    .join('、')
}

const unchecked = (row: YearRow | undefined, month: string): boolean =>
  row !== undefined && cellAtKeys(row.cells, month)?.flags.includes('provisional') === true

/** Months of the last year that there is; where it has none yet, those of its period. */
function monthCodes(rows: readonly YearRow[]): readonly string[] {
  const longest = rows.toSorted(
    (one, other) => (other.result?.rows.length ?? 0) - (one.result?.rows.length ?? 0),
  )[0]
  const last = rows.at(-1)
  if (longest === undefined || last === undefined) return []
  return (longest.result?.rows ?? []).map((row) => {
    const code = row.keys[0] ?? ''
    return isMonth(code) ? addMonths(code, (last.year - longest.year) * 12) : code
  })
}

function differenceRow(
  { definition }: ExploreMaterial,
  last: YearRow | undefined,
  before: YearRow | undefined,
  months: readonly string[],
  monthOf: (row: YearRow, month: string) => string,
): readonly { readonly id: string; readonly cells: readonly PlacedCell[] }[] {
  if (last === undefined || before === undefined || last.result === null || before.result === null) return []
  // Across a break there is no difference to tell; the year's mark says why.
  if (last.breakNote !== null) return []
  const measure = measureOf(definition)
  const cellOf = (current: Cell | null, previous: Cell | null): PlacedCell => {
    if (current === null || previous === null) return { cell: { kind: 'empty' }, source: null }
    const compared = compareCells(
      definition,
      { cell: current, fiscalYear: last.year },
      { cell: previous, fiscalYear: before.year },
    )
    const [difference] = placedGrowth(compared, { current, previous }, measure, '')
    return difference
  }
  return [
    {
      id: 'difference',
      cells: [
        placedLabel(exploreTable.monthDifference, 0, false),
        ...months.map((month) =>
          cellOf(cellAtKeys(last.cells, month), cellAtKeys(before.cells, monthOf(before, month))),
        ),
        // The two periods need not have the same months; only the months themselves are compared here.
        { cell: { kind: 'empty' }, source: null },
      ],
    },
  ]
}

function recutRow(
  material: ExploreMaterial,
  months: readonly string[],
): readonly { readonly id: string; readonly cells: readonly PlacedCell[] }[] {
  const { plan, definition } = material
  const own = plan.years.at(-1)
  const result = resultAt(material, own?.recut ?? null)
  const age = recutAge(definition, plan.frame.fiscalYear)
  if (own === undefined || own.recut === null || result === null || age === null) return []
  const measure = measureOf(definition)
  const cells = cellsByKeys(result)
  const query = own.recut
  return [
    {
      id: 'recut',
      cells: [
        placedLabel(exploreTable.recut(age), 0, false),
        ...months.map((month) =>
          placedNumber(cellAtKeys(cells, month), measure, false, { query, keys: [month] }),
        ),
        placedNumber(result.total, measure, false, { query, keys: [] }),
      ],
    },
  ]
}

const meta = (kind: ExploreColumn['kind'], provisional = false): ExploreColumn => ({
  kind,
  breakMark: null,
  provisional,
})

const column = (head: string): TableColumn => ({
  heads: [head],
  align: 'right',
  width: 5,
  breakBefore: false,
})
