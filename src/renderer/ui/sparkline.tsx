/** A small course of numbers without axes; a gap stands where there is none. The last one has a dot. */
export function Sparkline(props: {
  readonly values: readonly (number | null)[]
  readonly width: number
  readonly height: number
  /** A hairline before this index: where a year ends. */
  readonly breakAt?: number
  /** Read aloud. */
  readonly label: string
}) {
  const { values, width, height } = props
  const known = values.filter((value) => value !== null)
  const top = Math.max(1, ...known)
  const low = Math.min(0, ...known)
  const step = width / Math.max(1, values.length - 1)
  const x = (at: number): number => Math.round(at * step * 10) / 10
  const y = (value: number): number =>
    Math.round((height - 3 - ((value - low) / Math.max(1, top - low)) * (height - 6)) * 10) / 10
  const last = values.findLastIndex((value) => value !== null)
  const end = values[last]
  return (
    <svg className="spark" role="img" aria-label={props.label} width={width} height={height}>
      {props.breakAt !== undefined && (
        <line className="yr" x1={x(props.breakAt - 0.5)} x2={x(props.breakAt - 0.5)} y1={1} y2={height - 1} />
      )}
      <path className="ln" d={coursePath(values, x, y)} />
      {end !== undefined && end !== null && <circle cx={x(last)} cy={y(end)} r={2} />}
    </svg>
  )
}

/** Lines between neighbours that both have a number; a number alone is a short stroke. */
export function coursePath(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, at) => {
      if (value === null) return ''
      const before = values[at - 1] ?? null
      const alone = before === null && (values[at + 1] ?? null) === null
      if (alone) return `M${x(at) - 1} ${y(value)}h2`
      return `${before === null ? 'M' : 'L'}${x(at)} ${y(value)}`
    })
    .join('')
}
