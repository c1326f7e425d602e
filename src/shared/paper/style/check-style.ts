import type { Block } from '../model.ts'
import { inlinesToText } from '../text.ts'
import { checkText } from './check-text.ts'
import type { StylePreset } from './preset.ts'
import type { TextFinding } from './rule.ts'

/** A finding with its place: the key of `PaperDraft.edits`; of a quotation `id/before`, `id/after`, `id/source`. */
export interface StyleFinding extends TextFinding {
  readonly blockId: string
  readonly place: string
}

/** One text of a paper: what the checker reads. */
export interface StylePlace {
  readonly blockId: string
  readonly place: string
  readonly text: string
}

/**
 * The house style of a whole paper (documents §2). Quoted words are never read, nor are tables, charts,
 * page breaks and rules; notes are, like sentences.
 */
export function checkStyle(blocks: readonly Block[], preset: StylePreset): readonly StyleFinding[] {
  return checkPlaces(blocks.flatMap(stylePlaces), preset)
}

/** As {@link checkStyle}, on texts that were taken apart already. */
export function checkPlaces(places: readonly StylePlace[], preset: StylePreset): readonly StyleFinding[] {
  const found = places.flatMap(({ blockId, place, text }) =>
    checkText(text, preset).map((finding) => ({ ...finding, blockId, place })),
  )
  return found
}

/** The texts of a block that house style applies to. */
export function stylePlaces(block: Block): readonly StylePlace[] {
  const at = (place: string, text: string): StylePlace => ({ blockId: block.id, place, text })
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [at(block.id, inlinesToText(block.inlines))]
    case 'labels':
      return block.items.map((item, index) =>
        at(`${block.id}/${index}`, item.lines.map(inlinesToText).join('\n')),
      )
    case 'list':
      return block.items.map((item, index) => at(`${block.id}/${index}`, inlinesToText(item.inlines)))
    case 'quotation':
      return [
        at(`${block.id}/before`, block.before),
        at(`${block.id}/after`, block.after),
        at(`${block.id}/source`, block.source),
      ]
    case 'notes':
      return block.notes.map((note, index) => at(`${block.id}/${index}`, note.text))
    case 'rule':
    case 'pageBreak':
    case 'table':
    case 'chart':
      return []
  }
}
