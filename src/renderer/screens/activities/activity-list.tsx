import { Repeat } from 'lucide-react'
import { type Ref, useMemo } from 'react'
import { activityWords } from '../../../shared/words/activities.ts'
import { grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import {
  type TableColumn,
  type TablePlace,
  VirtualTable,
  type VirtualTableHandle,
} from '../../ui/virtual-table.tsx'
import type { ActivityRowView } from './rows.ts'
import { StateWord } from './state-word.tsx'

const words = activityWords.columns
const nothing = () => undefined

/** 活動の一覧: one row an activity, as it stood on the as-of date. */
export function ActivityList(props: {
  readonly rows: readonly ActivityRowView[]
  readonly drafts: ReadonlySet<string>
  readonly chosen: string | null
  readonly column: string
  readonly sort: string
  readonly onSort: (sort: string) => void
  readonly onPlace: (row: ActivityRowView, column: string) => void
  readonly onOpen: (row: ActivityRowView) => void
  readonly handle?: Ref<VirtualTableHandle>
}) {
  const { rows, drafts } = props
  const columns = useMemo(() => columnsOf(drafts), [drafts])
  const index = rows.findIndex((row) => row.entry.id === props.chosen)
  const place: TablePlace | null = index < 0 ? null : { index, column: props.column }
  const down = props.sort.startsWith('-')
  return (
    <VirtualTable
      label={activityWords.list}
      columns={columns}
      total={rows.length}
      row={(at) => rows[at] ?? null}
      onWindow={nothing}
      place={place}
      onPlace={(to) => {
        const row = rows[to.index]
        if (row) props.onPlace(row, to.column)
      }}
      onOpen={(at) => {
        const row = rows[at]
        if (row) props.onOpen(row)
      }}
      sort={{ column: down ? props.sort.slice(1) : props.sort, direction: down ? 'down' : 'up' }}
      onSort={({ column, direction }) => props.onSort(direction === 'down' ? `-${column}` : column)}
      {...(props.handle === undefined ? {} : { handle: props.handle })}
    />
  )
}

function columnsOf(drafts: ReadonlySet<string>): readonly TableColumn<ActivityRowView>[] {
  return [
    {
      id: 'when',
      label: words.when,
      width: '132px',
      isSortable: true,
      cell: (row) => <span title={row.when}>{row.shortWhen}</span>,
    },
    {
      id: 'state',
      label: words.state,
      width: '104px',
      isSortable: true,
      cell: (row) => <StateWord state={row.entry.state} />,
    },
    {
      id: 'title',
      label: words.title,
      width: 'minmax(160px, 3fr)',
      isSortable: true,
      cell: (row) => (
        <span title={row.entry.title}>
          {row.entry.seriesId !== null && (
            <>
              <Icon of={Repeat} size={14} />
              <span className="vh">{activityWords.seriesMark}</span>{' '}
            </>
          )}
          {drafts.has(row.entry.id) && <b>{activityWords.draftMark} </b>}
          {row.entry.title}
        </span>
      ),
    },
    { id: 'kind', label: words.kind, width: '112px', isSortable: true, cell: (row) => row.kind },
    {
      id: 'venue',
      label: words.venue,
      width: 'minmax(96px, 1.4fr)',
      isSortable: true,
      cell: (row) => <span title={row.venue}>{row.venue}</span>,
    },
    {
      id: 'party',
      label: words.party,
      width: 'minmax(96px, 1.6fr)',
      isSortable: true,
      cell: (row) => <span title={row.party}>{row.party}</span>,
    },
    {
      id: 'attendance',
      label: words.attendance,
      width: '64px',
      align: 'right',
      isSortable: true,
      cell: (row) => (row.people === null ? '' : grouped(row.people)),
    },
  ]
}
