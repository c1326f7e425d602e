import type { RequestInput } from '../../../shared/contract/contract.ts'
import type { SettingChange } from '../../../shared/contract/schemas/code-settings.ts'
import { historyWords, wordsOf } from '../../../shared/words/history.ts'
import { settingsWords as words } from '../../../shared/words/settings.ts'
import { useRequest } from '../../api/queries.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { shortDayAndTime } from '../../ui/format.ts'

/** What a row was called, newest first, with who changed it. */
export function ChangeList(props: {
  readonly changes: readonly SettingChange[]
  /** A name as people say it, where the ledger keeps a code. */
  readonly label?: (name: string) => string
}) {
  const { changes } = props
  const said = (name: string | null) => (name === null ? null : (props.label?.(name) ?? name))
  return (
    <section>
      <h3>{words.changes}</h3>
      {changes.length === 0 && <p className="sub">{words.changesEmpty}</p>}
      <ol className="set-changes">
        {changes.map((change) => (
          <li key={change.sequence}>
            <span className="sub">
              {shortDayAndTime(change.at)}　{change.who}
            </span>
            <span>
              {change.before === change.after
                ? words.changeOther(said(change.after))
                : words.changeFrom(said(change.before), said(change.after))}
            </span>
            <span className="sub">{wordsOf(historyWords.actions, change.action)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The changes of one row, read when it is chosen. */
export function RowChanges(
  props: RequestInput<'settings.changes'> & { readonly label?: (name: string) => string },
) {
  const changes = useRequest('settings.changes', { table: props.table, id: props.id })
  if (changes.isError) return <ErrorNotice error={changes.error} />
  if (!changes.data) return null
  return <ChangeList changes={changes.data.changes} {...(props.label ? { label: props.label } : {})} />
}
