import type { ChartColumns } from './axis.ts'
import type { ChartPoint, ChartSpec } from './chart-spec.ts'
import { hatchLines, type SeriesPen, seriesPen } from './pens.ts'
import { groundBehind, labelSize, text, uprightAxes, uprightPlot, valueSize } from './plot.ts'
import type { ChartScene, ChartShape, ChartTheme } from './scene.ts'
import { emWidth } from './text-width.ts'

/** A rectangle in a series' fill; a provisional one is hollow with a dashed frame. */
export function filledBox(
  left: number,
  top: number,
  width: number,
  height: number,
  pen: SeriesPen,
  provisional: boolean,
  theme: ChartTheme,
): ChartShape[] {
  const right = left + width
  const bottom = top + height
  const shapes: ChartShape[] = [
    {
      kind: 'polygon',
      points: [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ],
      fill: provisional ? theme.ground : pen.fill,
      stroke: { colour: theme.ink, thickness: 0.6, dash: provisional ? [2.2, 1.6] : [] },
    },
  ]
  if (pen.hatch && !provisional) {
    shapes.push({
      kind: 'line',
      paths: hatchLines(left, top, width, height, pen.hatch),
      colour: theme.ink,
      thickness: pen.hatch.thickness,
      dash: [],
    })
  }
  return shapes
}

const provisionalMark = 'p'

/** A printed number; p behind it when it is provisional. */
export const printed = (point: ChartPoint): string =>
  point.provisional ? `${point.display} ${provisionalMark}` : point.display

/** Narrow columns carry their p inside, at the foot. */
const columnWords = (point: ChartPoint, printedWidth: number, columnWidth: number): string =>
  printedWidth > columnWidth + 3 ? point.display : printed(point)

/** The series' names beside a sample of their fill, in one or more rows over the plot. */
export function legend(
  spec: ChartSpec,
  width: number,
  left: number,
  theme: ChartTheme,
): { readonly shapes: ChartShape[]; readonly height: number } {
  if (spec.series.length < 2) return { shapes: [], height: 0 }
  const shapes: ChartShape[] = []
  const row = labelSize + 4
  let x = left
  let y = 2
  spec.series.forEach((series, index) => {
    const needed = 12 + emWidth(series.label) * labelSize + 12
    if (x > left && x + needed > width) {
      x = left
      y += row
    }
    shapes.push(...filledBox(x, y, 9, 7, seriesPen(index, theme), false, theme))
    shapes.push(text([x + 12, y + 7], series.label, theme, { anchor: 'start' }))
    x += needed
  })
  return { shapes, height: y + row }
}

/** Upright columns side by side, or stacked; a number on each. */
export function columnChart(
  spec: ChartSpec,
  width: number,
  height: number,
  theme: ChartTheme,
  columns: ChartColumns | null = null,
): ChartScene {
  const names = legend(spec, width, 30, theme)
  const plot = uprightPlot(spec, width, height, 0, names.height, columns)
  const shapes: ChartShape[] = [...names.shapes, ...uprightAxes(spec, plot, theme)]
  const stacked = spec.kind === 'stackedColumn'
  const slot = plot.categories.slot * (plot.right - plot.left)
  const group = Math.min(slot * 0.68, stacked ? 46 : 46 * spec.series.length)
  const single = stacked ? group : group / spec.series.length
  spec.categories.forEach((_, category) => {
    const centre = plot.x(plot.categories.centres[category] ?? 0)
    let base = 0
    spec.series.forEach((series, index) => {
      const point = series.points[category]
      if (!point) return
      const pen = seriesPen(index, theme)
      const from = stacked ? base : 0
      const top = plot.y(Math.max(from, from + point.value))
      const bottom = plot.y(Math.min(from, from + point.value))
      const left = stacked ? centre - group / 2 : centre - group / 2 + index * single
      shapes.push(...filledBox(left, top, single, bottom - top, pen, point.provisional, theme))
      base += point.value
      const middle = left + single / 2
      const wide = emWidth(printed(point)) * valueSize
      if (stacked) {
        if (bottom - top < valueSize + 1) return
        const baseline = (top + bottom) / 2 + valueSize * 0.36
        const colour = point.provisional ? theme.ink : pen.onFill
        const label = text([middle, baseline], printed(point), theme, { size: valueSize, colour })
        if (pen.hatch && !point.provisional) shapes.push(groundBehind(label, theme))
        shapes.push(label)
      } else {
        const words = columnWords(point, wide, single)
        const size = emWidth(words) * valueSize > single + 4 ? valueSize - 1.5 : valueSize
        const baseline = point.value < 0 ? bottom + size + 1 : top - 3
        const label = text([middle, baseline], words, theme, { size })
        shapes.push(groundBehind(label, theme), label)
        if (words !== printed(point)) {
          shapes.push(text([middle, Math.max(top, bottom) - 3], provisionalMark, theme, { size: valueSize }))
        }
      }
    })
  })
  return { width, height, shapes }
}
