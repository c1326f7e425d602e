import type { CellNote } from './notes.ts'

/** The drawing of a sheet that has none yet: Excel shows a comment only where it has a box (VML). */
export const emptyDrawing = [
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  ' xmlns:x="urn:schemas-microsoft-com:office:excel">',
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
  '</xml>',
].join('')

const boxType = [
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
].join('')

/**
 * Adds a hidden box for each note behind the shapes of a drawing, or null where the drawing has no end to
 * be found. Such drawings are not always well-formed XML (Excel writes `<br>`), so nothing in them is read but ids.
 */
export function addBoxes(drawing: string, notes: readonly CellNote[]): string | null {
  const end = drawing.lastIndexOf('</xml>')
  if (end < 0) return null
  const numbers = [...drawing.matchAll(/_x0000_s(\d{1,9})/g)].map(([, number]) => Number(number))
  const first = numbers.reduce((most, number) => Math.max(most, number), 1024) + 1
  const type = drawing.includes('id="_x0000_t202"') ? '' : boxType
  const boxes = notes.map((note, index) => box(note, first + index))
  return drawing.slice(0, end) + type + boxes.join('') + drawing.slice(end)
}

/** Beside its cell, four columns wide and as high as its lines. Rows and columns count from 0 here. */
function box({ row, column, text }: CellNote, number: number): string {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 22), 2)
  const top = Math.max(0, row - 2)
  const anchor = [column, 15, top, 10, column + 4, 15, top + lines, 4].join(', ')
  return [
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden"`,
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>',
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column>`,
    '</x:ClientData></v:shape>',
  ].join('')
}
