import { limits } from '../limits.ts'
import { damaged } from '../refuse.ts'
import { openParts, type XlsxParts } from '../xlsx/read-xlsx.ts'
import { readRelationships } from '../xlsx/relationships.ts'
import { readWorkbook } from '../xlsx/workbook.ts'
import { openArchive } from '../zip/archive.ts'
import type { Budget } from '../zip/inflate.ts'
import { colourCells } from './colour-cells.ts'
import { addBoxes, emptyDrawing } from './comment-boxes.ts'
import { addComments, emptyComments } from './comments.ts'
import { mergedCells } from './merged-cells.ts'
import { type BookNote, byCell, type CellNote } from './notes.ts'
import { PackageCopy } from './package-copy.ts'
import { type SheetSurvey, surveySheet } from './sheet-survey.ts'
import { ColouredStyles, plainStyles } from './styles.ts'
import { type Edit, edited } from './xml-edit.ts'

const transitional = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const strict = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const contentTypes = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
}

/**
 * A copy of a workbook with a comment and a colour on the cells concerned; all other parts (charts, macros,
 * pictures) are the same bytes. Notes of one cell are joined; a note inside a merged range stands on its upper
 * left cell, one for a whole row on its first cell that holds anything.
 * Throws what reading the book throws, RangeError for a sheet that the book does not have.
 */
export function annotateXlsx(bytes: Uint8Array, notes: readonly BookNote[]): Uint8Array<ArrayBuffer> {
  const budget: Budget = { inflated: 0 }
  const parts = openParts(openArchive(bytes), budget)
  const copy = new PackageCopy(parts.archive, budget)
  const sheetParts = findSheets(parts, budget)
  const styles = openStyles(parts, copy)
  const bySheet = Map.groupBy(notes, ({ place }) => place.sheet)
  let comments: number = limits.comments
  for (const [sheet, ofSheet] of bySheet) {
    const part = sheetParts.get(sheet)
    if (part === undefined) throw new RangeError('a note for a sheet that the book does not have')
    comments -= annotateSheet(copy, part, ofSheet, styles, comments, budget)
  }
  styles.save(copy)
  return copy.bytes()
}

function findSheets(parts: XlsxParts, budget: Budget): ReadonlyMap<string, string> {
  const entry = parts.archive.entries.get(parts.workbook)
  if (entry === undefined) throw damaged(parts.workbook)
  const targets = new Map(parts.relationships.map(({ id, target }) => [id, target]))
  const { sheets } = readWorkbook(entry, budget)
  return new Map(
    sheets.flatMap(({ name, relationship }) => {
      const target = targets.get(relationship)
      return target === undefined ? [] : [[name, target] as const]
    }),
  )
}

function openStyles(parts: XlsxParts, copy: PackageCopy): ColouredStyles {
  const known = parts.relationships.find(({ type }) => type === 'styles')?.target
  const text = known === undefined ? null : copy.text(known)
  if (known !== undefined && text !== null) return new ColouredStyles(known, text)
  const part = copy.freeName('xl/styles', '.xml')
  copy.set(part, plainStyles)
  copy.declare(contentTypes.styles, { part: `/${part}` })
  copy.relate(parts.workbook, `${transitional.relationships}/styles`, part)
  return new ColouredStyles(part, plainStyles)
}

/** Returns how many comments it wrote. */
function annotateSheet(
  copy: PackageCopy,
  part: string,
  notes: readonly BookNote[],
  styles: ColouredStyles,
  comments: number,
  budget: Budget,
): number {
  const text = copy.text(part)
  if (text === null) throw damaged(part)
  const wholeRows = notes.filter(({ place }) => place.column === null).map(({ place }) => place.row)
  const survey = surveySheet(part, text, new Set(wholeRows))
  const upperLeft = mergedCells(survey.merges, new Set(notes.map(({ place }) => place.row)))
  const cells = byCell(notes, ({ row, column }) => upperLeft(row, column ?? survey.firstCells.get(row) ?? 1))
  const commented = cells.slice(0, comments)
  const edits = [
    ...colourCells(part, text, cells, survey, styles),
    ...writeComments(copy, part, commented, survey, budget),
  ]
  copy.set(part, edited(text, edits))
  return commented.length
}

/** Comments and their boxes; the edits of the sheet itself are what ties a new drawing to it. */
function writeComments(
  copy: PackageCopy,
  part: string,
  notes: readonly CellNote[],
  survey: SheetSurvey,
  budget: Budget,
): readonly Edit[] {
  if (notes.length === 0) return []
  const names = survey.strict ? strict : transitional
  const relationships = readRelationships(copy.archive, part, budget)
  const drawingPart = relationships.find(({ id }) => id === survey.drawing)?.target
  const drawing = drawingPart === undefined ? emptyDrawing : copy.text(drawingPart)
  const commentsPart = relationships.find(({ type }) => type === 'comments')?.target
  const known = commentsPart === undefined ? null : copy.text(commentsPart)
  const written = addComments(commentsPart ?? part, known ?? emptyComments(names.main), notes)
  const withBoxes = drawing === null ? null : addBoxes(drawing, written.boxes)
  if (withBoxes === null) return []

  if (commentsPart !== undefined && known !== null) copy.set(commentsPart, written.text)
  else {
    const name = copy.freeName('xl/comments', '.xml')
    copy.set(name, written.text)
    copy.declare(contentTypes.comments, { part: `/${name}` })
    copy.relate(part, `${names.relationships}/comments`, name)
  }
  if (drawingPart !== undefined) {
    copy.set(drawingPart, withBoxes)
    return []
  }
  const name = copy.freeName('xl/drawings/vmlDrawing', '.vml')
  copy.set(name, withBoxes)
  copy.declare(contentTypes.drawing, { extension: 'vml' })
  const id = copy.relate(part, `${names.relationships}/vmlDrawing`, name)
  const reference = `<${survey.prefix}legacyDrawing xmlns:r="${names.relationships}" r:id="${id}"/>`
  return [{ at: survey.drawingAt, remove: 0, insert: reference }]
}
