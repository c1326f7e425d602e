import type { ReactNode } from 'react'
import './history-list.css'

export interface HistoryListChange {
  readonly field: string
  /** Absent where the list is about one field. */
  readonly label?: string
  /** In words; null: nothing stood or stands there. */
  readonly before: string | null
  readonly after: string | null
}

export interface HistoryListEntry {
  readonly id: string
  readonly changes: readonly HistoryListChange[]
  /** 「2/6 10:12」. */
  readonly at: string
  readonly who: string
  /** What was done, where the change itself does not say it: 「取込」. */
  readonly operation?: string
  readonly reason: string
  /** Actions under the entry: 「51 に戻す」. */
  readonly actions?: ReactNode
}

/** Dots on a line, newest first: before → after, when and who, why. */
export function HistoryList(props: {
  readonly label: string
  readonly entries: readonly HistoryListEntry[]
  /** What stands where nothing stood: 「（なし）」. */
  readonly none: string
  /** How the arrow is read aloud: 「から」. */
  readonly to: string
  /** The first entry is the newest of all (a page further down begins hollow). */
  readonly startsNewest?: boolean
}) {
  const startsNewest = props.startsNewest ?? true
  return (
    <ol className="hist" aria-label={props.label}>
      {props.entries.map((entry, at) => (
        <li key={entry.id} className={at === 0 && startsNewest ? 'newest' : undefined}>
          {entry.changes.map((change) => (
            <div className="ch" key={change.field}>
              {change.label && <span className="lab">{change.label}</span>}
              <Change change={change} none={props.none} to={props.to} isNewest={at === 0 && startsNewest} />
            </div>
          ))}
          <div className="w">
            {entry.at}　{entry.operation ? `${entry.operation}（${entry.who}）` : entry.who}
          </div>
          {entry.reason !== '' && <div className="why">{entry.reason}</div>}
          {entry.actions && <div className="acts">{entry.actions}</div>}
        </li>
      ))}
    </ol>
  )
}

function Change(props: {
  readonly change: HistoryListChange
  readonly none: string
  readonly to: string
  readonly isNewest: boolean
}) {
  const { before, after } = props.change
  const is = after ?? props.none
  return (
    <>
      <span className="was">{before ?? props.none}</span>
      <span className="arrow">
        <span aria-hidden="true">→</span>
        <span className="vh">{props.to}</span>
      </span>
      {props.isNewest ? <b>{is}</b> : <span>{is}</span>}
    </>
  )
}
