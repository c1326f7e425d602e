import { Link2, LoaderCircle, OctagonX, Search, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { HistoryAction } from '../../../shared/contract/schemas/history.ts'
import { checkScreenWords } from '../../../shared/words/check-screen.ts'
import { undoListWords } from '../../../shared/words/history-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { useUndo } from '../../api/use-undo.tsx'
import { shortWhenWords, whenWords } from '../../history/when.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { clockTime, grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Empty, Loading } from '../../ui/patterns.tsx'
import { Select } from '../../ui/select.tsx'
import { State, Tag } from '../../ui/tag.tsx'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import { changeWords } from './change-words.ts'
import { type HistoryPeriod, noFilter, useHistory } from './use-history.ts'
import { useVerify } from './use-verify.ts'

const words = checkScreenWords.history
const any = 'any'
const periods = ['all', 'today', 'week', 'month', 'year'] as const satisfies readonly HistoryPeriod[]

/** 変更履歴: every action, newest first, searched and filtered; the state of the chain in its heading. */
export function HistoryPart(props: {
  readonly chosen: string | null
  readonly onChoose: (actionId: string) => void
}) {
  const { ledger, frame } = useSession()
  const history = useHistory(frame.frame.fiscalYear)
  const { undo, running } = useUndo()
  const [column, setColumn] = useState('subject')
  const { actions, filter, setFilter } = history
  const index = actions.findIndex(({ actionId }) => actionId === props.chosen)
  const columns: readonly TableColumn<HistoryAction>[] = [
    {
      id: 'at',
      label: words.columns.at,
      width: '148px',
      cell: ({ at }) => <span title={whenWords(at, new Date())}>{shortWhenWords(at, new Date())}</span>,
    },
    { id: 'who', label: words.columns.who, width: '84px', cell: ({ who }) => who },
    {
      id: 'operation',
      label: words.columns.operation,
      width: '96px',
      cell: ({ operation }) => operation,
    },
    {
      id: 'subject',
      label: words.columns.subject,
      width: 'minmax(160px, 1.2fr)',
      cell: ({ subject, name }) => <span title={name}>{subject === '' ? name : subject}</span>,
    },
    {
      id: 'change',
      label: words.columns.change,
      width: 'minmax(160px, 1.2fr)',
      cell: (action) => {
        const text = changeWords(action)
        return (
          <span title={text}>
            {action.state === 'undone' && <Tag>{words.undone}</Tag>} {text}
          </span>
        )
      },
    },
    {
      id: 'reason',
      label: words.columns.reason,
      width: 'minmax(60px, 0.6fr)',
      cell: ({ reason }) => (
        <span className="sub" title={reason}>
          {reason}
        </span>
      ),
    },
    {
      id: 'undo',
      label: words.columns.undo,
      hideLabel: true,
      width: '40px',
      align: 'center',
      cell: (action) =>
        action.state === 'done' && action.possible && ledger.readOnly === null ? (
          <button
            type="button"
            tabIndex={-1}
            className="undo-arrow"
            disabled={running}
            title={undoListWords.undo(action.name)}
            aria-label={undoListWords.undo(action.name)}
            onClick={(event) => {
              event.stopPropagation()
              undo(action)
            }}
          >
            <Icon of={Undo2} />
          </button>
        ) : null,
    },
  ]
  return (
    <>
      <div className="sec-h check-history-head">
        <h2>{words.heading}</h2>
        <Chain />
      </div>
      <Filters history={history} />
      {history.error !== null && <ErrorNotice error={history.error} />}
      {history.isPending && <Loading>{common.loading}</Loading>}
      {!history.isPending && history.error === null && actions.length === 0 && (
        <Empty
          title={words.none}
          actions={history.isFiltered && <Button onPress={() => setFilter(noFilter)}>{words.clear}</Button>}
        />
      )}
      {actions.length > 0 && (
        <div className="check-history">
          <VirtualTable<HistoryAction>
            label={words.list}
            columns={columns}
            total={actions.length}
            row={(at) => actions[at] ?? null}
            onWindow={history.onWindow}
            rowHeight={30}
            place={index < 0 ? null : { index, column }}
            onPlace={(place) => {
              setColumn(place.column)
              const action = actions[place.index]
              if (action) props.onChoose(action.actionId)
            }}
          />
        </div>
      )}
      <span className="vh" role="status">
        {filter.text !== '' && !history.isPending ? grouped(actions.length) : ''}
      </span>
    </>
  )
}

function Filters({ history }: { readonly history: ReturnType<typeof useHistory> }) {
  const facets = useRequest('history.facets', {})
  const { filter, setFilter } = history
  const chosen = (value: string): string | null => (value === any ? null : value)
  return (
    <div className="check-bar">
      <label className="check-search">
        <Icon of={Search} />
        <span className="vh">{words.searchLabel}</span>
        <input
          className="in plain"
          type="text"
          value={filter.text}
          placeholder={words.search}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setFilter({ text: event.target.value })}
        />
      </label>
      <Select
        look="bar"
        label={words.who}
        value={filter.who ?? any}
        onChange={(value) => setFilter({ who: chosen(value) })}
        choices={[
          { value: any, label: words.everyone },
          ...(facets.data?.who ?? []).map((who) => ({ value: who, label: who })),
        ]}
      />
      <Select
        look="bar"
        label={words.kind}
        value={filter.kind ?? any}
        onChange={(value) => setFilter({ kind: chosen(value) })}
        choices={[
          { value: any, label: words.anyKind },
          ...(facets.data?.kinds ?? []).map(({ kind, words: label }) => ({ value: kind, label })),
        ]}
      />
      <Select
        look="bar"
        label={words.table}
        value={filter.table ?? any}
        onChange={(value) => setFilter({ table: chosen(value) })}
        choices={[
          { value: any, label: words.anyTable },
          ...(facets.data?.tables ?? []).map(({ table, words: label }) => ({ value: table, label })),
        ]}
      />
      <Select
        look="bar"
        label={words.period}
        value={filter.period}
        onChange={(period) => setFilter({ period })}
        choices={periods.map((value) => ({ value, label: words.periods[value] }))}
      />
    </div>
  )
}

/** 「つながりは正常 12,481件を検査（今日 12:00）」. */
function Chain() {
  const { state, again, stop } = useVerify()
  switch (state.kind) {
    case 'none':
    case 'running':
      return (
        <span className="check-chain" role="status">
          <State icon={LoaderCircle} tone="quiet">
            {words.verifying}
          </State>
          <Button look="text" onPress={stop}>
            {common.abort}
          </Button>
        </span>
      )
    case 'stopped':
      return (
        <span className="check-chain">
          <span className="sub">{words.verifyStopped}</span>
          <Button look="text" onPress={again}>
            {words.verify}
          </Button>
        </span>
      )
    case 'failed':
      return <ErrorNotice error={state.error} actions={<Button onPress={again}>{words.verify}</Button>} />
    case 'done':
      return (
        <span className="check-chain">
          {state.problems === 0 ? (
            <State icon={Link2}>
              {words.whole(grouped(state.entries), checkScreenWords.today(clockTime(state.at)).trim())}
            </State>
          ) : (
            <State icon={OctagonX} tone="stop">
              {words.broken(state.problems)}
            </State>
          )}
          <Button look="text" onPress={again}>
            {words.verifyAgain}
          </Button>
        </span>
      )
  }
}
