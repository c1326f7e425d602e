import type { ReportModel } from '../model.ts'
import { numberBlocks } from '../numbering.ts'
import type { Composition, PaperTemplate, TemplateInput } from '../template.ts'
import { paperHead } from './head.ts'
import { inlinesOf } from './inlines.ts'
import { wordingOf } from './wording.ts'
import { writeBlocks } from './write-blocks.ts'

/** data → model: the template's words in the chosen wording, the reader's edits, fields, marks. Pure. */
export function buildPaper(template: PaperTemplate, input: TemplateInput): ReportModel {
  return assemblePaper(template.compose(input), input)
}

/** The finished model of a composition. */
export function assemblePaper(composition: Composition, { draft, facts }: TemplateInput): ReportModel {
  const { settings, edits } = draft
  const blocks = writeBlocks(composition.blocks, {
    edits,
    inlines: (text) => inlinesOf(text, composition.fields),
    tidy: wordingOf(settings),
  })
  return {
    template: settings.template,
    head: paperHead(draft, facts),
    orientation: composition.orientation,
    numbering: settings.numbering,
    pageNumbers: composition.pageNumbers,
    blocks: numberBlocks(blocks, settings.numbering),
  }
}
