import { CircleCheck } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { RequestInput } from '../../../shared/contract/contract.ts'
import type { Finding } from '../../../shared/contract/schemas/ledger.ts'
import { checkScreenWords as words } from '../../../shared/words/check-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Empty, Progress } from '../../ui/patterns.tsx'
import { Select } from '../../ui/select.tsx'
import { Severity, State } from '../../ui/tag.tsx'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import type { CheckRun } from './use-check.ts'

export type ShowChoice = RequestInput<'check.run'>['show']
type SeverityChoice = 'all' | 'error' | 'warning'
const any = 'any'
/** One list for all renders before the answer: a new one each time would be told on without end. */
const nothingYet: readonly Finding[] = []

const columns: readonly TableColumn<Finding>[] = [
  {
    id: 'severity',
    label: words.severity,
    width: '88px',
    cell: ({ severity, acknowledgement }) =>
      acknowledgement === null ? (
        <Severity level={severity === 'error' ? 'stop' : 'warn'}>
          {severity === 'error' ? common.error : common.warning}
        </Severity>
      ) : (
        <State>{words.acknowledged}</State>
      ),
  },
  {
    id: 'title',
    label: words.columns.message,
    width: 'minmax(200px, 1.1fr)',
    cell: ({ title, message }) => <span title={message}>{title}</span>,
  },
  {
    id: 'place',
    label: words.columns.place,
    width: 'minmax(200px, 1.4fr)',
    cell: ({ place }) => (
      <span className="sub" title={place}>
        {place}
      </span>
    ),
  },
  { id: 'now', label: words.columns.now, width: '96px', align: 'right', cell: ({ now }) => now },
  {
    id: 'compared',
    label: words.columns.compared,
    width: '96px',
    align: 'right',
    cell: ({ compared }) => compared,
  },
]

/** The findings of 点検, errors first, by severity, rule and party; silent when clean. */
export function FindingsPart(props: {
  readonly check: CheckRun
  readonly show: ShowChoice
  readonly onShow: (show: ShowChoice) => void
  /** Told what the filters leave. */
  readonly onShown: (rows: readonly Finding[]) => void
  readonly listRef: RefObject<HTMLDivElement | null>
  readonly chosen: Finding | null
  readonly onChoose: (finding: Finding) => void
  readonly onOpen: (finding: Finding) => void
}) {
  const { check, show, onShow, onShown } = props
  const [severity, setSeverity] = useState<SeverityChoice>('all')
  const [rule, setRule] = useState(any)
  const [party, setParty] = useState(any)
  const [column, setColumn] = useState('title')
  const all = check.data?.findings ?? nothingYet
  const rows = useMemo(
    () =>
      all.filter(
        (finding) =>
          (severity === 'all' || finding.severity === severity) &&
          (rule === any || finding.rule === rule) &&
          (party === any || finding.party === party),
      ),
    [all, severity, rule, party],
  )
  useEffect(() => onShown(rows), [onShown, rows])
  if (check.running && check.data === null) {
    return (
      <div className="check-run">
        <Progress
          title={words.running}
          step={words.reading}
          done={check.progress?.done ?? 0}
          total={check.progress?.total ?? null}
          counted=""
          stop={{ words: common.abort, press: check.stop }}
        />
      </div>
    )
  }
  if (check.error !== null) return <ErrorNotice error={check.error} />
  if (check.stopped) {
    return <Empty title={words.stopped} actions={<Button onPress={check.again}>{words.start}</Button>} />
  }
  const total = check.data?.total ?? 0
  const { errors, warnings, acknowledged } = check.data?.counts ?? { errors: 0, warnings: 0, acknowledged: 0 }
  if (total === 0 && show === 'open' && acknowledged > 0) {
    return (
      <p className="check-clean">
        <Icon of={CircleCheck} size={20} />
        <b>{words.show.allAcknowledged(acknowledged)}</b>
        <Button look="text" onPress={() => onShow('acknowledged')}>
          {words.show.seeAcknowledged}
        </Button>
      </p>
    )
  }
  if (total === 0 && errors + warnings + acknowledged === 0) {
    return (
      <p className="check-clean">
        <Icon of={CircleCheck} size={20} />
        <b>{words.clean}</b>
        <span className="sub">{words.cleanHint}</span>
      </p>
    )
  }
  const errorsShown = all.filter((finding) => finding.severity === 'error').length
  const titles = new Map(all.map((finding) => [finding.rule, finding.title]))
  const parties = new Map(
    all.flatMap((finding) =>
      finding.party === null ? [] : [[finding.party, finding.partyName ?? finding.party]],
    ),
  )
  const index = props.chosen === null ? -1 : rows.indexOf(props.chosen)
  return (
    <>
      <div className="check-bar">
        <Segmented<SeverityChoice>
          label={words.filters.label}
          value={severity}
          onChange={setSeverity}
          choices={[
            { value: 'all', label: words.filters.all(all.length) },
            { value: 'error', label: words.filters.errors(errorsShown) },
            { value: 'warning', label: words.filters.warnings(all.length - errorsShown) },
          ]}
        />
        <span className="sub">{words.filters.rule}</span>
        <Select
          look="bar"
          label={words.filters.rule}
          value={rule}
          onChange={setRule}
          choices={[
            { value: any, label: words.filters.any },
            ...[...titles].map(([value, label]) => ({ value, label })),
          ]}
        />
        <span className="sub">{words.filters.party}</span>
        <Select
          look="bar"
          label={words.filters.party}
          value={party}
          onChange={setParty}
          choices={[
            { value: any, label: words.filters.any },
            ...[...parties].map(([value, label]) => ({ value, label })),
          ]}
        />
        <span className="sub check-show">{words.show.label}</span>
        <Select
          look="bar"
          label={words.show.label}
          value={show}
          onChange={onShow}
          choices={[
            { value: 'open', label: words.show.open(errors + warnings) },
            { value: 'acknowledged', label: words.show.acknowledged(acknowledged) },
            { value: 'all', label: words.show.all },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <p className="sub check-none">
          {show === 'acknowledged' && acknowledged === 0 ? words.show.noneAcknowledged : words.noneHere}
        </p>
      ) : (
        <div
          ref={props.listRef}
          className="check-findings"
          style={{ height: `min(${28 + rows.length * 32 + 2}px, 38vh)` }}
        >
          <VirtualTable<Finding>
            label={words.findings}
            columns={columns}
            total={rows.length}
            row={(at) => rows[at] ?? null}
            onWindow={nothing}
            rowHeight={32}
            place={index < 0 ? null : { index, column }}
            onPlace={(place) => {
              setColumn(place.column)
              const row = rows[place.index]
              if (row) props.onChoose(row)
            }}
            onOpen={(at) => {
              const row = rows[at]
              if (row) props.onOpen(row)
            }}
          />
        </div>
      )}
      {total > all.length && <p className="sub check-none">{words.cut(all.length, total)}</p>}
      {check.running && (
        <p className="vh" role="status">
          {words.running}
        </p>
      )}
      <p className="vh" role="status">
        {grouped(rows.length)}
      </p>
    </>
  )
}

const nothing = (): void => undefined
