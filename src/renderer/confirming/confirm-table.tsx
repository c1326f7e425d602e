import type { ConfirmRow } from '../../shared/contract/schemas/confirming.ts'
import { formatMonthDay, formatMonthOnly } from '../../shared/time/format.ts'
import { formWords } from '../../shared/words/checks.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { homeWords } from '../../shared/words/home.ts'
import { common } from '../../shared/words/screens.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/choice.tsx'
import { grouped } from '../ui/format.ts'
import { StatusMark } from '../ui/status-board.tsx'
import { Severity } from '../ui/tag.tsx'
import { StandingMark } from './standing-mark.tsx'
import { canBeConfirmed, placeId } from './use-confirm.ts'

const words = confirmWords.dialog

/** One row a party and form: whether it is chosen, where it stands, what 点検 says. */
export function ConfirmTable(props: {
  readonly rows: readonly ConfirmRow[]
  readonly chosen: ReadonlySet<string>
  readonly canWrite: boolean
  readonly onChoose: (id: string, chosen: boolean) => void
  readonly onReopen: (row: ConfirmRow) => void
}) {
  const heads = words.columns
  return (
    <div className="confirm-rows">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{words.period}</span>
            </th>
            <th scope="col">{heads.party}</th>
            <th scope="col">{heads.form}</th>
            <th scope="col">{heads.state}</th>
            <th scope="col" className="r">
              {heads.figure}
            </th>
            <th scope="col">{heads.findings}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const id = placeId(row)
            const able = canBeConfirmed(row) && props.canWrite
            return (
              <tr key={id} className={able || row.state === 'confirmed' ? undefined : 'stopped'}>
                <td>
                  {row.state !== 'confirmed' && (
                    <CheckBox
                      isSelected={props.chosen.has(id)}
                      isDisabled={!able}
                      onChange={(chosen) => props.onChoose(id, chosen)}
                    >
                      <span className="vh">{words.choose(row.name, formWords[row.form])}</span>
                    </CheckBox>
                  )}
                </td>
                <td className="ell" title={row.name}>
                  {row.name}
                </td>
                <td>{formWords[row.form]}</td>
                <td>
                  <RowState row={row} />
                </td>
                <td className="r">{row.figure ?? common.none}</td>
                <td>
                  {row.state === 'confirmed' && props.canWrite ? (
                    <Button onPress={() => props.onReopen(row)}>{confirmWords.reopen.action}</Button>
                  ) : (
                    <RowFindings row={row} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function RowState({ row }: { readonly row: ConfirmRow }) {
  if (row.state === 'confirmed') {
    return (
      <>
        <StandingMark state="confirmed" />
        {row.confirmedOn !== null && (
          <span className="sub"> {formatMonthDay(row.confirmedOn, { digits: 'halfWidth' })}</span>
        )}
      </>
    )
  }
  if (row.report === null || row.report === 'checked') return <StandingMark state={row.state} />
  return <StatusMark look={row.report}>{homeWords.board.states[row.report]}</StatusMark>
}

function RowFindings({ row }: { readonly row: ConfirmRow }) {
  if (row.errors > 0) return <Severity level="stop">{words.errors(grouped(row.errors))}</Severity>
  if (row.openMonths.length > 0) {
    const months = row.openMonths.map((month) => formatMonthOnly(month, 'halfWidth'))
    return (
      <span>
        {words.openMonths(months.length > 3 ? words.months(grouped(months.length)) : months.join('、'))}
      </span>
    )
  }
  if (row.warnings > 0) return <Severity level="warn">{words.warnings(grouped(row.warnings))}</Severity>
  if (row.acknowledged > 0) return <span>{words.acknowledged(grouped(row.acknowledged))}</span>
  if (row.obstacle !== null) return <span className="sub">{confirmWords.obstacles[row.obstacle]}</span>
  return <span className="sub">{words.none}</span>
}
