import type { TableColumn } from '../../../../shared/paper/model.ts'
import type { Line } from '../../text/line-break.ts'
import type { Painter } from '../painter.ts'
import { drawLine, type Setting, textWidth } from '../setting.ts'
import { ruleThickness, type TextStyle } from '../styles.ts'

/** Left edges of the columns, and the right edge of the last. */
export function edgesOf(widths: readonly number[]): number[] {
  const edges = [0]
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width)
  return edges
}

/** Half the distance of the two lines that mark a break in the series. */
const doubleGap = 1

/** Vertical lines of a row; a double one where the series breaks. `at` lists the edges to draw. */
export function verticals(
  columns: readonly TableColumn[],
  edges: readonly number[],
  at: readonly number[],
  left: number,
  top: number,
  bottom: number,
): (readonly [number, number, number, number])[] {
  return at.flatMap((index) => {
    const x = left + (edges[index] ?? 0)
    const lines = columns[index]?.breakBefore ? [x - doubleGap, x + doubleGap] : [x]
    return lines.map((at): readonly [number, number, number, number] => [at, top, at, bottom])
  })
}

export const tableLine = { thickness: ruleThickness }

export function drawCellLines(
  painter: Painter,
  setting: Setting,
  style: TextStyle,
  lines: readonly Line[],
  box: { readonly left: number; readonly width: number; readonly top: number; readonly height: number },
  align: TableColumn['align'],
  tail = '',
): void {
  let top = box.top + (box.height - lines.length * style.leading) / 2
  lines.forEach((line, index) => {
    const free = box.width - line.width
    const shift = align === 'center' ? free / 2 : align === 'right' ? free : 0
    drawLine(painter, setting.fonts, style, line, box.left + shift, top, line.width)
    if (tail !== '' && index === lines.length - 1) {
      const gap = style.size * 0.5
      const at = box.left + shift + line.width + gap
      const width = textWidth(setting.fonts, style, tail)
      drawLine(
        painter,
        setting.fonts,
        style,
        { start: 0, characters: [...tail], width, hung: false, last: true },
        at,
        top,
        width,
      )
    }
    top += style.leading
  })
}

/** Diagonal hatching: not comparable (interface: never a colour). */
export function hatch(painter: Painter, left: number, top: number, width: number, height: number): void {
  const step = 4
  const parts: string[] = []
  for (let x = left - height; x < left + width; x += step) {
    parts.push(
      `${x.toFixed(2)} ${(top + height).toFixed(2)} m ${(x + height).toFixed(2)} ${top.toFixed(2)} l`,
    )
  }
  painter.path(parts.join(' '), {
    stroke: { thickness: 0.4, colour: '#777777' },
    clip: [left, top, width, height],
  })
}
