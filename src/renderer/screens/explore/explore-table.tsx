import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type ExploreLayout, isDense } from '../../../shared/explore/layout.ts'
import type { ExplorePage, SourcePlace } from '../../../shared/explore/page.ts'
import { exploreTable, exploreWords as words } from '../../../shared/words/explore.ts'
import { TableCellView } from './table-cell.tsx'
import { cellsOf, colsOf, hasSource, headsOf, nearestCell } from './table-view.ts'

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/**
 * The table as a grid: arrows walk over its numbers, Enter asks where one comes from, Ctrl+C copies the
 * whole. A break is a hatched column through head and body.
 */
export function ExploreTable(props: {
  readonly page: ExplorePage
  readonly layout: ExploreLayout
  readonly chosen: CellPlace | null
  readonly onSource: (place: CellPlace, source: SourcePlace) => void
  readonly onCopy: () => void
}) {
  const { page, layout } = props
  const { table } = page
  const grid = useRef<HTMLTableElement>(null)
  const first = nearestCell(page, { row: 0, column: 0 }, 'first')
  const [at, setAt] = useState<CellPlace | null>(null)
  const current = at !== null && page.sources[at.row]?.[at.column] ? at : first
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table begins at its first number
  useEffect(() => setAt(null), [table.title, page.year])

  const open = (place: CellPlace) => {
    const source = page.sources[place.row]?.[place.column]
    if (source) props.onSource(place, source)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      if (document.getSelection()?.isCollapsed !== false) {
        event.preventDefault()
        props.onCopy()
      }
      return
    }
    if (current === null) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return open(current)
    }
    const next = nearestCell(page, current, event.key)
    if (next === null) return
    event.preventDefault()
    setAt(next)
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.row}.${next.column}"]`)?.focus()
  }
  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose numbers can be asked
      role="grid"
      className={isDense(page) ? 'x dense' : 'x'}
      style={{ width: layout.total }}
      aria-label={table.title}
      onKeyDown={onKeyDown}
    >
      <colgroup>
        {colsOf(layout).map((col) => (
          <col key={col.key} style={{ width: col.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {headsOf(page).map((head) =>
            head.kind === 'break' ? (
              <th key={head.key} scope="col" className="brk" aria-label={exploreTable.notCompared}>
                {head.text}
              </th>
            ) : (
              <th
                key={head.key}
                scope={head.span > 1 ? 'colgroup' : 'col'}
                colSpan={head.span}
                className={head.look}
              >
                {head.lines.map((line) => (
                  <span key={line} className="line">
                    {line}
                  </span>
                ))}
                {head.provisional && (
                  <abbr className="p" title={words.provisionalMark}>
                    p
                  </abbr>
                )}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, rowAt) => (
          <tr key={row.id} className={row.id === 'total' ? 'sum' : row.id === 'recut' ? 'ref' : undefined}>
            {cellsOf(row.cells, layout).map(({ key, cell, column }) =>
              cell === null ? (
                <td key={key} className="brk" />
              ) : (
                <TableCellView
                  key={key}
                  cell={cell}
                  kind={page.columns[column]?.kind ?? 'number'}
                  row={rowAt}
                  rows={table.rows.length}
                  column={column}
                  canOpen={hasSource(page, rowAt, column)}
                  isCurrent={current?.row === rowAt && current.column === column}
                  isChosen={props.chosen?.row === rowAt && props.chosen.column === column}
                  onFocus={() => setAt({ row: rowAt, column })}
                  onOpen={() => open({ row: rowAt, column })}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
