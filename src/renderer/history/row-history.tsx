import { useState } from 'react'
import type { FieldChangeWords, HistoryItem } from '../../shared/contract/schemas/history.ts'
import { rowHistoryWords as words } from '../../shared/words/history-screen.ts'
import { useRequest } from '../api/queries.ts'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { HistoryList, type HistoryListEntry } from '../ui/history-list.tsx'
import { Loading } from '../ui/patterns.tsx'
import { usePutBack } from './use-put-back.ts'
import { whenWords } from './when.ts'

const pageSize = 20
/** Fields shown of an entry that changed many; the rest behind a button. */
const fieldsShown = 4

/**
 * 値の履歴 of a record, or of one field of it: sections for a `SidePanel`. `field` is a name of
 * `shared/history/fields.ts` (`age`, `cell`); null shows every field. Offers to put an earlier value back,
 * which is a new action.
 */
export function RowHistory(props: {
  readonly table: string
  readonly id: string
  readonly field?: string | null
  /** False where the record may not change (確定済). */
  readonly canPutBack?: boolean
  /** False where the panel shows the value itself. */
  readonly withValue?: boolean
  /** Told after a value was put back: the screen reads its row again. */
  readonly onPutBack?: () => void
}) {
  return <Rows key={`${props.table} ${props.id} ${props.field ?? ''}`} {...props} />
}

function Rows(props: Parameters<typeof RowHistory>[0]) {
  const field = props.field ?? null
  const [limit, setLimit] = useState(pageSize)
  const { ledger } = useSession()
  const history = useRequest('history.ofRow', {
    table: props.table,
    id: props.id,
    field,
    before: null,
    limit,
  })
  const putBack = usePutBack(props.table, props.id, props.onPutBack)
  if (history.isPending) return <Loading>{words.loading}</Loading>
  if (history.isError) return <ErrorNotice error={history.error} />
  const { items, next, revision, label, current } = history.data
  const writes = (props.canPutBack ?? true) && ledger.readOnly === null && revision !== null
  return (
    <>
      {label !== null && (props.withValue ?? true) && (
        <section>
          <dl className="kv">
            <dt>{words.field}</dt>
            <dd>{label}</dd>
            <dt>{words.current}</dt>
            <dd>
              <b>{current ?? words.none}</b>
            </dd>
          </dl>
        </section>
      )}
      <section>
        <h3>{next === null && items.length > 0 ? words.count(items.length) : words.countMore}</h3>
        {revision === null && items.length > 0 && <p className="sub">{words.removed}</p>}
        {items.length === 0 ? (
          <p className="sub">{words.empty}</p>
        ) : (
          <HistoryList
            label={words.list}
            none={words.none}
            to={words.to}
            entries={items.map((item): HistoryListEntry => {
              const only = field === null ? null : (item.changes[0] ?? null)
              const value = only?.before ?? null
              return {
                id: String(item.sequence),
                changes: shownChanges(item, field),
                at: whenWords(item.at, new Date()),
                who: item.who,
                operation: item.actionWords,
                reason: item.reason,
                ...(writes && value !== null && value !== current && revision !== null
                  ? {
                      actions: (
                        <Button
                          isDisabled={putBack.running}
                          onPress={() => void putBack.run(item.sequence, field ?? '', revision)}
                        >
                          {words.putBack(value)}
                        </Button>
                      ),
                    }
                  : {}),
              }
            })}
          />
        )}
        {next !== null && limit < 100 && (
          <Button look="text" onPress={() => setLimit(Math.min(100, limit + pageSize * 2))}>
            {words.older}
          </Button>
        )}
        {putBack.error && <ErrorNotice error={putBack.error} />}
      </section>
    </>
  )
}

function shownChanges(item: HistoryItem, field: string | null): HistoryListEntry['changes'] {
  if (item.disposed) return [{ field: 'disposed', before: null, after: words.disposed }]
  if (field !== null) {
    return item.changes.map(({ field: name, before, after }) => ({ field: name, before, after }))
  }
  const whole = wholeRow(item)
  const shown: readonly FieldChangeWords[] = item.changes.slice(0, fieldsShown)
  const rest = item.changes.length - shown.length
  return [
    ...(whole === null ? [] : [{ field: 'whole', before: null, after: whole }]),
    ...(whole === null ? shown : []),
    ...(whole === null && rest > 0 ? [{ field: 'rest', before: null, after: words.more(rest) }] : []),
  ]
}

function wholeRow(item: HistoryItem): string | null {
  if (item.change === 'insert') return words.created
  return item.change === 'delete' ? words.deleted : null
}
