import type { ChartScene, ChartShape, Point } from './scene.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const short = (value: number): string => String(Math.round(value * 100) / 100)
const move = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')

function dashOf(dash: readonly number[]): string {
  return dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(short).join(' ')}"`
}

function shapeSvg(shape: ChartShape): string {
  switch (shape.kind) {
    case 'line':
      return `<path d="${shape.paths.map(move).join('')}" fill="none" stroke="${shape.colour}" stroke-width="${short(shape.thickness)}"${dashOf(shape.dash)}/>`
    case 'polygon': {
      const { stroke } = shape
      const pen = stroke
        ? ` stroke="${stroke.colour}" stroke-width="${short(stroke.thickness)}"${dashOf(stroke.dash)}`
        : ''
      return `<path d="${move(shape.points)}Z" fill="${shape.fill ?? 'none'}"${pen}/>`
    }
    case 'circle':
      return `<circle cx="${short(shape.centre[0])}" cy="${short(shape.centre[1])}" r="${short(shape.radius)}" fill="${shape.fill}" stroke="${shape.colour}" stroke-width="${short(shape.thickness)}"/>`
    case 'text':
      return `<text x="${short(shape.at[0])}" y="${short(shape.at[1])}" font-size="${short(shape.size)}" text-anchor="${shape.anchor}"${shape.bold ? ' font-weight="700"' : ''} fill="${shape.colour}">${escaped(shape.text)}</text>`
  }
}

/**
 * A scene as SVG for the screen. Presentation attributes only: the content policy refuses `style=""`.
 *
 * @param alternative read aloud in place of the picture
 */
export function chartSvg(scene: ChartScene, alternative: string): string {
  const size = `${short(scene.width)} ${short(scene.height)}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" role="img" aria-label="${escaped(alternative)}" font-family="BIZ UDGothic">${scene.shapes.map(shapeSvg).join('')}</svg>`
}
