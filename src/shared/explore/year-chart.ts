import type { Cell } from '../cell/cell.ts'
import { rawNumber } from '../cell/write.ts'
import { measureOf } from '../paper/assemble/measure.ts'
import { point } from '../paper/assemble/year-chart.ts'
import type { StatisticDefinition } from '../statistics/definition.ts'
import { formatFiscalYear } from '../time/format.ts'
import { exploreTable } from '../words/explore.ts'
import type { ExploreChart } from './page.ts'
import { shortLabels } from './short-labels.ts'
import type { YearColumn, YearLine } from './year-lines.ts'

/** Lines of the most frequent codes beside the total; more would not be told apart. */
export const mostLines = 3

/** The largest by a cell, largest first; what has no number comes last and is left out. */
export function largest<Line>(lines: readonly Line[], cellOf: (line: Line) => Cell | null): readonly Line[] {
  const size = (line: Line): number => {
    const cell = cellOf(line)
    return cell === null ? 0 : (rawNumber(cell, { decimals: 6 }) ?? 0)
  }
  return lines
    .filter((line) => size(line) > 0)
    .toSorted((one, other) => size(other) - size(one))
    .slice(0, mostLines)
}

/** The total in the main pen and the most frequent codes over the years; a bar a code for one year alone. */
export function yearsChart(chart: {
  readonly title: string
  readonly definition: StatisticDefinition
  readonly lines: readonly YearLine[]
  readonly columns: readonly YearColumn[]
}): ExploreChart | null {
  const { columns, definition } = chart
  const measure = measureOf(definition)
  const last = columns.at(-1)
  const [total, ...codes] = chart.lines
  if (last === undefined || total === undefined) return null
  const shown = codes.length === 0 ? [total] : [total, ...largest(codes, (line) => line.cell(last))]
  const display = (line: YearLine, column: YearColumn) => {
    const cell = line.cell(column)
    return cell === null ? null : point(cell, measure, column.provisional)
  }
  const values = (line: YearLine): string =>
    columns
      .map((column) => {
        const shownPoint = display(line, column)
        const text = shownPoint === null ? exploreTable.missing : `${shownPoint.display}${measure.unit}`
        return `${formatFiscalYear(column.year)} ${text}`
      })
      .join('、')
  const notes = columns.flatMap((column) => column.breakNote ?? [])
  const alternative = [
    `${chart.title}。`,
    ...shown.map((line) => `${line.label}：${values(line)}。`),
    ...notes,
  ].join('')
  const unit = `（${measure.unit}）`
  const names = shortLabels(shown.map((line) => line.label))
  if (columns.length === 1) {
    if (codes.length === 0) return null
    const bars = codes.flatMap((line) => {
      const one = display(line, last)
      return one === null ? [] : [{ label: line.label, one }]
    })
    if (bars.length === 0) return null
    return {
      title: chart.title,
      spec: {
        kind: 'bar',
        categories: bars.map(({ label }) => label),
        series: [{ label: total.label, points: bars.map(({ one }) => one) }],
        unit,
        breaks: [],
      },
      alternative,
      columns: null,
    }
  }
  return {
    title: chart.title,
    spec: {
      kind: 'line',
      categories: columns.map((column) => column.label),
      series: shown.map((line, index) => ({
        label: names[index] ?? line.label,
        points: columns.map((column) => display(line, column)),
      })),
      unit,
      breaks: columns.flatMap((column, index) =>
        column.breakMark === null ? [] : [{ before: index, mark: column.breakMark }],
      ),
    },
    alternative,
    columns: columns.map((_, index) => index + 1),
  }
}
