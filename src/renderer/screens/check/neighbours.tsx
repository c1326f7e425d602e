import type { Cell } from '../../../shared/cell/cell.ts'
import type { Finding } from '../../../shared/contract/schemas/ledger.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import { addMonths, lastDayOf } from '../../../shared/time/calendar.ts'
import type { Month } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatMonthOnly } from '../../../shared/time/format.ts'
import { checkScreenWords } from '../../../shared/words/check-screen.ts'
import { useRequest } from '../../api/queries.ts'

const words = checkScreenWords.panel
const width = 246
const height = 148
const base = 116
const top = 24

/** The month of a finding beside the three before it, and the same months of last year, as bars. */
export function Neighbours({ finding }: { readonly finding: Finding }) {
  const { month, statistic, party } = finding
  if (month === null || statistic === null || finding.isCut) return null
  return <Course month={month} statistic={statistic} party={party} />
}

function Course(props: { readonly month: Month; readonly statistic: string; readonly party: string | null }) {
  const { month } = props
  const months = [-3, -2, -1, 0].map((step) => addMonths(month, step))
  const years = useYears(props.statistic, props.party, months)
  const now = months.map((one) => years(one))
  const before = months.map((one) => years(addMonths(one, -12)))
  if ([...now, ...before].every((value) => value === null)) return null
  const most = Math.max(1, ...[...now, ...before].map((value) => value ?? 0))
  const tall = (value: number): number => Math.max(1, Math.round((value / most) * (base - top)))
  const step = width / months.length
  const label = words.chart(findStatistic(props.statistic)?.label ?? props.statistic)
  return (
    <section>
      <div className="nb-head">
        <h3>{words.around}</h3>
        <span className="sub">
          <i className="nb-key was" aria-hidden="true" /> {words.lastYear}
          <i className="nb-key" aria-hidden="true" /> {words.thisYear}
        </span>
      </div>
      <svg className="nb" role="img" aria-label={label} width={width} height={height}>
        {months.map((one, at) => {
          const x = at * step + step / 2
          const isHere = at === months.length - 1
          return (
            <g key={one}>
              <Bar x={x - 20} value={before[at] ?? null} tall={tall} look="was" />
              <Bar x={x} value={now[at] ?? null} tall={tall} look={isHere ? 'here' : 'now'} />
              <text x={x} y={base + 20} textAnchor="middle">
                {formatMonthOnly(one)}
              </text>
            </g>
          )
        })}
        <line x1={0} x2={width} y1={base} y2={base} />
      </svg>
      <table className="vh">
        <caption>{label}</caption>
        <tbody>
          {months.map((one, at) => (
            <tr key={one}>
              <th scope="row">{formatMonthOnly(one)}</th>
              <td>{`${words.lastYear} ${before[at] ?? words.noNumber}`}</td>
              <td>{`${words.thisYear} ${now[at] ?? words.noNumber}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Bar(props: {
  readonly x: number
  readonly value: number | null
  readonly tall: (value: number) => number
  readonly look: 'was' | 'now' | 'here'
}) {
  if (props.value === null) return null
  const y = base - props.tall(props.value)
  return (
    <>
      <rect className={props.look} x={props.x} y={y} width={19} height={base - y} />
      {props.look !== 'was' && (
        <text className={props.look} x={props.x + 10} y={y - 5} textAnchor="middle">
          {props.value}
        </text>
      )}
    </>
  )
}

/** The number of a month, from the statistics of the years that hold the months in sight. */
function useYears(
  statistic: string,
  party: string | null,
  months: readonly Month[],
): (month: Month) => number | null {
  const last = fiscalYearOf(months.at(-1) ?? '2024-04')
  const years = [last, last - 1, last - 2].map((fiscalYear) => {
    const period = fiscalYearPeriod(fiscalYear)
    return {
      statistic,
      frame: { fiscalYear, period, asOf: lastDayOf(period.to) },
      by: ['month'],
      where: [],
      party,
    }
  })
  const [first, second, third] = years
  if (first === undefined || second === undefined || third === undefined) throw new Error('three years')
  const answers = [
    useRequest('statistics.query', first),
    useRequest('statistics.query', second),
    // Only January to March look back over two ends of a year.
    useRequest('statistics.query', third, { enabled: months.some((month) => fiscalYearOf(month) < last) }),
  ]
  const values = new Map(
    answers.flatMap(
      ({ data }) => data?.rows.map(({ keys, cell }) => [keys[0], numberOf(cell)] as const) ?? [],
    ),
  )
  return (month) => values.get(month) ?? null
}

const numberOf = (cell: Cell): number | null =>
  cell.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : null
