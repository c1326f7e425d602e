import { TriangleAlert } from 'lucide-react'
import { type Ref, useMemo } from 'react'
import type { ConsultationListRow, ConsultationSort } from '../../../shared/contract/schemas/consultations.ts'
import { partsOf, weekdayNames, weekdayOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { warningWords, consultationWords as words } from '../../../shared/words/consultations.ts'
import { ageText } from '../../ui/age-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import {
  type TableColumn,
  type TablePlace,
  VirtualTable,
  type VirtualTableHandle,
} from '../../ui/virtual-table.tsx'
import type { Codes } from './codes.ts'
import type { Register } from './use-register.ts'

type Row = ConsultationListRow

/** Column of the list → field of the history. */
export const historyField: Readonly<Record<string, string>> = {
  number: 'record',
  day: 'day',
  method: 'method',
  caller: 'caller',
  case: 'case',
  age: 'age',
  sex: 'sex',
  newness: 'record',
  mainTopic: 'mainTopic',
  destinations: 'record',
  warning: 'record',
}

/** 「2/5（水）」; with its year where the list runs over several. */
export function listDay(day: Day, withYear: boolean): string {
  const { year, month, day: date } = partsOf(day)
  return `${withYear ? `${year}/` : ''}${month}/${date}（${weekdayNames[weekdayOf(day)]}）`
}

function columnsFor(codes: Codes, withYear: boolean): readonly TableColumn<Row>[] {
  const head = words.columns
  const code = (list: string, value: string) =>
    value === 'unknown' ? <span className="thin">{words.unknown}</span> : codes.label(list, value)
  const none = <span className="thin">{words.none}</span>
  return [
    {
      id: 'number',
      label: head.number,
      width: '56px',
      align: 'right',
      isSortable: true,
      cell: (row) => row.number,
    },
    {
      id: 'day',
      label: head.day,
      width: withYear ? '116px' : '84px',
      isSortable: true,
      cell: (row) => listDay(row.day, withYear),
    },
    {
      id: 'method',
      label: head.method,
      width: 'minmax(88px, 1fr)',
      isSortable: true,
      cell: (row) => code('method', row.method),
    },
    {
      id: 'caller',
      label: head.caller,
      width: 'minmax(104px, 1.2fr)',
      isSortable: true,
      cell: (row) => code('caller', row.caller),
    },
    { id: 'case', label: head.case, width: '68px', isSortable: true, cell: (row) => row.caseCode ?? none },
    {
      id: 'age',
      label: head.age,
      width: '64px',
      align: 'right',
      isSortable: true,
      cell: (row) =>
        ageText({ low: row.ageLow, high: row.ageHigh }) || <span className="thin">{words.unknown}</span>,
    },
    {
      id: 'sex',
      label: head.sex,
      width: '52px',
      isSortable: true,
      cell: (row) =>
        row.sex === 'unknown' ? <span className="thin">{words.unknown}</span> : codes.label('sex', row.sex),
    },
    {
      id: 'newness',
      label: head.newness,
      width: '48px',
      cell: (row) =>
        row.newness === null ? (
          none
        ) : row.newness === 'unsure' ? (
          <span title={words.newnessUnsure}>{words.newness.unsure}</span>
        ) : (
          words.newness[row.newness]
        ),
    },
    {
      id: 'mainTopic',
      label: head.mainTopic,
      width: 'minmax(120px, 1.4fr)',
      isSortable: true,
      cell: (row) => code('topic', row.mainTopic),
    },
    {
      id: 'destinations',
      label: head.destinations,
      width: 'minmax(112px, 1.6fr)',
      cell: (row) =>
        row.destinations.length === 0
          ? none
          : row.destinations.map((one) => codes.label('destination', one)).join('、'),
    },
    {
      id: 'warning',
      label: head.warning,
      hideLabel: true,
      width: '28px',
      align: 'center',
      cell: (row) =>
        row.warnings.length === 0 ? null : (
          <span className="wrn" title={row.warnings.map(warningWords).join('\n')}>
            <Icon of={TriangleAlert} />
            <span className="vh">{row.warnings.map(warningWords).join('　')}</span>
          </span>
        ),
    },
  ]
}

/** The register: one row a contact, newest at the end, where the form begins. */
export function RegisterTable(props: {
  readonly register: Register
  readonly codes: Codes
  /** Rows of more than one year are in the list. */
  readonly withYear: boolean
  readonly sort: ConsultationSort
  readonly onSort: (sort: ConsultationSort) => void
  readonly place: TablePlace | null
  readonly onPlace: (place: TablePlace) => void
  readonly onOpen: (index: number) => void
  readonly markedIndex: number | null
  readonly handle: Ref<VirtualTableHandle>
}) {
  const { register, codes, withYear, sort } = props
  const columns = useMemo(() => columnsFor(codes, withYear), [codes, withYear])
  return (
    <VirtualTable
      label={words.list}
      columns={columns}
      total={register.total}
      row={register.row}
      onWindow={register.onWindow}
      place={props.place}
      onPlace={props.onPlace}
      onOpen={props.onOpen}
      sort={{ column: sort.column, direction: sort.direction }}
      onSort={({ column, direction }) => {
        const known = (
          ['number', 'day', 'method', 'caller', 'case', 'age', 'sex', 'mainTopic'] as const
        ).find((one) => one === column)
        if (known) props.onSort({ column: known, direction })
      }}
      opensAtEnd={sort.direction === 'up'}
      markedIndex={props.markedIndex}
      handle={props.handle}
    />
  )
}
