import type { TableBlock } from '../../../../shared/paper/model.ts'
import type { Painter } from '../painter.ts'
import { type Setting, setLines } from '../setting.ts'
import type { Strip } from '../strip.ts'
import { headShade, type TextStyle } from '../styles.ts'
import { childTag, type Tag } from '../tag.ts'
import type { TableSetting } from './columns.ts'
import { drawCellLines, edgesOf, tableLine, verticals } from './draw.ts'
import { type HeadCell, headLevels, mergeHeads } from './heads.ts'

interface SetHead extends HeadCell {
  readonly lines: ReturnType<typeof setLines>
  readonly width: number
}

/** The head of a table: once read aloud, and as decoration where it is repeated on a later page. */
export interface TableHead {
  readonly height: number
  readonly strip: Strip
  readonly repeated: Strip
}

export function tableHead(setting: Setting, block: TableBlock, table: TableSetting, tag: Tag): TableHead {
  const style: TextStyle = { ...table.style, leading: (table.style.size * 12) / 9.5 }
  const edges = edgesOf(table.widths)
  const cells = mergeHeads(block.columns).map((cell): SetHead => {
    const width = (edges[cell.column + cell.columnSpan] ?? 0) - (edges[cell.column] ?? 0)
    const lines = setLines(setting.fonts, style, cell.text, width - table.padding, { hanging: false })
    return { ...cell, width, lines }
  })
  const levels = levelHeights(cells, headLevels(block.columns), style)
  const tops = edgesOf(levels)
  const height = tops.at(-1) ?? 0
  const section = childTag(tag, 'THead')
  const sections = levels.map(() => childTag(section, 'TR'))
  const tags = new Map(
    cells.map((cell) => [
      cell,
      childTag(sections[cell.level] ?? tag, 'TH', {
        scope: 'Column',
        columnSpan: cell.columnSpan,
        rowSpan: cell.levelSpan,
      }),
    ]),
  )
  const paint = (painter: Painter, left: number, top: number, aloud: boolean): void => {
    painter.artifact(() => {
      painter.rectangle(left, top, edges.at(-1) ?? 0, height, { fill: headShade })
      drawFrame(painter, block, cells, edges, tops, left, top)
    })
    for (const cell of cells) {
      const box = {
        left: left + (edges[cell.column] ?? 0) + table.padding / 2,
        width: cell.width - table.padding,
        top: top + (tops[cell.level] ?? 0),
        height: (tops[cell.level + cell.levelSpan] ?? 0) - (tops[cell.level] ?? 0),
      }
      const draw = () => drawCellLines(painter, setting, style, cell.lines, box, 'center')
      const cellTag = tags.get(cell)
      if (aloud && cellTag) painter.tagged(cellTag, draw)
      else painter.artifact(draw)
    }
  }
  const strip = { blockId: block.id, height, before: 0, keepWithNext: true }
  return {
    height,
    strip: { ...strip, paint: (painter, left, top) => paint(painter, left, top, true) },
    repeated: { ...strip, paint: (painter, left, top) => paint(painter, left, top, false) },
  }
}

/** Every level is as high as its cells need; a cell over several levels widens the last of them. */
function levelHeights(cells: readonly SetHead[], levels: number, style: TextStyle): number[] {
  const least = style.leading + 3
  const heights = Array.from({ length: levels }, () => least)
  const need = (cell: SetHead) => cell.lines.length * style.leading + 3
  for (const cell of cells) {
    if (cell.levelSpan === 1) heights[cell.level] = Math.max(heights[cell.level] ?? least, need(cell))
  }
  for (const cell of cells) {
    const end = cell.level + cell.levelSpan
    const have = heights.slice(cell.level, end).reduce((sum, height) => sum + height, 0)
    if (need(cell) > have) heights[end - 1] = (heights[end - 1] ?? least) + need(cell) - have
  }
  return heights
}

function drawFrame(
  painter: Painter,
  block: TableBlock,
  cells: readonly SetHead[],
  edges: readonly number[],
  tops: readonly number[],
  left: number,
  top: number,
): void {
  const right = left + (edges.at(-1) ?? 0)
  const lines: (readonly [number, number, number, number])[] = [[left, top, right, top]]
  for (const cell of cells) {
    const from = top + (tops[cell.level] ?? 0)
    const to = top + (tops[cell.level + cell.levelSpan] ?? 0)
    lines.push(...verticals(block.columns, edges, [cell.column], left, from, to))
    lines.push([left + (edges[cell.column] ?? 0), to, left + (edges[cell.column + cell.columnSpan] ?? 0), to])
  }
  lines.push([right, top, right, top + (tops.at(-1) ?? 0)])
  painter.lines(lines, tableLine)
}
