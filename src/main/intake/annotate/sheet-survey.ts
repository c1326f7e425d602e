import type { CellRange } from '../../../shared/intake/book.ts'
import { columnOf, readRange } from '../xlsx/reference.ts'
import { isTrue, prefixed } from '../xml/read-xml.ts'
import { type PlacedTag, walkTags } from './xml-edit.ts'

/** What must be known of a sheet before notes find their cells in it. */
export interface SheetSurvey {
  readonly merges: readonly CellRange[]
  /** First cell that holds anything, of the rows that were asked for. */
  readonly firstCells: ReadonlyMap<number, number>
  /** Format of cells that are not written, by column and (stronger) by row. */
  readonly columnFormats: readonly { readonly from: number; readonly to: number; readonly format: number }[]
  /** Relationship of the drawing in which comments have their boxes. */
  readonly drawing: string | null
  /** Where a reference to such a drawing is to stand: the schema fixes the order of a sheet's parts. */
  readonly drawingAt: number
  readonly prefix: string
  readonly strict: boolean
}

/** Parts of a worksheet that come behind `legacyDrawing` (ECMA-376 18.3.1.99). */
const behindDrawing = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'AlternateContent',
  'extLst',
])

export function surveySheet(part: string, text: string, rows: ReadonlySet<number>): SheetSurvey {
  const merges: CellRange[] = []
  const firstCells = new Map<number, number>()
  const columnFormats: { from: number; to: number; format: number }[] = []
  let drawing: string | null = null
  let drawingAt: number | null = null
  let prefix = ''
  let strict = false
  let afterData = false
  let row = 0
  let column = 0
  const root = (tag: PlacedTag): void => {
    prefix = tag.prefix
    strict = Object.values(tag.attributes).some((value) => value.includes('purl.oclc.org/ooxml'))
  }
  walkTags(part, text, {
    open(tag) {
      const { name, attributes } = tag
      if (tag.depth === 0) root(tag)
      else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r)
        column = 0
      } else if (name === 'c' && rows.has(row) && !firstCells.has(row)) {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        if (!tag.selfClosing) firstCells.set(row, column)
      } else if (name === 'mergeCell') {
        const range = readRange(attributes.ref ?? '')
        if (range !== null) merges.push(range)
      } else if (name === 'col' && attributes.style !== undefined) {
        const ends = { from: Number(attributes.min), to: Number(attributes.max) }
        columnFormats.push({ ...ends, format: Number(attributes.style) })
      } else if (tag.depth === 1 && name === 'legacyDrawing') drawing = prefixed(attributes, 'id')
      else if (tag.depth === 1 && afterData && behindDrawing.has(name)) drawingAt ??= tag.from
    },
    close(tag) {
      if (tag.depth === 1 && tag.name === 'sheetData') afterData = true
      if (tag.depth === 0) drawingAt ??= tag.from
    },
  })
  return {
    merges,
    firstCells,
    columnFormats,
    drawing,
    drawingAt: drawingAt ?? text.length,
    prefix,
    strict,
  }
}

/** The format of a row whose empty cells have one. */
export const rowFormat = (attributes: PlacedTag['attributes']): number | null =>
  isTrue(attributes.customFormat) && attributes.s !== undefined ? Number(attributes.s) : null
