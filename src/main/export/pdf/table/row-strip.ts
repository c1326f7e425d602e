import type { TableBlock, TableCell } from '../../../../shared/paper/model.ts'
import { exportWords } from '../../../../shared/words/export.ts'
import type { Painter } from '../painter.ts'
import { type Setting, setLines, textWidth } from '../setting.ts'
import type { Strip } from '../strip.ts'
import { childTag, type Tag } from '../tag.ts'
import { cellIndent, cellText, type TableSetting } from './columns.ts'
import { drawCellLines, edgesOf, hatch, tableLine, verticals } from './draw.ts'

/** A row that is higher than this part of a page is parted after all. */
const highestRow = 0.75

/**
 * One row as one strip, so that no page parts it; only a row higher than a page becomes several. Cells of the
 * first column head the row.
 */
export function rowStrips(
  setting: Setting,
  block: TableBlock,
  table: TableSetting,
  body: Tag,
  index: number,
  repeated: readonly Strip[],
): Strip[] {
  const row = block.rows[index]
  const edges = edgesOf(table.widths)
  const tag = childTag(body, 'TR')
  const cells = block.columns.map((column, at) => {
    const cell: TableCell = row?.cells[at] ?? { kind: 'empty' }
    const bold = (cell.kind === 'label' || cell.kind === 'number') && cell.bold
    const style = bold ? table.bold : table.style
    const indent = cellIndent(cell, style.size)
    const tail = table.tails[at] ?? 0
    const width = (table.widths[at] ?? 0) - 2 * table.padding - indent - (cell.kind === 'broken' ? 0 : tail)
    const lines = setLines(setting.fonts, style, cellText(cell), width, { hanging: false })
    const head = at === 0
    const cellTag = childTag(tag, head ? 'TH' : 'TD', head ? { scope: 'Row' } : {})
    const align = cell.kind === 'broken' ? 'center' : column.align
    return { cell, style, indent, width, lines, cellTag, align, left: edges[at] ?? 0 } as const
  })
  const most = Math.max(1, ...cells.map((cell) => cell.lines.length))
  const perStrip = Math.max(1, Math.floor((setting.depth * highestRow) / table.style.leading))
  const thick = beginsGroup(block, index + 1)
  const parts: Strip[] = []
  for (let from = 0; from < most; from += perStrip) parts.push(part(from, Math.min(most, from + perStrip)))
  return parts

  function part(from: number, to: number): Strip {
    const shown = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }))
    const needed = Math.max(0, ...shown.map((cell) => cell.lines.length * cell.style.leading))
    const height = needed + (setting.tight ? 1.5 : 2.5)
    return {
      blockId: block.id,
      height,
      before: 0,
      keepWithNext: false,
      repeated,
      paint: (painter, left, top) => paint(painter, shown, height, left, top, to === most),
    }
  }

  function paint(
    painter: Painter,
    shown: typeof cells,
    height: number,
    left: number,
    top: number,
    last: boolean,
  ): void {
    const bottom = top + height
    const right = left + (edges.at(-1) ?? 0)
    painter.artifact(() => {
      for (const cell of shown) {
        if (cell.cell.kind !== 'broken') continue
        const width = cell.width + 2 * table.padding
        hatch(painter, left + cell.left, top, width, height)
        const word = textWidth(setting.fonts, cell.style, cell.cell.text) + 4
        const middle = left + cell.left + width / 2
        if (cell.cell.text !== '') {
          painter.rectangle(middle - word / 2, top + 1.5, word, height - 3, { fill: '#ffffff' })
        }
      }
      const at = edges.map((_, edge) => edge)
      painter.lines(verticals(block.columns, edges, at, left, top, bottom), tableLine)
      painter.lines([[left, bottom, right, bottom]], thick && last ? { thickness: 0.9 } : tableLine)
    })
    for (const cell of shown) {
      if (cellText(cell.cell) === '') {
        painter.empty(cell.cellTag)
        continue
      }
      const provisional = cell.cell.kind === 'number' && cell.cell.provisional
      const box = {
        left: left + cell.left + table.padding + cell.indent,
        width: cell.width,
        top,
        height,
      }
      painter.tagged(cell.cellTag, () =>
        drawCellLines(
          painter,
          setting,
          cell.style,
          cell.lines,
          box,
          cell.align,
          provisional && last ? exportWords.provisional : '',
        ),
      )
    }
  }
}

const indentOf = (block: TableBlock, index: number): number => {
  const cell = block.rows[index]?.cells[0]
  return cell?.kind === 'label' ? cell.indent : 0
}

/** A total with its parts (indented rows) stands between stronger lines. */
function beginsGroup(block: TableBlock, index: number): boolean {
  if (index >= block.rows.length || indentOf(block, index) > 0) return false
  return indentOf(block, index - 1) > 0 || indentOf(block, index + 1) > 0
}
