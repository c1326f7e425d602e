import { TriangleAlert } from 'lucide-react'
import {
  type CSSProperties,
  memo,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useSyncExternalStore,
} from 'react'
import { Icon } from '../icon.tsx'
import { cellId } from './caret.ts'
import { GridController } from './controller.ts'
import type { GridHandlers } from './handlers.ts'
import type { GridModel } from './model.ts'
import { as } from './roles.ts'
import type { GridBand, GridCellView, GridColumn, GridRow } from './types.ts'
import './grid.css'

/** What a screen may ask of the grid. */
export interface GridHandle {
  focus(): void
  /** Edits the active cell, as F2 does. */
  edit(): void
}

export interface GridProps {
  /** Read aloud for the whole grid, and for the field in it. */
  readonly label: string
  /** Head of the column of names. */
  readonly rowHead: string
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly bands: readonly GridBand[]
  readonly model: GridModel
  readonly handlers: GridHandlers
  /** Single keys that are not typed but mean a state. */
  readonly signs: string
  /** Rows of `<tfoot>`, always in sight. */
  readonly foot?: ReactNode
  readonly ref?: Ref<GridHandle>
}

/**
 * A spreadsheet: rows × columns of cells whose content comes as data and whose keys go out as handlers. It
 * knows no screen. Cells render alone; the caret is drawn past React (`caret.ts`). Nothing about it may be
 * changed while it stands but the views of its model: give it another `key` for another sheet.
 */
export function Grid({ label, rowHead, rows, columns, bands, model, handlers, signs, foot, ref }: GridProps) {
  const grid = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const plane = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const caret = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const tag = useRef<HTMLDivElement>(null)
  const controller = useRef<GridController | null>(null)
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useImperativeHandle(ref, () => ({
    focus: () => controller.current?.focus(),
    edit: () => controller.current?.edit(),
  }))
  useEffect(() => {
    const found = {
      scroller: scroller.current,
      plane: plane.current,
      table: table.current,
      caret: caret.current,
      input: input.current,
      tag: tag.current,
    }
    const { scroller: a, plane: b, table: c, caret: d, input: e, tag: f } = found
    if (!a || !b || !c || !d || !e || !f) return
    const elements = { scroller: a, plane: b, table: c, caret: d, input: e, tag: f }
    const hands = new GridController(model, elements, { grid, signs, handlers: () => latest.current })
    controller.current = hands
    return () => {
      controller.current = null
      hands.dispose()
    }
  }, [model, grid, signs])
  return (
    <div className="grid-scroll" ref={scroller}>
      <div className="grid-plane" ref={plane}>
        <table
          className="grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are walked by keys
          role="grid"
          id={grid}
          ref={table}
          aria-label={label}
          aria-multiselectable="true"
          style={{ '--grid-columns': tracks(columns), minWidth: `${leastWidth(columns)}px` } as CSSProperties}
        >
          <thead {...as.rowgroup}>
            <tr {...as.row}>
              <th {...as.columnheader} scope="col" className="grid-corner">
                {rowHead}
              </th>
              {bands.map((band) => (
                <th
                  key={band.id}
                  {...as.columnheader}
                  aria-colspan={band.span}
                  className={`grid-band ${band.look}`}
                  style={{ gridColumn: `span ${band.span}` }}
                >
                  {band.content}
                </th>
              ))}
            </tr>
            <tr {...as.row}>
              {columns.map((column) => (
                <th
                  key={column.id}
                  {...as.columnheader}
                  scope="col"
                  className={column.current ? 'cur' : undefined}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...as.rowgroup}>
            {rows.map((row, index) => (
              <GridLine key={row.id} grid={grid} row={row} index={index} columns={columns} model={model} />
            ))}
          </tbody>
          {foot && <tfoot {...as.rowgroup}>{foot}</tfoot>}
        </table>
        <div className="grid-caret" ref={caret}>
          <input
            ref={input}
            aria-label={label}
            aria-controls={grid}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={20_000}
          />
          <div className="grid-reading" role="status" ref={tag} hidden>
            <b />
            <span />
          </div>
        </div>
      </div>
    </div>
  )
}

/** The columns as tracks: each row is a grid of its own, so that a key lays out and paints its row alone. */
const tracks = (columns: readonly GridColumn[]): string =>
  ['170px', ...columns.map(({ width }) => (width === null ? 'minmax(138px, 1fr)' : `${width}px`))].join(' ')

/** Names, the columns of a width, and room for a number with its note in each of the others. */
const leastWidth = (columns: readonly GridColumn[]): number =>
  columns.reduce((sum, { width }) => sum + (width ?? 138), 170)

const GridLine = memo(function GridLine(props: {
  readonly grid: string
  readonly row: GridRow
  readonly index: number
  readonly columns: readonly GridColumn[]
  readonly model: GridModel
}) {
  const { grid, row, index, columns, model } = props
  return (
    <tr {...as.row} className={row.opens ? 'gr' : undefined}>
      <th {...as.rowheader} scope="row" className={`d${row.depth}`}>
        {row.depth > 0 && <i className="tree" aria-hidden="true" />}
        <span className="ell" title={row.label}>
          {row.label}
        </span>
        <span className="u">{row.unit}</span>
      </th>
      {columns.map((column, at) => (
        <Cell
          key={column.id}
          id={cellId(grid, index, at)}
          row={index}
          column={at}
          current={column.current}
          model={model}
        />
      ))}
    </tr>
  )
})

const Cell = memo(function Cell(props: {
  readonly id: string
  readonly row: number
  readonly column: number
  readonly current: boolean
  readonly model: GridModel
}) {
  const { id, row, column, current, model } = props
  const view = useSyncExternalStore(
    (listener) => model.subscribe(row, column, listener),
    () => model.view(row, column),
  )
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: walked by the grid's keys
      role="gridcell"
      tabIndex={-1}
      id={id}
      data-row={row}
      data-column={column}
      className={classesOf(view, current)}
      aria-label={view.spoken}
      aria-readonly={view.refusal !== null || undefined}
    >
      {view.warning && <Icon of={TriangleAlert} size={14} />}
      {view.mark && <i className="mark" data-mark={view.mark} />}
      <span className="tx">{view.text}</span>
      {view.note && ' '}
      {view.note && <span className="note">{view.note}</span>}
    </td>
  )
})

function classesOf(view: GridCellView, current: boolean): string {
  const classes = [`l-${view.look}`]
  if (current) classes.push('cur')
  if (view.shade) classes.push(view.shade)
  if (view.warning) classes.push(view.warning)
  if (view.comment) classes.push('memo')
  if (view.due) classes.push('due')
  if (view.unsaved) classes.push('unsaved')
  if (view.note) classes.push('noted')
  return classes.join(' ')
}
