import type { Cell } from '../../cell/cell.ts'
import type { ChartPoint } from '../../chart/chart-spec.ts'
import { breakBetween } from '../../statistics/catalogue/catalogue.ts'
import type { StatisticDefinition } from '../../statistics/definition.ts'
import type { FiscalYear, TimeFrame } from '../../time/day.ts'
import { fiscalYearLabels, formatFiscalYear } from '../../time/format.ts'
import type { ChartBlock } from '../model.ts'
import { numberCell } from './cells.ts'
import { type Measure, measureOf } from './measure.ts'
import type { NoteBook } from './notes.ts'
import { partOfYear } from './part-of-year.ts'
import { coversYear, frameOfYear } from './query.ts'

export interface YearChart {
  readonly id: string
  readonly title: string
  readonly frame: TimeFrame
  readonly years: readonly FiscalYear[]
  readonly definition: StatisticDefinition
  readonly cells: readonly Cell[]
  readonly noteBook: NoteBook
  readonly source: string
}

/**
 * A statistic over fiscal years. Where its definition breaks, the line breaks with a marked gap (domain
 * §3); a year that is not over is provisional and says as of when.
 */
export function yearChart(chart: YearChart): ChartBlock {
  const measure = measureOf(chart.definition)
  const breaks = chart.years.flatMap((year, index) => {
    const previous = chart.years[index - 1]
    const version = previous === undefined ? null : breakBetween(chart.definition, previous, year)
    return version === null
      ? []
      : [{ before: index, mark: chart.noteBook.mark(version.breakNote), note: version.breakNote }]
  })
  const provisional = chart.years.map((year) => !coversYear(frameOfYear(chart.frame, year)))
  const points = chart.cells.map((cell, index) => point(cell, measure, provisional[index] ?? false))
  const current = chart.years.find((_, index) => provisional[index])
  const state =
    current === undefined
      ? ''
      : `（${formatFiscalYear(current)}は${partOfYear(frameOfYear(chart.frame, current))}）`
  return {
    kind: 'chart',
    id: chart.id,
    editable: false,
    mark: '',
    title: `${chart.title}${state}`,
    unit: `単位：${measure.unit}`,
    spec: {
      kind: 'line',
      categories: fiscalYearLabels(chart.years),
      series: [{ label: chart.definition.label, points }],
      unit: `（${measure.unit}）`,
      breaks: breaks.map(({ before, mark }) => ({ before, mark })),
    },
    alternative: alternativeOf(chart, points, measure, breaks),
    notes: chart.noteBook.lines(breaks.map(({ note }) => note)),
    source: chart.source,
  }
}

/** A point, or a gap where there is no number: never 0. */
export function point(cell: Cell, measure: Measure, provisional: boolean): ChartPoint | null {
  const printed = numberCell(cell, { ...measure, provisional })
  if (printed.kind !== 'number' || printed.raw === null) return null
  return { value: printed.raw, display: printed.display, provisional: printed.provisional }
}

function alternativeOf(
  chart: YearChart,
  points: readonly (ChartPoint | null)[],
  measure: Measure,
  breaks: readonly { readonly before: number; readonly note: string }[],
): string {
  const values = chart.years.map((year, index) => {
    const shown = points[index]
    return `${formatFiscalYear(year)} ${shown ? `${shown.display}${measure.unit}` : '値なし'}`
  })
  return [`${chart.definition.label}。${values.join('、')}。`, ...breaks.map(({ note }) => note)].join('')
}
