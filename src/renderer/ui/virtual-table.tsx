import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { tableWords } from '../../shared/words/fields.ts'
import { isComposingKey } from './composition.ts'
import { Icon } from './icon.tsx'
import './virtual-table.css'

export interface TableColumn<Row> {
  readonly id: string
  readonly label: string
  /** Read aloud only: the column of marks has no head. */
  readonly hideLabel?: boolean
  /** A CSS width of `grid-template-columns`: `84px`, `minmax(80px, 1fr)`. */
  readonly width: string
  readonly align?: 'right' | 'center'
  readonly isSortable?: boolean
  readonly cell: (row: Row) => ReactNode
}

export interface TableSort {
  readonly column: string
  readonly direction: 'up' | 'down'
}

/** A place in the table: the index of the row, the id of the column. */
export interface TablePlace {
  readonly index: number
  readonly column: string
}

export interface VirtualTableHandle {
  /** Moves the focus into the table. */
  focus(): void
  scrollToIndex(index: number, align?: 'auto' | 'end' | 'center'): void
}

export interface VirtualTableProps<Row> {
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  /** Rows there are, read or not. */
  readonly total: number
  /** A row, or null while its window is being read. */
  readonly row: (index: number) => Row | null
  /** What is in sight (with a few more), end excluded: the caller reads these rows. */
  readonly onWindow: (first: number, end: number) => void
  readonly place: TablePlace | null
  readonly onPlace: (place: TablePlace) => void
  /** Enter, or a double click. */
  readonly onOpen?: (index: number) => void
  readonly sort?: TableSort | null
  readonly onSort?: (sort: TableSort) => void
  /** The last row is in sight when the table opens or grows (a register ends where the form begins). */
  readonly opensAtEnd?: boolean
  readonly rowHeight?: number
  /** Marks a whole row: the one that is open. */
  readonly markedIndex?: number | null
  readonly handle?: Ref<VirtualTableHandle>
}

/**
 * Any number of rows, read by window. One stop of Tab: arrows, Page Up and Down, Home and End move the
 * framed cell (with Ctrl to the first and last row), Enter opens its row. Heads sort, as S does for the
 * column of the framed cell.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const id = useId()
  const { total, columns, place, rowHeight = 28, onWindow, opensAtEnd = false } = props
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: opensAtEnd ? headHeight + total * rowHeight : 0,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const end = (items.at(-1)?.index ?? -1) + 1
  useEffect(() => {
    if (end > first) onWindow(first, end)
  }, [first, end, onWindow])
  useEffect(() => {
    if (opensAtEnd && total > 0) virtual.scrollToIndex(total - 1, { align: 'end' })
  }, [opensAtEnd, total, virtual])
  useImperativeHandle(props.handle, () => ({
    focus: () => body.current?.focus(),
    scrollToIndex: (index, align = 'auto') => virtual.scrollToIndex(index, { align }),
  }))

  const move = (index: number, column: string) => {
    const to = Math.max(0, Math.min(total - 1, index))
    virtual.scrollToIndex(to)
    props.onPlace({ index: to, column })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposingKey(event) || event.altKey || total === 0) return
    const at = place ?? { index: opensAtEnd ? total : -1, column: columns[0]?.id ?? '' }
    if (event.key === 'Enter' && place) {
      event.preventDefault()
      props.onOpen?.(place.index)
      return
    }
    if (event.key === 's' && place && !event.ctrlKey && !event.metaKey) {
      const column = columns.find((one) => one.id === place.column)
      if (column?.isSortable !== true || !props.onSort) return
      event.preventDefault()
      const isUp = props.sort?.column === column.id && props.sort.direction === 'up'
      props.onSort({ column: column.id, direction: isUp ? 'down' : 'up' })
      return
    }
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const next = moved(
      event,
      at,
      columns.map((column) => column.id),
      page,
      total,
    )
    if (next === null) return
    event.preventDefault()
    move(next.index, next.column)
  }
  // What the rows call: the same object for ever, so that only a row that changes is drawn again.
  const [doors] = useState((): RowDoors => ({ move: () => {}, open: () => {} }))
  useEffect(() => {
    doors.move = move
    doors.open = (index) => props.onOpen?.(index)
  })
  const template = columns.map((column) => column.width).join(' ')
  return (
    <div className="virtual-table" ref={scroller} style={{ '--columns': template } as React.CSSProperties}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows by window cannot be a table element */}
      <div
        ref={body}
        className="vt-body"
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-readonly="true"
        aria-activedescendant={
          place && place.index >= first && place.index < end
            ? cellId(id, place.index, place.column)
            : undefined
        }
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{ height: virtual.getTotalSize() }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: rows by window cannot be a table element */}
        <div className="vt-row vt-head" role="row" aria-rowindex={1} tabIndex={-1}>
          {columns.map((column) => (
            <Head key={column.id} column={column} sort={props.sort ?? null} onSort={props.onSort} />
          ))}
        </div>
        {items.map((item) => (
          <TableRow
            key={item.key}
            id={id}
            index={item.index}
            start={item.start}
            height={rowHeight}
            row={props.row(item.index)}
            columns={columns}
            placed={place?.index === item.index ? place.column : null}
            isMarked={props.markedIndex === item.index}
            doors={doors}
          />
        ))}
      </div>
    </div>
  )
}

const headHeight = 28
const cellId = (table: string, index: number, column: string): string => `${table}-${index}-${column}`

/** What the cells lead to; filled anew after each drawing of the table. */
interface RowDoors {
  move: (index: number, column: string) => void
  open: (index: number) => void
}

interface TableRowProps<Row> {
  /** The table's. */
  readonly id: string
  readonly index: number
  /** Pixels from the top of the body. */
  readonly start: number
  readonly height: number
  readonly row: Row | null
  readonly columns: readonly TableColumn<Row>[]
  /** The column of the framed cell when it is in this row. */
  readonly placed: string | null
  readonly isMarked: boolean
  readonly doors: RowDoors
}

function DrawnRow<Row>(props: TableRowProps<Row>) {
  const { id, index, row, placed, doors } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names the cell
    // biome-ignore lint/a11y/useSemanticElements: rows by window cannot be a table element
    <div
      className="vt-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={placed !== null || props.isMarked}
      style={{ transform: `translateY(${props.start}px)`, height: props.height }}
    >
      {props.columns.map((column, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
        // biome-ignore lint/a11y/useSemanticElements: rows by window cannot be a table element
        // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names the cell
        <div
          key={column.id}
          id={cellId(id, index, column.id)}
          className={column.align ? `vt-cell ${column.align}` : 'vt-cell'}
          role="gridcell"
          aria-colindex={place + 1}
          data-place={placed === column.id ? '' : undefined}
          onClick={() => doors.move(index, column.id)}
          onDoubleClick={() => doors.open(index)}
        >
          {row === null ? place === 0 ? <span className="vt-wait" /> : null : column.cell(row)}
        </div>
      ))}
    </div>
  )
}

/** A row is drawn again only when it changed: answers beside the table, and keys, leave the others alone. */
const TableRow = memo(DrawnRow) as typeof DrawnRow

function Head<Row>(props: {
  readonly column: TableColumn<Row>
  readonly sort: TableSort | null
  readonly onSort: ((sort: TableSort) => void) | undefined
}) {
  const { column, sort, onSort } = props
  const own = sort?.column === column.id ? sort.direction : null
  const label = column.hideLabel ? <span className="vh">{column.label}</span> : column.label
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
    // biome-ignore lint/a11y/useSemanticElements: rows by window cannot be a table element
    <div
      className={column.align ? `vt-cell ${column.align}` : 'vt-cell'}
      role="columnheader"
      aria-sort={own === null ? undefined : own === 'up' ? 'ascending' : 'descending'}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          tabIndex={-1}
          className="vt-sort"
          onClick={() => onSort({ column: column.id, direction: own === 'up' ? 'down' : 'up' })}
        >
          {label}
          {own !== null && <Icon of={own === 'up' ? ArrowUp : ArrowDown} size={14} />}
          {own !== null && (
            <span className="vh">{own === 'up' ? tableWords.sortedUp : tableWords.sortedDown}</span>
          )}
        </button>
      ) : (
        label
      )}
    </div>
  )
}

/** Where a key leads, or null for a key that does not move. */
function moved(
  event: KeyboardEvent,
  at: TablePlace,
  columns: readonly string[],
  page: number,
  total: number,
): TablePlace | null {
  const column = Math.max(0, columns.indexOf(at.column))
  const across = (steps: number): TablePlace => ({
    index: Math.max(0, at.index),
    column: columns[Math.max(0, Math.min(columns.length - 1, column + steps))] ?? at.column,
  })
  const down = (steps: number): TablePlace => ({ ...at, index: at.index + steps })
  const far = event.ctrlKey || event.metaKey
  switch (event.key) {
    case 'ArrowDown':
      return far ? { ...at, index: total - 1 } : down(1)
    case 'ArrowUp':
      return far ? { ...at, index: 0 } : down(-1)
    case 'PageDown':
      return down(page)
    case 'PageUp':
      return down(-page)
    case 'ArrowRight':
      return across(1)
    case 'ArrowLeft':
      return across(-1)
    case 'Home':
      return far ? { index: 0, column: columns[0] ?? at.column } : across(-columns.length)
    case 'End':
      return far ? { index: total - 1, column: at.column } : across(columns.length)
    default:
      return null
  }
}
