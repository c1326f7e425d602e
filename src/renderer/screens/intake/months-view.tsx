import type { DryRun } from '../../../shared/contract/schemas/intake.ts'
import { formatFiscalYear, formatMonth } from '../../../shared/time/format.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { grouped } from '../../ui/format.ts'

const words = intakeScreenWords.trial
const outcomes = ['new', 'changed', 'same', 'late', 'gone'] as const

/** Where the book's records belong: party and month, with what becomes of them. */
export function MonthsView({ months }: { readonly months: DryRun['months'] }) {
  if (months.length === 0) return <p className="intake-none sub">{words.noMonths}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className="intake-scroll" tabIndex={0} aria-label={words.views.months}>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{words.monthColumns.party}</th>
            <th scope="col">{words.monthColumns.month}</th>
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col" className="r">
                {words.outcomes[outcome]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((row) => (
            <tr key={`${row.party} ${row.fiscalYear} ${row.month}`}>
              <td>{row.partyName}</td>
              <th scope="row" className="nw">
                {row.month === null ? formatFiscalYear(row.fiscalYear) : formatMonth(row.month)}
              </th>
              {outcomes.map((outcome) => (
                <td key={outcome} className="r">
                  {row[outcome] === 0 ? '' : grouped(row[outcome])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
