import type { ChartColumns } from './axis.ts'
import { barChart } from './bar-chart.ts'
import type { ChartSpec } from './chart-spec.ts'
import { columnChart } from './column-chart.ts'
import { lineChart } from './line-chart.ts'
import type { ChartScene, ChartTheme } from './scene.ts'

/**
 * The one builder of charts, for screen and paper alike: what a chart says → shapes.
 *
 * @param width in points; the height follows from the kind and the number of categories
 * @param most the greatest height that there is room for
 * @param columns of the table above, under which the categories of an upright chart stand
 */
export function drawChart(
  spec: ChartSpec,
  width: number,
  theme: ChartTheme,
  most = Number.POSITIVE_INFINITY,
  columns: ChartColumns | null = null,
): ChartScene {
  const height = Math.min(chartHeight(spec), most)
  switch (spec.kind) {
    case 'line':
      return lineChart(spec, width, height, theme, columns)
    case 'column':
    case 'stackedColumn':
      return columnChart(spec, width, height, theme, columns)
    case 'bar':
      return barChart(spec, width, height, theme)
  }
}

/** Height in points: about 40 mm for one line, more for several series, a row a category for bars. */
export function chartHeight(spec: ChartSpec): number {
  const series = Math.max(1, spec.series.length)
  switch (spec.kind) {
    case 'line':
      return 113 + Math.min(4, series - 1) * 18
    case 'column':
      return 125 + (series > 1 ? 14 : 0)
    case 'stackedColumn':
      return 150 + Math.min(4, series - 1) * 6
    case 'bar':
      return 24 + spec.categories.length * (9 + 13 * series) + spec.breaks.length * 10
  }
}
