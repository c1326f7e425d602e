import type { ChartColumns } from './axis.ts'
import type { ChartPoint, ChartSpec } from './chart-spec.ts'
import { markerShape, seriesPen } from './pens.ts'
import { groundBehind, labelSize, type Plot, text, uprightAxes, uprightPlot, valueSize } from './plot.ts'
import type { ChartScene, ChartShape, ChartTheme, Point } from './scene.ts'
import { emWidth } from './text-width.ts'

interface PlacedPoint {
  readonly series: number
  readonly category: number
  readonly at: Point
  readonly point: ChartPoint
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const provisionalMark = 'p'

/**
 * Lines over categories: a number at each point, the series' name at its line's end, a gap where there is no
 * number, a hatched gap at a break; provisional points hollow with p.
 */
export function lineChart(
  spec: ChartSpec,
  width: number,
  height: number,
  theme: ChartTheme,
  columns: ChartColumns | null = null,
): ChartScene {
  const several = spec.series.length > 1
  const names = several ? Math.max(...spec.series.map((series) => emWidth(series.label))) * labelSize : 0
  const plot = uprightPlot(spec, width, height, several ? names + 14 : 0, 0, columns)
  const shapes: ChartShape[] = uprightAxes(spec, plot, theme)
  const points = placePoints(spec, plot)
  const segments = spec.series.flatMap((_, series) => runsOf(spec, points, series))
  // Numbers first: their white ground covers the grid, never a line.
  shapes.push(...valueLabels(points, segments, plot, theme))
  spec.series.forEach((_, series) => {
    const pen = seriesPen(series, theme)
    shapes.push({
      kind: 'line',
      paths: runsOf(spec, points, series),
      colour: pen.colour,
      thickness: series === 0 ? 1.35 : 1.1,
      dash: pen.dash,
    })
  })
  for (const { series, at, point } of points) {
    shapes.push(markerShape(seriesPen(series, theme), at, point.provisional, theme))
  }
  for (const { at, point } of points) {
    if (!point.provisional) continue
    shapes.push(text([at[0] + 7, at[1] + 3], provisionalMark, theme, { anchor: 'start' }))
  }
  if (several) shapes.push(...endLabels(spec, points, plot, theme))
  return { width, height, shapes }
}

function placePoints(spec: ChartSpec, plot: Plot): PlacedPoint[] {
  return spec.series.flatMap((series, index) =>
    series.points.flatMap((point, category) => {
      const centre = plot.categories.centres[category]
      if (!point || centre === undefined) return []
      return { series: index, category, at: [plot.x(centre), plot.y(point.value)] as const, point }
    }),
  )
}

/** Stretches of a line: it ends at a missing number and at every break. */
function runsOf(spec: ChartSpec, points: readonly PlacedPoint[], series: number): (readonly Point[])[] {
  const broken = new Set(spec.breaks.map((gap) => gap.before))
  const runs: Point[][] = []
  let last = -2
  for (const point of points) {
    if (point.series !== series) continue
    if (point.category !== last + 1 || broken.has(point.category)) runs.push([])
    runs.at(-1)?.push(point.at)
    last = point.category
  }
  return runs.filter((run) => run.length > 1)
}

/**
 * Numbers above their points, else below, else beside, clear of every line where that can be; where every
 * place is taken the table beside has the number.
 */
function valueLabels(
  points: readonly PlacedPoint[],
  lines: readonly (readonly Point[])[],
  plot: Plot,
  theme: ChartTheme,
): ChartShape[] {
  const onLines = lines.flatMap(dotsAlong)
  const taken: Box[] = points.map(({ at, point }) => ({
    left: at[0] - 3,
    right: at[0] + (point.provisional ? 12 : 3),
    top: at[1] - 3,
    bottom: at[1] + 3,
  }))
  const shapes: ChartShape[] = []
  const several = points.some((point) => point.series > 0)
  const fromTop = [...points].sort((a, b) => a.at[1] - b.at[1])
  for (const { at, point, series } of fromTop) {
    const width = emWidth(point.display) * valueSize + 2
    const middle = at[1] + valueSize * 0.36
    const places: Point[] = [
      [at[0], at[1] - 6],
      [at[0], at[1] + 5 + valueSize],
      [at[0] + 5 + width / 2, middle],
      [at[0] - 5 - width / 2, middle],
    ]
    const free = places.filter(([x, y]) => {
      const box = boxOf(x, y, width)
      return box.bottom < plot.bottom + 1 && !taken.some((other) => overlaps(box, other))
    })
    const clear = ([x, y]: Point) => !onLines.some((dot) => overlaps(boxOf(x, y, width), dot))
    const place = free.find(clear) ?? free[0]
    if (place === undefined) continue
    taken.push(boxOf(place[0], place[1], width))
    const label = text(place, point.display, theme, {
      size: valueSize,
      colour: series === 0 ? theme.mainSeries : theme.ink,
      bold: several && series === 0,
    })
    shapes.push(groundBehind(label, theme), label)
  }
  return shapes
}

/** Small boxes along a line, close enough that no number slips between them. */
function dotsAlong(line: readonly Point[]): Box[] {
  return line.slice(1).flatMap(([x2, y2], index) => {
    const [x1, y1] = line[index] ?? [x2, y2]
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3))
    return Array.from({ length: steps + 1 }, (_, step) => {
      const x = x1 + ((x2 - x1) * step) / steps
      const y = y1 + ((y2 - y1) * step) / steps
      return { left: x - 0.5, right: x + 0.5, top: y - 0.5, bottom: y + 0.5 }
    })
  })
}

const boxOf = (middle: number, baseline: number, width: number): Box => ({
  left: middle - width / 2,
  right: middle + width / 2,
  top: baseline - valueSize,
  bottom: baseline + 1,
})

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Names at the right ends, in the order of the lines, pushed apart so that none covers another. */
function endLabels(
  spec: ChartSpec,
  points: readonly PlacedPoint[],
  plot: Plot,
  theme: ChartTheme,
): ChartShape[] {
  const ends = spec.series.flatMap((series, index) => {
    const last = points.filter((point) => point.series === index).at(-1)
    return last ? [{ label: series.label, index, wanted: last.at[1] }] : []
  })
  ends.sort((a, b) => a.wanted - b.wanted)
  const gap = labelSize + 2
  const lowest = plot.bottom
  const placed: number[] = []
  for (const end of ends) placed.push(Math.max(end.wanted, (placed.at(-1) ?? -gap) + gap))
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(
      placed[index] ?? 0,
      index === placed.length - 1 ? lowest : (placed[index + 1] ?? 0) - gap,
    )
  }
  return ends.map((end, index) =>
    text([plot.right + 6, (placed[index] ?? 0) + labelSize * 0.36], end.label, theme, {
      anchor: 'start',
      bold: end.index === 0,
      colour: seriesPen(end.index, theme).colour,
    }),
  )
}
