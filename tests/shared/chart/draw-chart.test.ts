import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categoryAxis, tickText, valueAxis } from '../../../src/shared/chart/axis.ts'
import type { ChartPoint, ChartSpec } from '../../../src/shared/chart/chart-spec.ts'
import { drawChart } from '../../../src/shared/chart/draw-chart.ts'
import { hatchLines } from '../../../src/shared/chart/pens.ts'
import {
  type ChartScene,
  type ChartShape,
  type Point,
  paperTheme,
  screenTheme,
} from '../../../src/shared/chart/scene.ts'
import { chartSvg } from '../../../src/shared/chart/svg.ts'
import { emWidth } from '../../../src/shared/chart/text-width.ts'

const point = (value: number, provisional = false): ChartPoint => ({
  value,
  display: String(value),
  provisional,
})

const line: ChartSpec = {
  kind: 'line',
  categories: ['令和元年度', '２年度', '３年度', '４年度', '５年度', '６年度'],
  series: [
    { label: '相談', points: [point(256), point(243), null, point(298), point(320), point(274, true)] },
  ],
  unit: '（件）',
  breaks: [{ before: 5, mark: '注１' }],
}

const draw = (spec: ChartSpec): ChartScene => drawChart(spec, 468, paperTheme)
const texts = (scene: ChartScene): string[] =>
  scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
const of = <Kind extends ChartShape['kind']>(scene: ChartScene, kind: Kind) =>
  scene.shapes.filter((shape): shape is Extract<ChartShape, { kind: Kind }> => shape.kind === kind)

describe('value axis', () => {
  test.each([
    [
      [256, 320],
      [0, 100, 200, 300, 400],
    ],
    [[3], [0, 1, 2, 3]],
    [[0], [0, 1]],
    [[], [0, 1]],
    [
      [28.8, 12.5],
      [0, 10, 20, 30],
    ],
    [
      [-9, 22],
      [-10, 0, 10, 20, 30],
    ],
    [[1_234_567], [0, 500_000, 1_000_000, 1_500_000]],
  ])('%j has the ticks %j', (values, ticks) => {
    expect(valueAxis(values).ticks).toEqual(ticks)
  })

  test('holds every value and 0, in a few even steps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 1_000_000 }), { maxLength: 30 }), (values) => {
        const axis = valueAxis(values)
        expect(axis.low).toBeLessThanOrEqual(Math.min(0, ...values))
        expect(axis.high).toBeGreaterThanOrEqual(Math.max(0, ...values))
        expect(axis.ticks).toContain(0)
        expect(axis.ticks.length).toBeLessThanOrEqual(8)
        expect(axis.ticks.every((tick) => Number.isInteger(tick))).toBe(true)
      }),
    )
  })

  test('a minus is △, thousands are apart', () => {
    expect(tickText(-1500)).toBe('△1,500')
  })
})

describe('a break in the series', () => {
  test('takes room of its own between its neighbours', () => {
    const axis = categoryAxis(line)
    const [gap] = axis.breaks
    expect(gap?.from).toBeCloseTo((axis.centres[4] ?? 0) + axis.slot / 2)
    expect(gap?.to).toBeCloseTo((axis.centres[5] ?? 0) - axis.slot / 2)
  })

  test('no line of a series and no grid line crosses it', () => {
    const scene = draw(line)
    const edges = of(scene, 'line').find((shape) => shape.dash.length > 0 && shape.paths.length === 2)
    const [left, right] = edges?.paths.map((path) => path[0]?.[0] ?? 0) ?? []
    expect(left).toBeLessThan(right ?? 0)
    const crossing = of(scene, 'line').filter((shape) =>
      shape.paths.some((path) => {
        const xs = path.map(([x]: Point) => x)
        return Math.min(...xs) < (left ?? 0) - 0.1 && Math.max(...xs) > (right ?? 0) + 0.1
      }),
    )
    expect(crossing).toEqual([])
    expect(texts(scene)).toContain('注１')
  })
})

describe('points', () => {
  test('no number is a gap, never a 0', () => {
    const scene = draw(line)
    expect(of(scene, 'circle')).toHaveLength(5)
    const series = of(scene, 'line').find((shape) => shape.thickness === 1.35)
    expect(series?.paths.map((path) => path.length)).toEqual([2, 2])
  })

  test('a provisional point is hollow and marked p', () => {
    const scene = draw(line)
    expect(of(scene, 'circle').filter((shape) => shape.fill === paperTheme.ground)).toHaveLength(1)
    expect(texts(scene)).toContain('p')
  })

  test('each number is printed as the model gives it', () => {
    const spec = {
      ...line,
      series: [{ label: '割合', points: [{ value: 28.75, display: '28.8', provisional: false }] }],
    }
    expect(texts(draw(spec))).toContain('28.8')
    expect(texts(draw(spec))).not.toContain('28.75')
  })
})

const anySpec: fc.Arbitrary<ChartSpec> = fc
  .record({
    kind: fc.constantFrom('line', 'column', 'stackedColumn', 'bar') as fc.Arbitrary<ChartSpec['kind']>,
    categories: fc.array(fc.constantFrom('４月', '令和６年度', '訪問（アウトリーチ）'), {
      minLength: 1,
      maxLength: 14,
    }),
    count: fc.integer({ min: 1, max: 7 }),
    values: fc.array(fc.option(fc.integer({ min: 0, max: 99_999 })), { minLength: 98, maxLength: 98 }),
    provisional: fc.boolean(),
    before: fc.integer({ min: -1, max: 20 }),
  })
  .map(({ kind, categories, count, values, provisional, before }) => ({
    kind,
    categories,
    series: Array.from({ length: count }, (_, series) => ({
      label: `項目${series}`,
      points: categories.map((_, index) => {
        const value = values[series * 14 + index] ?? null
        return value === null ? null : point(value, provisional)
      }),
    })),
    unit: '（件）',
    breaks: [{ before, mark: '注１' }],
  }))

test('any chart stays within its frame and has only finite places', () => {
  fc.assert(
    fc.property(anySpec, (spec) => {
      const scene = draw(spec)
      const inside = ([x, y]: Point) => {
        expect(x).toBeGreaterThanOrEqual(-0.5)
        expect(x).toBeLessThanOrEqual(scene.width + 0.5)
        expect(y).toBeGreaterThanOrEqual(-0.5)
        expect(y).toBeLessThanOrEqual(scene.height + 0.5)
      }
      for (const shape of scene.shapes) {
        if (shape.kind === 'line') for (const path of shape.paths) path.forEach(inside)
        else if (shape.kind === 'polygon') shape.points.forEach(inside)
        else if (shape.kind === 'circle') inside(shape.centre)
        else inside(shape.at)
      }
    }),
    { numRuns: 150 },
  )
})

test('hatching ends at the edges of its rectangle', () => {
  for (const direction of ['up', 'down', 'level'] as const) {
    const paths = hatchLines(10, 20, 30, 12, { direction, step: 3, thickness: 0.5 })
    expect(paths.length).toBeGreaterThan(2)
    for (const [x, y] of paths.flat()) {
      expect(x).toBeGreaterThanOrEqual(9.999)
      expect(x).toBeLessThanOrEqual(40.001)
      expect(y).toBeGreaterThanOrEqual(19.999)
      expect(y).toBeLessThanOrEqual(32.001)
    }
  }
})

describe('as SVG for the screen', () => {
  test('has no style attribute (the content policy refuses it) and escapes its words', () => {
    const spec = { ...line, unit: '<script>&"' }
    const svg = chartSvg(drawChart(spec, 600, screenTheme), '"><x>')
    expect(svg).not.toMatch(/style=|<script|<x>/u)
    expect(svg).toContain('aria-label="&quot;&gt;&lt;x&gt;"')
    expect(svg).toContain('#0017c1')
  })

  test('is the same scene as on paper but for its colours', () => {
    const bare = (scene: ChartScene) => JSON.stringify(scene).replace(/#[0-9a-f]{6}/gu, '')
    const paper = bare(drawChart(line, 468, paperTheme))
    expect(bare(drawChart(line, 468, screenTheme))).toBe(paper)
  })
})

test('widths in em are those of the fixed faces', () => {
  expect(emWidth('相談12件')).toBe(4)
  expect(emWidth('ｱ×÷°')).toBe(3.5)
})
