import { useState } from 'react'
import { writeCell } from '../../../shared/cell/write.ts'
import type { IntakeSum } from '../../../shared/contract/schemas/intake.ts'
import { formatFiscalYear, formatMonthOnly } from '../../../shared/time/format.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { useRequest } from '../../api/queries.ts'
import { CheckBox } from '../../ui/choice.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'

const words = intakeScreenWords.trial

/** The statistics concerned, as they are and as they would be. */
export function SumsView(props: { readonly session: string; readonly withdrawGone: boolean }) {
  const sums = useRequest('intake.sums', props)
  const [onlyChanged, setOnlyChanged] = useState(true)
  if (sums.isPending) return <Loading>{words.sumsRunning}</Loading>
  if (sums.isError) return <ErrorNotice error={sums.error} />
  const rows = sums.data.sums.filter((sum) => !onlyChanged || shown(sum.before) !== shown(sum.after))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className="intake-scroll" tabIndex={0} aria-label={words.sums}>
      <CheckBox isSelected={onlyChanged} onChange={setOnlyChanged}>
        {words.onlyChanged}
      </CheckBox>
      {rows.length === 0 && <p className="intake-none sub">{words.noSums}</p>}
      {rows.length > 0 && (
        <table className="t intake-sums">
          <thead>
            <tr>
              <th scope="col">{words.sumColumns.statistic}</th>
              <th scope="col">{words.sumColumns.party}</th>
              <th scope="col">{words.sumColumns.when}</th>
              <th scope="col" className="r">
                {words.sumColumns.before}
              </th>
              <th scope="col" className="r">
                {words.sumColumns.after}
              </th>
              <th scope="col" className="r">
                {words.sumColumns.diff}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((sum) => (
              <tr key={`${sum.statistic} ${sum.party} ${sum.fiscalYear} ${sum.month}`}>
                <th scope="row">{sum.label}</th>
                <td>{sum.partyName}</td>
                <td className={sum.month === null ? 'b' : undefined}>
                  {sum.month === null ? formatFiscalYear(sum.fiscalYear) : formatMonthOnly(sum.month)}
                </td>
                <td className="r">{withUnit(sum, sum.before)}</td>
                <td className="r">
                  <b>{withUnit(sum, sum.after)}</b>
                </td>
                <td className="r">{difference(sum)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const shown = (cell: IntakeSum['before']): string => writeCell(cell, 'city', { minus: '-' }).text

const withUnit = ({ unit }: IntakeSum, cell: IntakeSum['before']): string =>
  cell.state === 'value' ? `${shown(cell)}${unit}` : shown(cell)

/** 「＋3」; only between whole numbers. */
function difference({ before, after }: IntakeSum): string {
  const [from, to] = [wholeOf(before), wholeOf(after)]
  if (from === null || to === null || from === to) return ''
  return to > from ? `＋${to - from}` : `－${from - to}`
}

const wholeOf = (cell: IntakeSum['before']): number | null =>
  cell.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : null
