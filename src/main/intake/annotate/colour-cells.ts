import { columnName, columnOf } from '../xlsx/reference.ts'
import type { CellNote } from './notes.ts'
import { rowFormat, type SheetSurvey } from './sheet-survey.ts'
import type { ColouredStyles } from './styles.ts'
import { appendInside, type Edit, type PlacedTag, walkTags, withAttribute } from './xml-edit.ts'

/**
 * The edits that give cells their colour: the format number of those that are written, and cells (and rows)
 * of their own for those that are not. `notes` by row and column.
 */
export function colourCells(
  part: string,
  text: string,
  notes: readonly CellNote[],
  survey: SheetSurvey,
  styles: ColouredStyles,
): readonly Edit[] {
  const edits: Edit[] = []
  const { prefix } = survey
  let next = 0
  let here: readonly CellNote[] = []
  let row = 0
  let column = 0
  let ownFormat: number | null = null

  const columnFormat = (of: number): number =>
    survey.columnFormats.find(({ from, to }) => from <= of && of <= to)?.format ?? 0
  const newCell = (note: CellNote, format: number | null): string => {
    const style = styles.coloured(format ?? columnFormat(note.column), note.tone)
    return `<${prefix}c r="${columnName(note.column)}${note.row}" s="${style}"/>`
  }
  /** Rows before `number` that the sheet does not write. */
  const newRows = (number: number): string => {
    const rows = new Map<number, string>()
    for (let note = notes[next]; note !== undefined && note.row < number; note = notes[++next]) {
      rows.set(note.row, (rows.get(note.row) ?? '') + newCell(note, null))
    }
    return [...rows].map(([r, cells]) => `<${prefix}row r="${r}">${cells}</${prefix}row>`).join('')
  }
  const openRow = (tag: PlacedTag): void => {
    row = tag.attributes.r === undefined ? row + 1 : Number(tag.attributes.r)
    column = 0
    ownFormat = rowFormat(tag.attributes)
    const rows = newRows(row)
    if (rows !== '') edits.push({ at: tag.from, remove: 0, insert: rows })
    const first = next
    while (notes[next]?.row === row) next++
    here = notes.slice(first, next)
    if (here.length === 0 || tag.selfClosing) return
    const written = text.slice(tag.from, tag.to)
    edits.push({
      at: tag.from,
      remove: written.length,
      insert: withAttribute(written, 'spans', null),
    })
  }
  const openCell = (tag: PlacedTag): void => {
    column = tag.attributes.r === undefined ? column + 1 : columnOf(tag.attributes.r)
    const before = here.filter((note) => note.column < column)
    here = here.slice(before.length)
    const insert = before.map((note) => newCell(note, ownFormat)).join('')
    if (insert !== '') edits.push({ at: tag.from, remove: 0, insert })
    const [note] = here
    if (note?.column !== column) return
    here = here.slice(1)
    const written = text.slice(tag.from, tag.to)
    const style = styles.coloured(Number(tag.attributes.s ?? 0), note.tone)
    edits.push({
      at: tag.from,
      remove: written.length,
      insert: withAttribute(written, 's', String(style)),
    })
  }
  walkTags(part, text, {
    open(tag) {
      if (tag.name === 'row' && tag.depth === 2) openRow(tag)
      else if (tag.name === 'c' && here.length > 0) openCell(tag)
    },
    close(tag) {
      if (tag.name === 'row' && tag.depth === 2 && here.length > 0) {
        edits.push(appendInside(text, tag, here.map((note) => newCell(note, ownFormat)).join('')))
        here = []
      } else if (tag.name === 'sheetData' && tag.depth === 1 && next < notes.length) {
        edits.push(appendInside(text, tag, newRows(Number.POSITIVE_INFINITY)))
      }
    },
  })
  return edits
}
