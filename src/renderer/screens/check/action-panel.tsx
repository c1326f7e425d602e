import { Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { HistoryAction, HistoryItem } from '../../../shared/contract/schemas/history.ts'
import { checkScreenWords } from '../../../shared/words/check-screen.ts'
import { rowHistoryWords } from '../../../shared/words/history-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { useUndo } from '../../api/use-undo.tsx'
import { rowLink } from '../../history/row-link.ts'
import { whenWords } from '../../history/when.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'

const words = checkScreenWords.history
const pageSize = 20

/** One action of the history: who, when, why, and every record that it changed, field by field. */
export function ActionPanel(props: { readonly actionId: string; readonly onClose: () => void }) {
  const [limit, setLimit] = useState(pageSize)
  const read = useRequest('history.action', { actionId: props.actionId, after: null, limit })
  return (
    <SidePanel
      title={read.data?.action.operation ?? words.panelTitle}
      onClose={props.onClose}
      closeWords={checkScreenWords.panel.close}
    >
      {read.isPending && <Loading>{common.loading}</Loading>}
      {read.isError && <ErrorNotice error={read.error} />}
      {read.data && (
        <>
          <About action={read.data.action} />
          <section>
            <h3>{words.rows}</h3>
            {read.data.items.map((item) => (
              <Item key={item.sequence} item={item} />
            ))}
            {read.data.next !== null && limit < 100 && (
              <Button look="text" onPress={() => setLimit(Math.min(100, limit + 40))}>
                {words.more}
              </Button>
            )}
          </section>
        </>
      )}
    </SidePanel>
  )
}

function About({ action }: { readonly action: HistoryAction }) {
  const { ledger } = useSession()
  const { undo, redo, running } = useUndo()
  const canAct = action.state === 'done' || action.state === 'undone'
  return (
    <section>
      <dl className="kv">
        <dt>{words.what}</dt>
        <dd>{action.name}</dd>
        <dt>{words.when}</dt>
        <dd>{whenWords(action.at, new Date())}</dd>
        <dt>{words.whoOf}</dt>
        <dd>{action.who}</dd>
        {action.reason !== '' && (
          <>
            <dt>{words.why}</dt>
            <dd>{action.reason}</dd>
          </>
        )}
        <dt>{words.state}</dt>
        <dd>{words.states[action.state]}</dd>
      </dl>
      {canAct && ledger.readOnly !== null && <p className="sub">{words.readOnly}</p>}
      {canAct && ledger.readOnly === null && (
        <>
          {!action.possible && <p className="sub">{words.notPossible}</p>}
          <div className="acts">
            {action.state === 'done' ? (
              <Button icon={Undo2} isDisabled={running} onPress={() => undo(action)}>
                {action.possible ? words.undo : words.whyNot}
              </Button>
            ) : (
              <Button icon={Redo2} isDisabled={running || !action.possible} onPress={() => redo(action)}>
                {words.redo}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function Item({ item }: { readonly item: HistoryItem }) {
  const navigate = useNavigate()
  const link = rowLink(item.table, item.rowId)
  if (item.change === 'none') return null
  return (
    <div className="act-row">
      <div className="act-row-head">
        <b>{item.subject}</b>
        {link !== null && (
          <Button look="text" onPress={() => void navigate(link)}>
            {words.open}
          </Button>
        )}
      </div>
      {item.disposed && <p className="sub">{rowHistoryWords.disposed}</p>}
      <dl className="act-fields">
        {item.changes.map((change) => (
          <div key={change.field}>
            <dt>{change.label}</dt>
            <dd>
              {item.change === 'insert' ? null : (
                <>
                  {change.before ?? rowHistoryWords.none}
                  <span aria-hidden="true"> → </span>
                  <span className="vh">{rowHistoryWords.to}</span>
                </>
              )}
              {item.change !== 'delete' && <b>{change.after ?? rowHistoryWords.none}</b>}
              {item.change === 'delete' && rowHistoryWords.deleted}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
