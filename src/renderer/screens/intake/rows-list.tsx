import { TriangleAlert } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { IntakeRow, RowFilter } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { useRequest } from '../../api/queries.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import { OutcomeWord } from './outcome-word.tsx'
import { usePlaceWords } from './place-words.ts'

const words = intakeScreenWords.trial
const pageSize = 100
type PlaceWords = ReturnType<typeof usePlaceWords>

const columnsWith = (placeWords: PlaceWords): readonly TableColumn<IntakeRow>[] => [
  {
    id: 'outcome',
    label: words.columns.outcome,
    width: '132px',
    cell: ({ outcome, warnings }) => (
      <>
        <OutcomeWord outcome={outcome} />
        {warnings.length > 0 && (
          <span className="sev warn intake-warned">
            <Icon of={TriangleAlert} size={14} />
            <span className="vh">{words.warned}</span>
          </span>
        )}
      </>
    ),
  },
  {
    id: 'place',
    label: words.columns.place,
    width: '152px',
    cell: ({ place, problem }) => (
      <span title={place === null ? words.inLedger : placeWords(problem?.place ?? place)}>
        {place === null ? words.inLedger : placeWords({ ...place, column: null })}
      </span>
    ),
  },
  {
    id: 'title',
    label: words.columns.title,
    width: 'minmax(160px, 0.8fr)',
    cell: (row) => {
      const text = titleOf(row)
      return <span title={text}>{text}</span>
    },
  },
  {
    id: 'detail',
    label: words.columns.detail,
    width: 'minmax(240px, 1.6fr)',
    cell: (row) => {
      const text = detailOf(row)
      return <span title={text}>{text}</span>
    },
  },
]

/** The rows of one outcome, read by window. */
export function RowsList(props: {
  readonly session: string
  readonly filter: RowFilter
  readonly total: number
  readonly chosen: IntakeRow | null
  readonly onChoose: (row: IntakeRow) => void
}) {
  const { session, filter, total } = props
  const placeWords = usePlaceWords()
  const columns = useMemo(() => columnsWith(placeWords), [placeWords])
  const [window, setWindow] = useState({ first: 0, end: 1 })
  const [place, setPlace] = useState<{ readonly index: number; readonly column: string } | null>(null)
  const pages = [
    Math.floor(window.first / pageSize),
    Math.floor(Math.max(0, window.end - 1) / pageSize),
  ] as const
  const ask = (page: number) => ({ session, filter, offset: page * pageSize, limit: pageSize })
  const upper = useRequest('intake.rows', ask(pages[0]), { enabled: total > 0 })
  const lower = useRequest('intake.rows', ask(pages[1]), { enabled: total > 0 })
  const onWindow = useCallback((first: number, end: number) => setWindow({ first, end }), [])
  if (total === 0) return <p className="intake-none sub">{words.noRows}</p>
  const error = upper.error ?? lower.error
  if (error !== null) return <ErrorNotice error={error} />
  const rowAt = (index: number): IntakeRow | null => {
    const page = Math.floor(index / pageSize)
    const answer = page === pages[0] ? upper.data : page === pages[1] ? lower.data : undefined
    return answer?.rows[index - page * pageSize] ?? null
  }
  return (
    <div className="intake-table">
      <VirtualTable<IntakeRow>
        label={words.rows}
        columns={columns}
        total={total}
        row={rowAt}
        onWindow={onWindow}
        rowHeight={30}
        place={place}
        onPlace={(next) => {
          setPlace(next)
          const row = rowAt(next.index)
          if (row !== null) props.onChoose(row)
        }}
      />
    </div>
  )
}

/** The record, or of a refused row what stands in the cell concerned. */
function titleOf({ title, problem }: IntakeRow): string {
  if (title !== '' || problem === null) return title
  return problem.column === '' ? problem.value : `${problem.column}：${problem.value}`
}

function detailOf(row: IntakeRow): string {
  const parts = [
    ...(row.reason === null ? [] : [row.reason.message]),
    ...row.changes.map(({ label, before, after }) => words.change(label, before, after)),
    ...row.warnings.map(({ message }) => message),
    ...(row.changes.length > 0 ? [] : row.readings.map(({ text, as }) => words.reading(text, as))),
  ]
  return parts.join('　')
}
