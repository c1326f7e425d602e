/**
 * A drawn chart as plain data: shapes in points, origin at the top left, y downwards. Screen (SVG) and paper
 * (PDF operators) draw the same scene, so a chart never looks different in the two places.
 */
export interface ChartScene {
  readonly width: number
  readonly height: number
  /** In drawing order. */
  readonly shapes: readonly ChartShape[]
}

export type ChartShape = LineShape | PolygonShape | CircleShape | TextShape

export type Point = readonly [number, number]

/** One or several open lines drawn with one pen. */
export interface LineShape {
  readonly kind: 'line'
  readonly paths: readonly (readonly Point[])[]
  readonly colour: string
  readonly thickness: number
  /** Lengths of dash and gap; empty for a full line. */
  readonly dash: readonly number[]
}

export interface PolygonShape {
  readonly kind: 'polygon'
  readonly points: readonly Point[]
  readonly fill: string | null
  readonly stroke: {
    readonly colour: string
    readonly thickness: number
    readonly dash: readonly number[]
  } | null
}

export interface CircleShape {
  readonly kind: 'circle'
  readonly centre: Point
  readonly radius: number
  readonly fill: string
  readonly colour: string
  readonly thickness: number
}

export interface TextShape {
  readonly kind: 'text'
  /** Where the text is anchored, on its baseline. */
  readonly at: Point
  readonly anchor: 'start' | 'middle' | 'end'
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly colour: string
}

/** Colours and pens of a medium. Colour never carries meaning alone: each series has its dash, marker and fill too. */
export interface ChartTheme {
  readonly ink: string
  readonly quiet: string
  readonly grid: string
  readonly ground: string
  /** Of the first series; the others are `quietSeries`, told apart by dash and marker. */
  readonly mainSeries: string
  readonly quietSeries: string
}

/** Black on white, as it will be photocopied. */
export const paperTheme: ChartTheme = {
  ink: '#000000',
  quiet: '#666666',
  grid: '#b3b3b3',
  ground: '#ffffff',
  mainSeries: '#000000',
  quietSeries: '#000000',
}

/** The main series in the accent blue-900, the rest grey (interface, Colours by role). */
export const screenTheme: ChartTheme = {
  ink: '#1a1a1a',
  quiet: '#666666',
  grid: '#cccccc',
  ground: '#ffffff',
  mainSeries: '#0017c1',
  quietSeries: '#4d4d4d',
}

/** White on black, the main series in the accent of the high-contrast theme. */
export const contrastTheme: ChartTheme = {
  ink: '#ffffff',
  quiet: '#b3b3b3',
  grid: '#666666',
  ground: '#000000',
  mainSeries: '#ffe380',
  quietSeries: '#ffffff',
}
