import type { ChartShape, ChartTheme, Point } from './scene.ts'

/** How a series is told from the others without colour. */
export interface SeriesPen {
  readonly colour: string
  readonly dash: readonly number[]
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond'
  /** Fill of columns: a ground and hatching over it. */
  readonly fill: string
  readonly hatch: Hatching | null
  /** Colour of a number written on the fill. */
  readonly onFill: string
}

export interface Hatching {
  readonly direction: 'up' | 'down' | 'level'
  readonly step: number
  readonly thickness: number
}

const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 2, 2, 2], [4, 4], [1, 2]]
const markers = ['circle', 'square', 'triangle', 'diamond'] as const
const fills: readonly { shade: string; hatch: Hatching | null; dark: boolean }[] = [
  { shade: 'series', hatch: null, dark: true },
  { shade: '#ffffff', hatch: { direction: 'up', step: 3.2, thickness: 0.5 }, dark: false },
  { shade: '#bfbfbf', hatch: null, dark: false },
  { shade: '#ffffff', hatch: { direction: 'level', step: 2.6, thickness: 0.4 }, dark: false },
  { shade: '#737373', hatch: null, dark: true },
  { shade: '#ffffff', hatch: null, dark: false },
]

/** The pen of the series at this place; from the seventh on, pens come again with another marker. */
export function seriesPen(index: number, theme: ChartTheme): SeriesPen {
  const fill = fills[index % fills.length] ?? { shade: 'series', hatch: null, dark: true }
  const colour = index === 0 ? theme.mainSeries : theme.quietSeries
  return {
    colour,
    dash: dashes[index % dashes.length] ?? [],
    marker: markers[index % markers.length] ?? 'circle',
    fill: fill.shade === 'series' ? (index === 0 ? mainFill(theme) : colour) : fill.shade,
    hatch: fill.hatch,
    onFill: fill.dark ? '#ffffff' : theme.ink,
  }
}

/** Large black areas print badly; on paper the main series is a dark grey. */
const mainFill = (theme: ChartTheme): string =>
  theme.mainSeries === '#000000' ? '#404040' : theme.mainSeries

/** Hatching of a rectangle as lines that end at its edges, so no renderer needs to clip. */
export function hatchLines(
  left: number,
  top: number,
  width: number,
  height: number,
  hatch: Hatching,
): (readonly Point[])[] {
  const paths: (readonly Point[])[] = []
  const right = left + width
  const bottom = top + height
  if (hatch.direction === 'level') {
    for (let y = top + hatch.step; y < bottom; y += hatch.step)
      paths.push([
        [left, y],
        [right, y],
      ])
    return paths
  }
  // Lines of 45°, on one grid for the whole page so that neighbours continue each other.
  const step = hatch.step * Math.SQRT2
  const first = Math.ceil((left + top) / step) * step
  for (let sum = first; sum < right + bottom; sum += step) {
    const x1 = Math.max(left, sum - bottom)
    const x2 = Math.min(right, sum - top)
    if (x2 <= x1) continue
    paths.push(
      hatch.direction === 'up'
        ? [
            [x1, sum - x1],
            [x2, sum - x2],
          ]
        : [
            [x1, top + bottom - (sum - x1)],
            [x2, top + bottom - (sum - x2)],
          ],
    )
  }
  return paths
}

/** The marker of a point; a provisional one is hollow. */
export function markerShape(pen: SeriesPen, [x, y]: Point, hollow: boolean, theme: ChartTheme): ChartShape {
  const fill = hollow ? theme.ground : pen.colour
  const stroke = { colour: pen.colour, thickness: 1.2, dash: [] }
  const r = 2.7
  switch (pen.marker) {
    case 'circle':
      return { kind: 'circle', centre: [x, y], radius: r, fill, colour: pen.colour, thickness: 1.2 }
    case 'square':
      return {
        kind: 'polygon',
        points: [
          [x - r, y - r],
          [x + r, y - r],
          [x + r, y + r],
          [x - r, y + r],
        ],
        fill,
        stroke,
      }
    case 'triangle':
      return {
        kind: 'polygon',
        points: [
          [x, y - r * 1.2],
          [x + r * 1.15, y + r],
          [x - r * 1.15, y + r],
        ],
        fill,
        stroke,
      }
    case 'diamond':
      return {
        kind: 'polygon',
        points: [
          [x, y - r * 1.3],
          [x + r * 1.3, y],
          [x, y + r * 1.3],
          [x - r * 1.3, y],
        ],
        fill,
        stroke,
      }
  }
}
