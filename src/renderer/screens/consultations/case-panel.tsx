import { useState } from 'react'
import type { RequestInput, RequestName } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { CaseDetail } from '../../../shared/contract/schemas/consultations.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { consultationWords } from '../../../shared/words/consultations.ts'
import { useClient } from '../../api/client-context.tsx'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped } from '../../ui/format.ts'
import { MenuButton } from '../../ui/menu.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { CaseDialog, type CaseDialogKind } from './case-dialogs.tsx'
import type { Codes } from './codes.ts'
import { listDay } from './register-table.tsx'
import type { View } from './use-view.ts'

const words = consultationWords.panel

/** A case: its state, episodes, codes and household, what was said before, and what can be done with it. */
export function CasePanel(props: {
  readonly id: string
  readonly codes: Codes
  readonly view: View
  readonly isReadOnly: boolean
  /** Null while the panel follows the form. */
  readonly onClose: (() => void) | null
  readonly closeWords: string
}) {
  const { codes, view } = props
  const read = useRequest('cases.read', { id: props.id })
  const own = read.data
  const title = own === undefined ? words.loading : words.case(own.code)
  const body = read.isError ? (
    <section>
      <ErrorNotice error={read.error} />
    </section>
  ) : own === undefined ? (
    <section>
      <Loading>{words.loading}</Loading>
    </section>
  ) : (
    <CaseBody own={own} codes={codes} view={view} isReadOnly={props.isReadOnly} />
  )
  if (props.onClose === null) {
    return (
      <aside className="panel follows" aria-label={title}>
        <div className="ph">
          <h2>{title}</h2>
        </div>
        {body}
      </aside>
    )
  }
  return (
    <SidePanel title={title} onClose={props.onClose} closeWords={props.closeWords}>
      {body}
    </SidePanel>
  )
}

function CaseBody(props: {
  readonly own: CaseDetail
  readonly codes: Codes
  readonly view: View
  readonly isReadOnly: boolean
}) {
  const { own, codes, view } = props
  const [dialog, setDialog] = useState<CaseDialogKind | null>(null)
  const { run, error } = useCaseWrite()
  return (
    <>
      <section>
        <dl className="kv">
          <dt>{words.record}</dt>
          <dd>{grouped(own.contacts)}件</dd>
        </dl>
        <p>
          <b>{words.state[own.state]}</b>
          {own.beforeLedger && <span className="sub">　{words.beforeLedger}</span>}
        </p>
        <div className="case-acts">
          <Button onPress={() => view.change({ case: own.id, month: 'all' })}>{words.seeAll}</Button>
          {!props.isReadOnly && (
            <MenuButton label={words.actions} entries={entriesOf(own)} onAction={(action) => act(action)} />
          )}
        </div>
        {error && <ErrorNotice error={error} />}
      </section>
      <section>
        <h3>{words.episodes}</h3>
        <ul>
          {own.episodes.map((episode) => (
            <li key={episode.id} className="episode">
              <span>
                {words.episode(
                  formatDay(episode.openedOn),
                  episode.closedOn === null ? words.running : formatDay(episode.closedOn),
                )}
                {episode.closingReason !== null && (
                  <span className="sub">　{codes.label('closingReason', episode.closingReason)}</span>
                )}
              </span>
              {!props.isReadOnly && (
                <Button look="text" onPress={() => setDialog({ kind: 'episode', episode })}>
                  {words.editEpisode}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {own.members.length > 1 && (
        <section>
          <h3>{words.members}</h3>
          <p>{own.members.map((member) => member.code).join('、')}</p>
        </section>
      )}
      {own.household.length > 0 && (
        <section>
          <h3>{words.household}</h3>
          <p>
            {own.household.map((other) => (
              <button
                type="button"
                className="link"
                key={other.id}
                onClick={() => view.change({ who: other.id, history: null })}
              >
                {other.code}
              </button>
            ))}
          </p>
        </section>
      )}
      <section>
        <h3>{words.earlier}</h3>
        {own.earlier.length === 0 && <p className="sub">{words.noEarlier}</p>}
        {own.contacts > own.earlier.length && (
          <p className="sub">{words.earlierMore(own.earlier.length, grouped(own.contacts))}</p>
        )}
        <ol className="earlier">
          {own.earlier.map((contact) => (
            <li key={contact.id}>
              <button type="button" className="link" onClick={() => view.change({ id: contact.id })}>
                {listDay(contact.day, true)}
              </button>
              <span>
                {codes.label('method', contact.method)}　{codes.label('caller', contact.caller)}
              </span>
              <span className="sub">{codes.label('topic', contact.mainTopic)}</span>
              {contact.destinations.length > 0 && (
                <span className="sub">
                  → {contact.destinations.map((one) => codes.label('destination', one)).join('、')}
                </span>
              )}
              {contact.note !== '' && <span className="note">{contact.note}</span>}
            </li>
          ))}
        </ol>
      </section>
      {dialog && <CaseDialog own={own} dialog={dialog} codes={codes} onClose={() => setDialog(null)} />}
    </>
  )

  function act(action: string): void {
    const about = { id: own.id, revision: own.revision }
    if (action === 'unlink') void run('cases.linkHousehold', { ...about, withId: null })
    else if (action === 'before')
      void run('cases.setBeforeLedger', { ...about, beforeLedger: !own.beforeLedger })
    else if (action === 'close' || action === 'reopen' || action === 'merge' || action === 'link') {
      setDialog({ kind: action })
    }
  }
}

function entriesOf(own: CaseDetail) {
  const isMerged = own.root.id !== own.id
  return [
    own.state === 'open' ? { id: 'close', label: words.closeCase } : { id: 'reopen', label: words.reopen },
    ...(isMerged ? [] : [{ id: 'merge', label: words.merge }]),
    { id: 'link', label: words.link },
    ...(own.household.length > 0 ? [{ id: 'unlink', label: words.unlink }] : []),
    { id: 'before', label: own.beforeLedger ? words.unmarkBefore : words.markBefore },
  ]
}

type CaseWrite = Extract<RequestName, `cases.${string}`>

/** One action on a case; what it changes is read again by itself. */
export function useCaseWrite() {
  const client = useClient()
  const [error, setError] = useState<AppError | null>(null)
  const [running, setRunning] = useState(false)
  const run = async <Name extends CaseWrite>(
    name: Name,
    input: Omit<RequestInput<Name>, 'actionId'>,
  ): Promise<boolean> => {
    setRunning(true)
    setError(null)
    const answer = await client.call(name, { ...input, actionId: crypto.randomUUID() } as RequestInput<Name>)
    setRunning(false)
    if (!answer.ok) setError(answer.error)
    return answer.ok
  }
  return { run, error, running }
}
