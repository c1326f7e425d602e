import type { ChartScene, ChartShape, Point } from '../../../shared/chart/scene.ts'
import type { PaperFonts } from '../fonts.ts'
import type { Painter } from './painter.ts'
import { textWidth } from './setting.ts'
import type { TextStyle } from './styles.ts'

const short = (value: number): string => value.toFixed(2)

/** Distance of the handles of a quarter circle, as a part of its radius. */
const kappa = 0.5523

function circlePath([x, y]: Point, r: number): string {
  const k = r * kappa
  const at = (...values: number[]) => values.map(short).join(' ')
  return [
    `${at(x + r, y)} m`,
    `${at(x + r, y + k, x + k, y + r, x, y + r)} c`,
    `${at(x - k, y + r, x - r, y + k, x - r, y)} c`,
    `${at(x - r, y - k, x - k, y - r, x, y - r)} c`,
    `${at(x + k, y - r, x + r, y - k, x + r, y)} c h`,
  ].join(' ')
}

/** Draws a chart's scene as vectors with its left top corner at the given place. */
export function drawScene(
  painter: Painter,
  fonts: PaperFonts,
  scene: ChartScene,
  left: number,
  top: number,
): void {
  const moved = ([x, y]: Point): Point => [left + x, top + y]
  const trail = (points: readonly Point[]): string =>
    points
      .map(moved)
      .map(([x, y], index) => `${short(x)} ${short(y)} ${index === 0 ? 'm' : 'l'}`)
      .join(' ')
  const draw = (shape: ChartShape): void => {
    switch (shape.kind) {
      case 'line':
        if (shape.paths.length === 0) return
        painter.path(shape.paths.map(trail).join(' '), {
          stroke: { thickness: shape.thickness, colour: shape.colour, dash: shape.dash },
        })
        return
      case 'polygon':
        painter.path(`${trail(shape.points)} h`, {
          ...(shape.fill ? { fill: shape.fill } : {}),
          ...(shape.stroke ? { stroke: shape.stroke } : {}),
        })
        return
      case 'circle':
        painter.path(circlePath(moved(shape.centre), shape.radius), {
          fill: shape.fill,
          stroke: { thickness: shape.thickness, colour: shape.colour },
        })
        return
      case 'text': {
        const style: TextStyle = {
          face: shape.bold ? 'gothicBold' : 'gothic',
          size: shape.size,
          leading: shape.size,
          tracking: 0,
        }
        const width = textWidth(fonts, style, shape.text)
        const shift = shape.anchor === 'middle' ? width / 2 : shape.anchor === 'end' ? width : 0
        const [x, y] = moved(shape.at)
        painter.text(style, x - shift, y, shape.text, 0, shape.colour)
      }
    }
  }
  for (const shape of scene.shapes) draw(shape)
}
