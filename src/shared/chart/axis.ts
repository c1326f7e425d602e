import type { ChartSpec } from './chart-spec.ts'

/** The value axis: its ticks from low to high. 0 is always among them. */
export interface ValueAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** Steps of 1, 2, 2.5 or 5 × 10ⁿ, about four of them; whole numbers stay whole. */
export function valueAxis(values: readonly number[]): ValueAxis {
  const highest = Math.max(0, ...values)
  const lowest = Math.min(0, ...values)
  const whole = values.every((value) => Number.isInteger(value))
  const rough = (highest - lowest || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const choices = [1, 2, 2.5, 5, 10].map((factor) => factor * power)
  let step = choices.find((choice) => choice >= rough * 0.999) ?? 10 * power
  if (whole) step = Math.max(1, Number.isInteger(step) ? step : Math.ceil(step))
  const low = Math.floor(lowest / step) * step
  const high = Math.max(Math.ceil(highest / step), 1) * step
  const ticks: number[] = []
  const count = Math.round((high - low) / step)
  for (let index = 0; index <= count; index++) ticks.push(Number((low + index * step).toPrecision(12)))
  return { low, high, ticks }
}

/** A tick as printed: thousands apart, minus as △ (documents §3). */
export function tickText(value: number): string {
  const text = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 10 })
  return value < 0 ? `△${text}` : text
}

/** A break takes this part of a category's room. */
const breakShare = 0.6

/** Places along the category axis, from 0 to 1. */
export interface CategoryAxis {
  /** Width of one category. */
  readonly slot: number
  readonly centres: readonly number[]
  readonly breaks: readonly { readonly from: number; readonly to: number; readonly mark: string }[]
}

/** Every category gets a slot; a break in the series stands in a narrower one of its own. */
export function categoryAxis(spec: Pick<ChartSpec, 'categories' | 'breaks'>): CategoryAxis {
  const real = spec.breaks.filter((gap) => gap.before > 0 && gap.before < spec.categories.length)
  const slot = 1 / Math.max(1, spec.categories.length + real.length * breakShare)
  const centres: number[] = []
  const breaks: { from: number; to: number; mark: string }[] = []
  let at = 0
  spec.categories.forEach((_, index) => {
    for (const gap of real) {
      if (gap.before !== index) continue
      breaks.push({ from: at, to: at + slot * breakShare, mark: gap.mark })
      at += slot * breakShare
    }
    centres.push(at + slot / 2)
    at += slot
  })
  return { slot, centres, breaks }
}

/**
 * Columns of a table that an upright chart stands under, in the chart's units: each point under its number,
 * the gap of a break under the hatched column.
 */
export interface ChartColumns {
  readonly left: number
  readonly right: number
  /** Middle of each category's column. */
  readonly centres: readonly number[]
  /** The narrowest of them. */
  readonly slot: number
  readonly breaks: readonly { readonly from: number; readonly to: number }[]
}

/** The category axis of given columns, as parts of their width. */
export function columnsAxis(spec: Pick<ChartSpec, 'breaks'>, columns: ChartColumns): CategoryAxis {
  const width = Math.max(1, columns.right - columns.left)
  const part = (x: number): number => (x - columns.left) / width
  return {
    slot: columns.slot / width,
    centres: columns.centres.map(part),
    breaks: columns.breaks.map(({ from, to }, index) => ({
      from: part(from),
      to: part(to),
      mark: spec.breaks[index]?.mark ?? '',
    })),
  }
}

/** All numbers that stand on the value axis; those of a stack are its sums. */
export function axisValues(spec: ChartSpec): number[] {
  if (spec.kind !== 'stackedColumn') {
    return spec.series.flatMap((series) => series.points.flatMap((point) => (point ? [point.value] : [])))
  }
  return spec.categories.map((_, index) =>
    spec.series.reduce((sum, series) => sum + (series.points[index]?.value ?? 0), 0),
  )
}
