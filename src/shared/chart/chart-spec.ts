/** What a chart shows, as data. `options.ts` turns it into ECharts options for screen and paper alike. */
export interface ChartSpec {
  readonly kind: 'line' | 'column' | 'stackedColumn' | 'bar'
  /** Printed under the axis: 「令和４年度」, 「４月」. */
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** 「（件）」 above the value axis. */
  readonly unit: string
  /** A break in the series before category `before` (index): a gap, hatched, with the note's mark. */
  readonly breaks: readonly { readonly before: number; readonly mark: string }[]
}

export interface ChartSeries {
  readonly label: string
  /** Null where there is no number (blank, unknown): a gap, never 0. */
  readonly points: readonly (ChartPoint | null)[]
}

export interface ChartPoint {
  readonly value: number
  /** As printed beside the point. */
  readonly display: string
  /** Provisional points are hollow and marked p. */
  readonly provisional: boolean
}
