import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { readPresets } from '../../../src/main/services/presets.ts'
import { buildPaper } from '../../../src/shared/paper/assemble/assemble.ts'
import { plainText } from '../../../src/shared/paper/assemble/inlines.ts'
import type { PaperDraft, PaperSettings } from '../../../src/shared/paper/draft.ts'
import type { Block, ReportModel } from '../../../src/shared/paper/model.ts'
import type { PaperFacts } from '../../../src/shared/paper/template.ts'
import { demonstrationCouncilSettings } from '../../../src/shared/paper/templates/council/demonstration-draft.ts'
import { paperTemplates } from '../../../src/shared/paper/templates/index.ts'
import type { StatisticResult } from '../../../src/shared/statistics/definition.ts'
import type { Day } from '../../../src/shared/time/day.ts'
import { periodOf } from '../../../src/shared/time/frame.ts'

/** Facts of the demonstration ledger as the paper reads them, without a ledger. */
export function demonstrationFacts(): PaperFacts {
  const rows = demonstrationRows()
  const presets = readPresets()
  return {
    city: presets.organisation.city,
    fictional: true,
    departments: presets.organisation.departments,
    plan: presets.plan,
    programmes: rows.programmes,
    venues: rows.venues,
    codes: {},
    activities: rows.activities,
  }
}

export function draftOf(
  settings: Partial<PaperSettings> = {},
  edits: Readonly<Record<string, string>> = {},
): PaperDraft {
  return { id: 'draft', revision: 1, settings: { ...demonstrationCouncilSettings, ...settings }, edits }
}

/** The settings of the demonstration's draft as of another day. */
export function asOf(day: Day, fiscalYear = 2024): Pick<PaperSettings, 'frame'> {
  return { frame: { fiscalYear, period: periodOf({ fiscalYear, asOf: day }), asOf: day } }
}

export function councilModel(
  settings: Partial<PaperSettings> = {},
  options: {
    readonly facts?: PaperFacts
    readonly results?: Readonly<Record<string, StatisticResult>>
    readonly edits?: Readonly<Record<string, string>>
  } = {},
): ReportModel {
  return buildPaper(paperTemplates.council, {
    draft: draftOf(settings, options.edits),
    facts: options.facts ?? demonstrationFacts(),
    results: options.results ?? {},
  })
}

/** The words of a block as printed, marks first, lines as they stand. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.mark + plainText(block.inlines)
    case 'paragraph':
      return plainText(block.inlines)
    case 'quotation':
      return block.before + block.quoted + block.after + block.source
    case 'labels':
      return block.items
        .map((item) => `${item.label}：${item.lines.map((line) => plainText(line)).join('\n')}`)
        .join('\n')
    case 'list':
      return block.items.map((item) => item.mark + plainText(item.inlines)).join('\n')
    case 'table':
    case 'chart':
      return block.title
    case 'notes':
      return block.notes.map((note) => note.mark + note.text).join('\n')
    case 'rule':
    case 'pageBreak':
      return ''
  }
}

export const modelText = (model: ReportModel): string => model.blocks.map(blockText).join('\n')

/** The words of one block by id. */
export function wordsOf(model: ReportModel, id: string): string {
  const block = model.blocks.find((one) => one.id === id)
  return block === undefined ? '' : blockText(block)
}
