import { useSyncExternalStore } from 'react'
import type { ConsultationListRow } from '../../../shared/contract/schemas/consultations.ts'
import { warningWords, consultationWords as words } from '../../../shared/words/consultations.ts'
import { useRequest } from '../../api/queries.ts'
import { RowHistory } from '../../history/row-history.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { CaseList } from './case-list.tsx'
import { CasePanel } from './case-panel.tsx'
import type { Codes } from './codes.ts'
import { Doubt } from './entry-fields.tsx'
import type { EntrySession } from './new-entry.tsx'
import { listDay } from './register-table.tsx'
import type { View } from './use-view.ts'

/** At the right: the history of the framed cell, a case, or the case that is being typed about. */
export function Panel(props: {
  readonly view: View
  readonly codes: Codes
  readonly row: ConsultationListRow | null
  /** The form of a new record; null while an existing one is in the form. */
  readonly session: EntrySession | null
  readonly isReadOnly: boolean
  readonly onClose: () => void
}) {
  const { view, codes, row } = props
  const typed = useTypedCase(props.session)
  const close = { onClose: props.onClose, closeWords: words.panel.close }
  if (view.caseId === 'list') {
    return (
      <SidePanel title={words.panel.listTitle} {...close}>
        <CaseList
          isReadOnly={props.isReadOnly}
          onChoose={(id) => view.change({ who: id })}
          onShow={(id) => view.change({ case: id, month: 'all' })}
        />
      </SidePanel>
    )
  }
  if (view.caseId !== null)
    return <CasePanel id={view.caseId} codes={codes} view={view} isReadOnly={props.isReadOnly} {...close} />
  if (view.panel === 'history' && row !== null)
    return <HistoryPanel {...close} view={view} row={row} isReadOnly={props.isReadOnly} />
  if (typed !== null)
    return (
      <CasePanel
        id={typed}
        codes={codes}
        view={view}
        isReadOnly={props.isReadOnly}
        {...close}
        onClose={null}
      />
    )
  return null
}

const nothing = () => () => {}

/** The known case of the number in the form. */
function useTypedCase(session: EntrySession | null): string | null {
  return useSyncExternalStore(
    session?.facts.subscribe ?? nothing,
    () => session?.facts.read().found?.id ?? null,
  )
}

function HistoryPanel(props: {
  readonly view: View
  readonly row: ConsultationListRow
  readonly isReadOnly: boolean
  readonly onClose: () => void
  readonly closeWords: string
}) {
  const { row, view } = props
  const record = useRequest('consultations.read', { id: row.id })
  const isLocked = record.data !== undefined && record.data.locked !== null
  return (
    <SidePanel title={words.panel.history} onClose={props.onClose} closeWords={props.closeWords}>
      <section>
        <dl className="kv">
          <dt>{words.panel.record}</dt>
          <dd>
            {words.form.number(row.number)}　{listDay(row.day, true)}
          </dd>
          {row.caseCode !== null && (
            <>
              <dt>{words.columns.case}</dt>
              <dd>
                <button
                  type="button"
                  className="link"
                  onClick={() => view.change({ who: row.caseId, history: null })}
                >
                  {row.caseCode}
                </button>
              </dd>
            </>
          )}
        </dl>
        {row.warnings.map((warning) => (
          <p key={warning.code}>
            <Doubt>{warningWords(warning)}</Doubt>
          </p>
        ))}
      </section>
      <RowHistory
        table="consultation"
        id={row.id}
        field={view.field}
        canPutBack={!props.isReadOnly && !isLocked}
      />
    </SidePanel>
  )
}
