import { monthlyWords } from '../../../shared/words/monthly.ts'
import { coursePath } from '../../ui/sparkline.tsx'

const width = 246
const height = 100

/** 推移: this year against the last one, April to March, with the active month named. */
export function CourseChart(props: {
  readonly current: readonly (number | null)[]
  readonly previous: readonly (number | null)[]
  readonly labels: readonly string[]
  /** The active month; null is the year. */
  readonly active: number | null
  readonly label: string
}) {
  const { current, previous, labels, active } = props
  const known = [...current, ...previous].filter((value) => value !== null)
  const top = Math.max(1, ...known)
  const low = Math.min(0, ...known)
  const x = (at: number): number => 12 + (at * (width - 24)) / 11
  const y = (value: number): number => 68 - ((value - low) / Math.max(1, top - low)) * 44
  const here = active === null ? null : (current[active] ?? null)
  return (
    <svg className="course" role="img" aria-label={props.label} width={width} height={height}>
      <line className="ax" x1={0} x2={width} y1={73} y2={73} />
      <path className="pv" d={coursePath(previous, x, y)} />
      <path className="cu" d={coursePath(current, x, y)} />
      {active !== null && here !== null && (
        <>
          <circle className="dot" cx={x(active)} cy={y(here)} r={4} />
          <text className="on" x={x(active)} y={y(here) - 9} textAnchor="middle">
            {here}
          </text>
        </>
      )}
      {[0, 4, 8, 11].map((at) => (
        <text
          key={at}
          className={at === active ? 'on' : undefined}
          x={x(at)}
          y={92}
          textAnchor={at === 0 ? 'start' : at === 11 ? 'end' : 'middle'}
        >
          {labels[at]}
        </text>
      ))}
    </svg>
  )
}

/** Which line is which, in words beside the chart. */
export function CourseLegend() {
  return (
    <span className="course-legend">
      <i className="cu" aria-hidden="true" />
      {monthlyWords.panel.thisYear}
      <i className="pv" aria-hidden="true" />
      {monthlyWords.panel.lastYear}
    </span>
  )
}
