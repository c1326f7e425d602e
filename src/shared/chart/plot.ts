import {
  axisValues,
  type CategoryAxis,
  type ChartColumns,
  categoryAxis,
  columnsAxis,
  tickText,
  type ValueAxis,
  valueAxis,
} from './axis.ts'
import type { ChartSpec } from './chart-spec.ts'
import { hatchLines } from './pens.ts'
import type { ChartShape, ChartTheme, Point, TextShape } from './scene.ts'
import { emWidth } from './text-width.ts'

export const labelSize = 8.5
export const valueSize = 9

/** The plotting area of an upright chart and how values and categories fall into it. */
export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly values: ValueAxis
  readonly categories: CategoryAxis
  x(place: number): number
  y(value: number): number
}

export function text(
  at: Point,
  words: string,
  theme: ChartTheme,
  more: Partial<Pick<TextShape, 'anchor' | 'size' | 'bold' | 'colour'>> = {},
): TextShape {
  return {
    kind: 'text',
    at,
    anchor: more.anchor ?? 'middle',
    text: words,
    size: more.size ?? labelSize,
    bold: more.bold ?? false,
    colour: more.colour ?? theme.ink,
  }
}

/** Cuts a label into lines of at most `width` points; a letter at least. */
export function foldLabel(label: string, width: number, size = labelSize): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of label) {
    if (line !== '' && emWidth(line + character) * size > width) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line]
}

/**
 * Lays out an upright chart (line, column). `rightRoom` is kept for labels at the ends of lines, `topRoom`
 * for a legend. Given `columns`, categories stand under them, and what is left of them is room for the ticks.
 */
export function uprightPlot(
  spec: ChartSpec,
  width: number,
  height: number,
  rightRoom: number,
  topRoom: number,
  columns: ChartColumns | null = null,
): Plot {
  const values = valueAxis(axisValues(spec))
  const categories = columns === null ? categoryAxis(spec) : columnsAxis(spec, columns)
  const tickRoom = Math.max(...values.ticks.map((tick) => emWidth(tickText(tick)))) * labelSize
  const left = columns?.left ?? Math.max(tickRoom + 8, 30)
  const right = columns?.right ?? width - Math.max(rightRoom, 18)
  const slot = categories.slot * (right - left)
  const rows = Math.max(...spec.categories.map((label) => foldLabel(label, slot).length), 1)
  const top = topRoom + 20
  const bottom = height - rows * (labelSize + 2) - 4
  const span = values.high - values.low
  return {
    left,
    right,
    top,
    bottom,
    values,
    categories,
    x: (place) => left + place * (right - left),
    y: (value) => bottom - ((value - values.low) / span) * (bottom - top),
  }
}

/** Grid, ticks, unit, category labels and the hatched gaps of breaks. Gaps interrupt the grid. */
export function uprightAxes(spec: ChartSpec, plot: Plot, theme: ChartTheme): ChartShape[] {
  const shapes: ChartShape[] = []
  const runs = gridRuns(plot)
  for (const tick of plot.values.ticks) {
    const y = plot.y(tick)
    const zero = tick === 0
    shapes.push({
      kind: 'line',
      paths: runs.map(([from, to]) => [
        [from, y],
        [to, y],
      ]),
      colour: zero ? theme.ink : theme.grid,
      thickness: zero ? 0.75 : 0.4,
      dash: [],
    })
    shapes.push(text([plot.left - 5, y + labelSize * 0.36], tickText(tick), theme, { anchor: 'end' }))
  }
  if (spec.unit !== '') shapes.push(text([0, plot.top - 11], spec.unit, theme, { anchor: 'start' }))
  const slot = plot.categories.slot * (plot.right - plot.left)
  const below = plot.bottom + labelSize + 3
  spec.categories.forEach((label, index) => {
    const x = plot.x(plot.categories.centres[index] ?? 0)
    foldLabel(label, slot).forEach((line, row) => {
      shapes.push(text([x, below + row * (labelSize + 2)], line, theme))
    })
  })
  for (const gap of plot.categories.breaks) {
    const from = plot.x(gap.from)
    const to = plot.x(gap.to)
    const top = plot.top - 5
    shapes.push(...breakShapes(from, top, to - from, plot.bottom - top, true, theme))
    shapes.push(text([(from + to) / 2, below], gap.mark, theme))
  }
  return shapes
}

/** A break: hatched between two dashed edges, so that nobody reads across it. */
export function breakShapes(
  left: number,
  top: number,
  width: number,
  height: number,
  upright: boolean,
  theme: ChartTheme,
): ChartShape[] {
  const right = left + width
  const bottom = top + height
  const edges: Point[][] = upright
    ? [
        [
          [left, top],
          [left, bottom],
        ],
        [
          [right, top],
          [right, bottom],
        ],
      ]
    : [
        [
          [left, top],
          [right, top],
        ],
        [
          [left, bottom],
          [right, bottom],
        ],
      ]
  const hatching = { direction: 'up', step: 3.6, thickness: 0.5 } as const
  return [
    {
      kind: 'line',
      paths: hatchLines(left, top, width, height, hatching),
      colour: theme.quiet,
      thickness: 0.5,
      dash: [],
    },
    { kind: 'line', paths: edges, colour: theme.ink, thickness: 0.6, dash: [3, 2.2] },
  ]
}

/** The stretches of a grid line between breaks. */
function gridRuns(plot: Plot): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = []
  let from = plot.left
  for (const gap of plot.categories.breaks) {
    runs.push([from, plot.x(gap.from)])
    from = plot.x(gap.to)
  }
  runs.push([from, plot.right])
  return runs
}

/** White behind a number, so that no grid line runs through it. */
export function groundBehind(label: TextShape, theme: ChartTheme): ChartShape {
  const half = (emWidth(label.text) * label.size) / 2 + 1
  const [x, y] = label.at
  const middle = label.anchor === 'middle' ? x : label.anchor === 'start' ? x + half - 1 : x - half + 1
  const top = y - label.size * 0.86
  const bottom = y + label.size * 0.16
  return {
    kind: 'polygon',
    points: [
      [middle - half, top],
      [middle + half, top],
      [middle + half, bottom],
      [middle - half, bottom],
    ],
    fill: theme.ground,
    stroke: null,
  }
}
