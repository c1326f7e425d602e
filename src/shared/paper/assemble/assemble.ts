import type { PaperDraft } from '../draft.ts'
import type { ReportModel } from '../model.ts'
import type { PaperFacts } from '../template.ts'
import { paperHead } from './head.ts'
import { inlinesOf } from './inlines.ts'
import type { TextBlock } from './text-block.ts'
import { type Fields, writeBlocks } from './write-blocks.ts'

export interface PaperParts {
  readonly draft: PaperDraft
  readonly facts: PaperFacts
  readonly fields: Fields
  readonly blocks: readonly TextBlock[]
  readonly orientation: ReportModel['orientation']
  readonly pageNumbers: ReportModel['pageNumbers']
}

/** Words, fields, edits and numbers put together: the finished model of any template. */
export function assemblePaper(parts: PaperParts): ReportModel {
  const { settings, edits } = parts.draft
  const blocks = writeBlocks(parts.blocks, {
    edits,
    inlines: (text) => inlinesOf(text, parts.fields),
    tidy: settings.wording === 'tidied' ? (text) => text : (text) => text,
  })
  return {
    template: settings.template,
    head: paperHead(parts.draft, parts.facts),
    orientation: parts.orientation,
    numbering: settings.numbering,
    pageNumbers: parts.pageNumbers,
    blocks,
  }
}
