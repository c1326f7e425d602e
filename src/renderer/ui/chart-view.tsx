import { type ReactNode, useId } from 'react'
import type { ChartScene, ChartShape, Point } from '../../shared/chart/scene.ts'
import './chart-view.css'

/** Letters of 8.5 points in a scene are letters of 14 pixels on the screen. */
export const sceneScale = 14 / 8.5

/**
 * A drawn chart on the screen, as SVG of presentation attributes. Its numbers stand in a table beside it;
 * read aloud it is a title and one sentence.
 */
export function ChartView(props: {
  readonly scene: ChartScene
  readonly title: string
  readonly alternative: string
}) {
  const { scene } = props
  const id = useId()
  return (
    <svg
      className="chart"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      width={Math.round(scene.width * sceneScale)}
      height={Math.round(scene.height * sceneScale)}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
    >
      <title id={`${id}t`}>{props.title}</title>
      <desc id={`${id}d`}>{props.alternative}</desc>
      {scene.shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a scene is drawn anew as a whole
        <Shape key={index} shape={shape} />
      ))}
    </svg>
  )
}

const short = (value: number): number => Math.round(value * 100) / 100
const path = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')

function Shape({ shape }: { readonly shape: ChartShape }): ReactNode {
  switch (shape.kind) {
    case 'line':
      return (
        <path
          d={shape.paths.map(path).join('')}
          fill="none"
          stroke={shape.colour}
          strokeWidth={shape.thickness}
          {...dashed(shape.dash)}
        />
      )
    case 'polygon':
      return (
        <path
          d={`${path(shape.points)}Z`}
          fill={shape.fill ?? 'none'}
          {...(shape.stroke
            ? {
                stroke: shape.stroke.colour,
                strokeWidth: shape.stroke.thickness,
                ...dashed(shape.stroke.dash),
              }
            : {})}
        />
      )
    case 'circle':
      return (
        <circle
          cx={short(shape.centre[0])}
          cy={short(shape.centre[1])}
          r={shape.radius}
          fill={shape.fill}
          stroke={shape.colour}
          strokeWidth={shape.thickness}
        />
      )
    case 'text':
      return (
        <text
          x={short(shape.at[0])}
          y={short(shape.at[1])}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          fontWeight={shape.bold ? 700 : 400}
          fill={shape.colour}
        >
          {shape.text}
        </text>
      )
  }
}

const dashed = (dash: readonly number[]): { readonly strokeDasharray?: string } =>
  dash.length === 0 ? {} : { strokeDasharray: dash.map(short).join(' ') }
