import type { ExploreColumn } from '../../../shared/explore/page.ts'
import type { TableCell } from '../../../shared/paper/model.ts'
import { cellStateWords } from '../../../shared/words/cell.ts'
import { exploreTable } from '../../../shared/words/explore.ts'

export interface TableCellProps {
  readonly cell: TableCell
  readonly kind: ExploreColumn['kind']
  readonly row: number
  readonly rows: number
  readonly column: number
  readonly canOpen: boolean
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
}

/** One cell by its kind: a number that can be asked, a state in words for who hears it, a growth that is none. */
export function TableCellView(props: TableCellProps) {
  const { cell, kind } = props
  if (cell.kind === 'label') {
    return (
      <th scope="row" className={cell.indent > 0 ? 'in1' : undefined} title={cell.text}>
        {cell.text}
      </th>
    )
  }
  if (cell.kind === 'broken') {
    // One cell for the whole column, in its first row.
    if (kind === 'broken' && props.row > 0) return null
    return (
      <td className="no" {...(kind === 'broken' ? { rowSpan: props.rows } : {})}>
        <b>{exploreTable.notCompared}</b>
        {cell.text !== '' && <span className="line">{cell.text}</span>}
      </td>
    )
  }
  if (cell.kind === 'empty') return <td className={cellClass(kind)} />
  const state = cell.cell.state === 'value' ? null : cellStateWords[cell.cell.state]
  const classes = [cellClass(kind), cell.bold ? 'b' : '', state === null ? '' : 'state']
  const shown =
    cell.display === '' ? (
      <span className="vh">{state}</span>
    ) : state !== null && cell.display.length === 1 ? (
      <>
        <span aria-hidden="true">{cell.display}</span>
        <span className="vh">{state}</span>
      </>
    ) : (
      cell.display
    )
  if (!props.canOpen) return <td className={classes.join(' ')}>{shown}</td>
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it stands in a grid
      role="gridcell"
      className={[...classes, 'ask'].join(' ')}
      data-at={`${props.row}.${props.column}`}
      tabIndex={props.isCurrent ? 0 : -1}
      aria-selected={props.isChosen}
      onFocus={props.onFocus}
      onClick={props.onOpen}
    >
      {shown}
    </td>
  )
}

const cellClass = (kind: ExploreColumn['kind']): string =>
  kind === 'difference' || kind === 'rate' || kind === 'share' ? 'r d' : 'r'
