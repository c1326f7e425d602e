import { CircleDashed } from 'lucide-react'
import type { BackupEntry } from '../../../shared/contract/schemas/ledger.ts'
import { common } from '../../../shared/words/screens.ts'
import { failures } from '../../../shared/words/start-screen.ts'
import { grouped, shortDayAndTime } from '../../ui/format.ts'
import { Loading } from '../../ui/patterns.tsx'
import { State } from '../../ui/tag.tsx'

/** Backups, newest first, compared by the number of changes that each one holds. */
export function BackupTable(props: {
  readonly list: readonly BackupEntry[]
  readonly pending: boolean
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
}) {
  if (props.pending) return <Loading>{failures.lookingForBackups}</Loading>
  if (props.list.length === 0) return <p className="more sub">{failures.noBackups}</p>
  const most = Math.max(...props.list.map((backup) => backup.historyCount))
  const verified = props.list.filter((backup) => backup.verified).length
  return (
    <div className="more">
      <div className="more-head">
        <h3>{failures.backups}</h3>
        <span className="sub">{failures.backupCount(props.list.length, verified)}</span>
      </div>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{failures.takenAt}</th>
            <th scope="col">{failures.reason}</th>
            <th scope="col">{failures.checked}</th>
            <th scope="col" className="r">
              {failures.historyCount}
            </th>
            <th scope="col">{failures.difference}</th>
          </tr>
        </thead>
        <tbody>
          {props.list.map((backup) => {
            const time = shortDayAndTime(backup.takenAt)
            const chosen = backup.path === props.chosen
            return (
              <tr key={backup.path} className={chosen ? 'on' : undefined}>
                <td>
                  <label className="pick">
                    <input
                      type="radio"
                      name="backup"
                      checked={chosen}
                      aria-label={failures.pick(time)}
                      onChange={() => props.onChoose(backup.path)}
                    />
                    {time}
                  </label>
                </td>
                <td>{failures.reasons[backup.reason]}</td>
                <td>
                  {backup.verified ? (
                    <State>{failures.good}</State>
                  ) : (
                    <State icon={CircleDashed} tone="quiet">
                      {failures.unverified}
                    </State>
                  )}
                </td>
                <td className="r">{grouped(backup.historyCount)}</td>
                <td>
                  {backup.historyCount === most
                    ? common.none
                    : failures.fewer(grouped(most - backup.historyCount))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
