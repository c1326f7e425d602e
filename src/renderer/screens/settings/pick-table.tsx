import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export interface PickColumn<Row> {
  readonly label: string
  readonly look?: 'right' | 'nowrap'
  readonly cell: (row: Row) => ReactNode
}

/**
 * A short list of which one row is chosen: its first column is a button, arrows move between the rows. What
 * is chosen stands in the panel.
 */
export function PickTable<Row>(props: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  readonly name: (row: Row) => ReactNode
  readonly nameLabel: string
  readonly columns: readonly PickColumn<Row>[]
  readonly isFaded?: (row: Row) => boolean
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}) {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const buttons = [...(body.current?.querySelectorAll<HTMLButtonElement>('button.pick') ?? [])]
    const at = buttons.findIndex((button) => button.matches(':focus'))
    if (at < 0) return
    event.preventDefault()
    const next = buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]
    next?.focus()
    next?.click()
  }
  return (
    <table className="t set-table" aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{props.nameLabel}</th>
          {props.columns.map((column) => (
            <th key={column.label} scope="col" className={column.look === 'right' ? 'r' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={move}>
        {props.rows.map((row) => {
          const id = props.idOf(row)
          return (
            <tr
              key={id}
              className={[id === props.chosen ? 'chosen' : '', props.isFaded?.(row) ? 'faded' : ''].join(' ')}
            >
              <th scope="row">
                <button
                  type="button"
                  className="pick"
                  aria-pressed={id === props.chosen}
                  onClick={() => props.onChoose(id)}
                >
                  {props.name(row)}
                </button>
              </th>
              {props.columns.map((column) => (
                <td
                  key={column.label}
                  className={column.look === 'right' ? 'r' : column.look === 'nowrap' ? 'nw' : undefined}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
