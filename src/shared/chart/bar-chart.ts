import { axisValues, categoryAxis, valueAxis } from './axis.ts'
import type { ChartSpec } from './chart-spec.ts'
import { filledBox, legend, printed } from './column-chart.ts'
import { seriesPen } from './pens.ts'
import { breakShapes, foldLabel, labelSize, text, valueSize } from './plot.ts'
import type { ChartScene, ChartShape, ChartTheme } from './scene.ts'
import { emWidth } from './text-width.ts'

/** Room of the category names at the left, as a part of the width. */
const nameShare = 0.34

/** Level bars, longest names at the left, the number at each bar's end; no value axis is needed beside it. */
export function barChart(spec: ChartSpec, width: number, height: number, theme: ChartTheme): ChartScene {
  const widestName = Math.max(0, ...spec.categories.map((label) => emWidth(label))) * labelSize
  const left = Math.min(widestName, width * nameShare) + 6
  const names = legend(spec, width, left, theme)
  const top = names.height + (spec.unit === '' ? 4 : 14)
  const bottom = height - 4
  const numbers = spec.series.flatMap((series) =>
    series.points.flatMap((point) => (point ? [printed(point)] : [])),
  )
  const right = width - Math.max(0, ...numbers.map((number) => emWidth(number))) * valueSize - 8
  const values = valueAxis(axisValues(spec))
  const categories = categoryAxis(spec)
  const x = (value: number) => left + ((value - values.low) / (values.high - values.low)) * (right - left)
  const y = (place: number) => top + place * (bottom - top)
  const shapes: ChartShape[] = [...names.shapes]
  const labels: ChartShape[] = []
  if (spec.unit !== '') {
    shapes.push(text([0, top - 5], spec.unit, theme, { anchor: 'start' }))
  }
  const slot = categories.slot * (bottom - top)
  const group = Math.min(slot * 0.7, 15 * spec.series.length)
  const single = group / spec.series.length
  spec.categories.forEach((label, category) => {
    const middle = y(categories.centres[category] ?? 0)
    const lines = foldLabel(label, left - 6)
    lines.forEach((line, row) => {
      const baseline = middle + labelSize * 0.36 + (row - (lines.length - 1) / 2) * (labelSize + 1)
      shapes.push(text([left - 5, baseline], line, theme, { anchor: 'end' }))
    })
    spec.series.forEach((series, index) => {
      const point = series.points[category]
      if (!point) return
      const from = Math.min(x(0), x(point.value))
      const to = Math.max(x(0), x(point.value))
      const upper = middle - group / 2 + index * single
      const pen = seriesPen(index, theme)
      shapes.push(...filledBox(from, upper, to - from, single, pen, point.provisional, theme))
      const baseline = upper + single / 2 + valueSize * 0.36
      labels.push(text([to + 4, baseline], printed(point), theme, { anchor: 'start', size: valueSize }))
    })
  })
  shapes.push(...labels, {
    kind: 'line',
    paths: [
      [
        [x(0), top - 1],
        [x(0), bottom],
      ],
    ],
    colour: theme.ink,
    thickness: 0.75,
    dash: [],
  })
  for (const gap of categories.breaks) {
    const upper = y(gap.from)
    shapes.push(...breakShapes(left, upper, right - left, y(gap.to) - upper, false, theme))
    shapes.push(
      text([left - 5, (upper + y(gap.to)) / 2 + labelSize * 0.36], gap.mark, theme, { anchor: 'end' }),
    )
  }
  return { width, height, shapes }
}
