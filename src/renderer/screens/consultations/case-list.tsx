import { useState } from 'react'
import { consultationWords } from '../../../shared/words/consultations.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped } from '../../ui/format.ts'
import { Loading } from '../../ui/patterns.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AddEarlierDialog } from './case-dialogs.tsx'

const words = consultationWords.cases
const shown = 100
const kinds = ['all', 'open', 'closed', 'beforeLedger', 'merged'] as const

/** Cases by number, with those that existed before the ledger (以前から). */
export function CaseList(props: {
  readonly isReadOnly: boolean
  readonly onChoose: (id: string) => void
  readonly onShow: (id: string) => void
}) {
  const [search, setSearch] = useState('')
  const [which, setWhich] = useState<(typeof kinds)[number]>('open')
  const [isAdding, setAdding] = useState(false)
  const cases = useRequest('cases.list', { search, which, offset: 0, limit: shown })
  return (
    <>
      <section className="case-list-head">
        <TextField label={words.search} value={search} onChange={setSearch} maxLength={40} />
        <Select
          label={words.which.label}
          choices={kinds.map((kind) => ({ value: kind, label: words.which[kind] }))}
          value={which}
          onChange={setWhich}
        />
        {!props.isReadOnly && <Button onPress={() => setAdding(true)}>{words.addEarlier}</Button>}
      </section>
      <section>
        {cases.isError ? (
          <ErrorNotice error={cases.error} />
        ) : cases.isPending ? (
          <Loading>{consultationWords.panel.loading}</Loading>
        ) : cases.data.rows.length === 0 ? (
          <p className="sub">{words.none}</p>
        ) : (
          <>
            <p className="sub">{consultationWords.search.found(grouped(cases.data.total))}</p>
            <ul className="case-list">
              {cases.data.rows.map((row) => (
                <li key={row.id}>
                  <button type="button" className="link" onClick={() => props.onChoose(row.id)}>
                    {row.code}
                  </button>
                  <span className="sub">{consultationWords.panel.state[row.state]}</span>
                  <span>{consultationWords.panel.contacts(grouped(row.contacts))}</span>
                  {row.root.id !== row.id && (
                    <span className="sub">{consultationWords.readings.mergedInto(row.root.code)}</span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {isAdding && <AddEarlierDialog onClose={() => setAdding(false)} />}
    </>
  )
}
