import type { ChartScene, ChartShape, Point } from '../../shared/chart/scene.ts'

/** Twice the size on the screen: sharp in a document. */
const density = 2 * (14 / 8.5)
const edge = 12
const faces = '"BIZ UDPGothic", sans-serif'

/**
 * A scene as a PNG on its own ground, with a heading above it and lines under it, in the page's own fonts.
 * An SVG loaded as a picture would not know them.
 *
 * @throws Error where the browser cannot make a picture.
 */
export async function chartPicture(
  scene: ChartScene,
  ground: string,
  ink: string,
  words: { readonly heading: string; readonly lines: readonly string[] },
): Promise<Blob> {
  const headRoom = 20
  const lineRoom = 13
  const width = scene.width + edge * 2
  const height = scene.height + edge * 2 + headRoom + lineRoom * words.lines.length
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * density)
  canvas.height = Math.ceil(height * density)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  // Without our face the picture is made in the PC's own.
  await document.fonts.load(`700 14px ${faces}`).catch(() => [])
  pen.scale(density, density)
  pen.fillStyle = ground
  pen.fillRect(0, 0, width, height)
  pen.translate(edge, edge)
  pen.fillStyle = ink
  pen.font = `700 10px ${faces}`
  pen.fillText(words.heading, 0, 10)
  pen.translate(0, headRoom)
  for (const shape of scene.shapes) draw(pen, shape)
  pen.fillStyle = ink
  pen.font = `400 8px ${faces}`
  pen.textAlign = 'start'
  words.lines.forEach((line, index) => {
    pen.fillText(line, 0, scene.height + lineRoom * (index + 0.8), scene.width)
  })
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png')
  })
}

function draw(pen: CanvasRenderingContext2D, shape: ChartShape): void {
  switch (shape.kind) {
    case 'line':
      pen.beginPath()
      for (const points of shape.paths) trace(pen, points)
      stroke(pen, shape.colour, shape.thickness, shape.dash)
      return
    case 'polygon':
      pen.beginPath()
      trace(pen, shape.points)
      pen.closePath()
      if (shape.fill !== null) {
        pen.fillStyle = shape.fill
        pen.fill()
      }
      if (shape.stroke !== null) stroke(pen, shape.stroke.colour, shape.stroke.thickness, shape.stroke.dash)
      return
    case 'circle':
      pen.beginPath()
      pen.arc(shape.centre[0], shape.centre[1], shape.radius, 0, Math.PI * 2)
      pen.fillStyle = shape.fill
      pen.fill()
      stroke(pen, shape.colour, shape.thickness, [])
      return
    case 'text':
      pen.font = `${shape.bold ? 700 : 400} ${shape.size}px ${faces}`
      pen.fillStyle = shape.colour
      pen.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
      pen.fillText(shape.text, shape.at[0], shape.at[1])
  }
}

function trace(pen: CanvasRenderingContext2D, points: readonly Point[]): void {
  points.forEach(([x, y], index) => {
    if (index === 0) pen.moveTo(x, y)
    else pen.lineTo(x, y)
  })
}

function stroke(
  pen: CanvasRenderingContext2D,
  colour: string,
  thickness: number,
  dash: readonly number[],
): void {
  pen.strokeStyle = colour
  pen.lineWidth = thickness
  pen.setLineDash([...dash])
  pen.stroke()
}
