import {
  CircleCheck,
  CircleDashed,
  ClockAlert,
  Contrast,
  Inbox,
  Lock,
  type LucideIcon,
  Minus,
  RotateCcw,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from './icon.tsx'
import './status-board.css'

export type StatusLook =
  | 'missing'
  | 'late'
  | 'entering'
  | 'received'
  | 'sentBack'
  | 'resubmitted'
  | 'checked'
  | 'confirmed'
  | 'notExpected'
  | 'future'

const icons: Readonly<Record<StatusLook, LucideIcon | null>> = {
  missing: CircleDashed,
  late: ClockAlert,
  entering: Contrast,
  received: Inbox,
  sentBack: Undo2,
  resubmitted: RotateCcw,
  checked: CircleCheck,
  confirmed: Lock,
  notExpected: Minus,
  future: null,
}

export interface StatusCell {
  readonly id: string
  readonly look: StatusLook
  readonly words: string
  /** A second line in the cell's menu: 期限, days late. */
  readonly detail: string | null
  /** Read aloud: party, form, month, state. */
  readonly label: string
  readonly actions: readonly { readonly id: string; readonly label: string }[]
}

export interface StatusRow {
  readonly id: string
  readonly group: string
  /** How many rows the group has, at its first row; 0 at the others. */
  readonly groupRows: number
  readonly label: string
  readonly cells: readonly StatusCell[]
  readonly total: string
  /** Said beside the total by a lock: the year is 確定. */
  readonly totalMark: string | null
}

/** Mark and word of a state, for cells and the legend. */
export function StatusMark({ look, children }: { readonly look: StatusLook; readonly children: ReactNode }) {
  const icon = icons[look]
  return (
    <span className={`st board-${look}`}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  )
}

/**
 * Rows × months of states. Runs of 確定 and 対象外 collapse into one quiet bar, so that the eye falls on
 * the months that are alive; every other cell is a button with what can be done there.
 */
export function StatusBoard(props: {
  readonly label: string
  readonly heads: { readonly group: string; readonly row: string; readonly total: string }
  readonly columns: readonly { readonly id: string; readonly label: string; readonly isNow: boolean }[]
  readonly rows: readonly StatusRow[]
  readonly onAction: (row: string, cell: string, action: string) => void
}) {
  return (
    <table className="t board" aria-label={props.label}>
      <colgroup>
        <col className="c-group" />
        <col className="c-row" />
        {props.columns.map((column) => (
          <col key={column.id} className="c-month" />
        ))}
        <col className="c-total" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{props.heads.group}</th>
          <th scope="col">{props.heads.row}</th>
          {props.columns.map((column) => (
            <th key={column.id} scope="col" className={column.isNow ? 'm now' : 'm'}>
              {column.label}
            </th>
          ))}
          <th scope="col" className="r">
            {props.heads.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id} className={row.groupRows === 0 ? undefined : 'grp'}>
            {row.groupRows > 0 && (
              <th scope="rowgroup" rowSpan={row.groupRows} title={row.group}>
                {row.group}
              </th>
            )}
            <th scope="row">{row.label}</th>
            {runsOf(row.cells).map((cells) => (
              <td key={cells[0].id} colSpan={cells.length} className={`s-${cells[0].look}`}>
                <CellContent
                  cells={cells}
                  onAction={(cell, action) => props.onAction(row.id, cell, action)}
                />
              </td>
            ))}
            <td className="r">
              {row.totalMark !== null && (
                <span className="board-year" title={row.totalMark}>
                  <Icon of={Lock} size={14} />
                  <span className="vh">{row.totalMark}</span>
                </span>
              )}
              {row.total}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Run = readonly [StatusCell, ...StatusCell[]]

function CellContent(props: {
  readonly cells: Run
  readonly onAction: (cell: string, action: string) => void
}) {
  const [cell] = props.cells
  const mark = <StatusMark look={cell.look}>{cell.words}</StatusMark>
  const actions = props.cells.flatMap(({ id, actions }) => actions.map((action) => ({ ...action, cell: id })))
  if (actions.length === 0) return cell.look === 'future' ? <span className="vh">{cell.words}</span> : mark
  const detail = props.cells.length === 1 ? cell.detail : null
  return (
    <MenuTrigger>
      <AriaButton className="board-cell" aria-label={cell.label}>
        {mark}
      </AriaButton>
      <Popover className="pop" offset={4}>
        {detail && <p className="board-detail">{detail}</p>}
        <Menu
          className="opts"
          aria-label={cell.label}
          onAction={(key) => {
            const chosen = actions.find((action) => key === `${action.cell} ${action.id}`)
            if (chosen !== undefined) props.onAction(chosen.cell, chosen.id)
          }}
        >
          {actions.map((action) => (
            <MenuItem
              key={`${action.cell} ${action.id}`}
              id={`${action.cell} ${action.id}`}
              textValue={action.label}
              className="opt"
            >
              <span>{action.label}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Neighbours that are 確定, or offer nothing and say the same, stand as one. */
function runsOf(cells: readonly StatusCell[]): readonly Run[] {
  const runs: [StatusCell, ...StatusCell[]][] = []
  for (const cell of cells) {
    const last = runs.at(-1)
    const isQuiet = cell.look === 'confirmed' || cell.actions.length === 0
    if (last !== undefined && isQuiet && last[0].look === cell.look) last.push(cell)
    else runs.push([cell])
  }
  return runs
}
