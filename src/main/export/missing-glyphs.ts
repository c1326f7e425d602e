import type { Block, Inline, ReportModel, TableCell } from '../../shared/paper/model.ts'
import { type FaceName, isInvisible, type PaperFonts } from './fonts.ts'
import { composeKana } from './text/compose-kana.ts'

/**
 * Characters of a paper that its fonts cannot draw (𠮷 and the like), each once, in the order in which they
 * come. A paper is not exported while there are any: it would print 〓.
 */
export function missingGlyphs(model: ReportModel, fonts: PaperFonts): string[] {
  const missing = new Set<string>()
  const faces: readonly FaceName[] = ['mincho', 'gothic', 'gothicBold']
  for (const text of printedTexts(model)) {
    for (const character of composeKana(text)) {
      const codePoint = character.codePointAt(0) ?? 0
      if (character === '\n' || isInvisible(codePoint)) continue
      if (!faces.every((face) => fonts[face].has(codePoint))) missing.add(character)
    }
  }
  return [...missing]
}

/** Every text that the renderers draw. */
export function* printedTexts(model: ReportModel): Generator<string> {
  const { head } = model
  yield* [head.title, head.number, head.meeting, head.date, head.department, head.city]
  yield* [head.frameText, head.standing, ...head.stamps]
  for (const block of model.blocks) yield* blockTexts(block)
}

function* inlineTexts(inlines: readonly Inline[]): Generator<string> {
  for (const inline of inlines) yield inline.kind === 'text' ? inline.text : inline.display
}

function* noteTexts(notes: readonly { readonly mark: string; readonly text: string }[]): Generator<string> {
  for (const note of notes) yield* [note.mark, note.text]
}

function* blockTexts(block: Block): Generator<string> {
  switch (block.kind) {
    case 'heading':
      yield block.mark
      yield* inlineTexts(block.inlines)
      return
    case 'paragraph':
      yield* inlineTexts(block.inlines)
      return
    case 'quotation':
      yield* [block.before, block.quoted, block.after, block.source]
      return
    case 'labels':
      for (const item of block.items) {
        yield item.label
        for (const line of item.lines) yield* inlineTexts(line)
      }
      return
    case 'list':
      for (const item of block.items) {
        yield item.mark
        yield* inlineTexts(item.inlines)
      }
      return
    case 'notes':
      yield* noteTexts(block.notes)
      return
    case 'table':
      yield* [block.mark, block.title, block.unit, block.legend, block.source]
      for (const column of block.columns) yield* column.heads
      for (const row of block.rows) for (const cell of row.cells) yield cellWords(cell)
      yield* noteTexts(block.notes)
      return
    case 'chart':
      yield* [block.mark, block.title, block.source, block.spec.unit, ...block.spec.categories]
      for (const series of block.spec.series) {
        yield series.label
        for (const point of series.points) if (point) yield point.display
      }
      for (const gap of block.spec.breaks) yield gap.mark
      yield* noteTexts(block.notes)
      return
    case 'rule':
    case 'pageBreak':
  }
}

const cellWords = (cell: TableCell): string =>
  cell.kind === 'number' ? cell.display : cell.kind === 'empty' ? '' : cell.text
