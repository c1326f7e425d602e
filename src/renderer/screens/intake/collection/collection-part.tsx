import { CircleCheck, CircleDashed, ClockAlert, Contrast, FilePlus2, Minus } from 'lucide-react'
import { useState } from 'react'
import type { CollectionIssueView } from '../../../../shared/contract/schemas/collection.ts'
import { formatDay, formatMonthOnly } from '../../../../shared/time/format.ts'
import { formWords } from '../../../../shared/words/checks.ts'
import { collectionScreenWords as words } from '../../../../shared/words/collection-screen.ts'
import { common } from '../../../../shared/words/screens.ts'
import { useRequest } from '../../../api/queries.ts'
import { useSession } from '../../../api/session.tsx'
import { Button } from '../../../ui/button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { Empty, Loading } from '../../../ui/patterns.tsx'
import { State } from '../../../ui/tag.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import './collection.css'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** The books that were handed out in the window's fiscal year, and the way to make one. */
export function CollectionPart() {
  const { ledger, window: frame } = useSession()
  const { fiscalYear } = frame
  const list = useRequest('collection.list', { fiscalYear })
  const [isMaking, setMaking] = useState(false)
  const [leaving, setLeaving] = useState<CollectionIssueView | null>(null)
  const isReadOnly = ledger.readOnly !== null
  const issues = list.data?.issues ?? []
  return (
    <section className="collection">
      <div className="sec-h">
        <h2>{words.title}</h2>
        <span className="collection-actions">
          {isReadOnly && <span className="sub">{words.readOnly}</span>}
          <Button icon={FilePlus2} isDisabled={isReadOnly} onPress={() => setMaking(true)}>
            {words.make}
          </Button>
        </span>
      </div>
      <p className="sub">{words.lead}</p>
      {list.isPending && <Loading>{common.loading}</Loading>}
      {list.isError && <ErrorNotice error={list.error} />}
      {list.data !== undefined && issues.length === 0 && <Empty title={words.none}>{words.noneHint}</Empty>}
      {issues.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        <section className="intake-scroll" tabIndex={0} aria-label={words.title}>
          <table className="t">
            <thead>
              <tr>
                <th scope="col">{words.columns.party}</th>
                <th scope="col">{words.columns.form}</th>
                <th scope="col">{words.columns.months}</th>
                <th scope="col">{words.columns.due}</th>
                <th scope="col">{words.columns.state}</th>
                <th scope="col">{words.columns.file}</th>
                <th scope="col">{words.columns.action}</th>
              </tr>
            </thead>
            <tbody>
              {issues.map((issue) => (
                <Line
                  key={issue.id}
                  issue={issue}
                  onWithdraw={isReadOnly || issue.state === 'withdrawn' ? null : () => setLeaving(issue)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {isMaking && <IssueDialog fiscalYear={fiscalYear} onClose={() => setMaking(false)} />}
      {leaving !== null && <WithdrawDialog issue={leaving} onClose={() => setLeaving(null)} />}
    </section>
  )
}

const spanOf = ({ from, to }: CollectionIssueView): string =>
  words.span(formatMonthOnly(from), formatMonthOnly(to))

function Line(props: { readonly issue: CollectionIssueView; readonly onWithdraw: (() => void) | null }) {
  const { issue, onWithdraw } = props
  return (
    <tr>
      <th scope="row">{issue.partyName}</th>
      <td className="nw">{formWords[issue.form]}</td>
      <td className="nw">{spanOf(issue)}</td>
      <td className="nw">{formatDay(issue.dueOn)}</td>
      <td className="nw">
        <StateWord issue={issue} />
      </td>
      <td className="intake-file">{issue.fileName}</td>
      <td className="nw">
        {onWithdraw !== null && (
          <Button
            look="text"
            aria-label={words.withdrawOf(issue.partyName, spanOf(issue))}
            onPress={onWithdraw}
          >
            {words.withdraw}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** The state as mark and word, with how many of its months are in. */
function StateWord({ issue: { state, months } }: { readonly issue: CollectionIssueView }) {
  const done = months.filter((month) => month.state !== 'missing' && month.state !== 'sentBack').length
  switch (state) {
    case 'waiting':
      return (
        <State icon={CircleDashed} tone="quiet">
          {words.states.waiting}
        </State>
      )
    case 'partly':
      return (
        <State icon={Contrast} tone="active">
          {words.states.partly(done, months.length)}
        </State>
      )
    case 'received':
      return <State icon={CircleCheck}>{words.states.received}</State>
    case 'overdue':
      return (
        <State icon={ClockAlert} tone="stop">
          {words.states.overdue(done, months.length)}
        </State>
      )
    case 'withdrawn':
      return (
        <State icon={Minus} tone="quiet">
          {words.states.withdrawn}
        </State>
      )
  }
}
