import { plain } from '../contract/plain.ts'
import type { PaperField, PaperPlace, PaperView } from '../contract/schemas/papers.ts'
import { formatFrame } from '../time/format.ts'
import { assemblePaper } from './assemble/assemble.ts'
import { inlinesOf, plainText, tokensIn } from './assemble/inlines.ts'
import { editablePlaces, type TextBlock } from './assemble/text-block.ts'
import { stylePresetOf, wordingOf } from './assemble/wording.ts'
import type { Block, FieldInline, ReportModel } from './model.ts'
import type { Composition, PaperTemplate, TemplateInput } from './template.ts'
import { paperFindings } from './view-findings.ts'

/** A paper as the editor shows it, and its model: outline, places, fields with their cells, findings. */
export function paperView(
  template: PaperTemplate,
  input: TemplateInput,
): { readonly view: PaperView; readonly model: ReportModel } {
  const composition = template.compose(input)
  const model = assemblePaper(composition, input)
  const places = placesOf(composition, input)
  const fields = fieldsOf(composition, places, input)
  const findings = paperFindings(composition, places, {
    blocks: model.blocks,
    preset: stylePresetOf(input.draft.settings),
  })
  return {
    model,
    view: {
      frameText: model.head.frameText,
      standing: model.head.standing,
      stamps: [...model.head.stamps],
      outline: outlineOf(model.blocks, (blockId) => findings.filter((one) => one.blockId === blockId).length),
      blocks: plain(model.blocks),
      places,
      fields,
      findings,
    },
  }
}

/** Every place whose words may be changed, with what the template wrote there. */
export function placesOf(composition: Composition, { draft }: TemplateInput): PaperPlace[] {
  const tidy = wordingOf(draft.settings)
  return composition.blocks.flatMap((block) =>
    editablePlaces(block).map(({ key, text }, index): PaperPlace => {
      const original = text.split('\n').map(tidy).join('\n')
      const edit = Object.hasOwn(draft.edits, key) ? draft.edits[key] : undefined
      return {
        place: key,
        blockId: block.kind === 'ready' ? block.block.id : block.id,
        label: labelOf(block, index),
        text: edit ?? original,
        original,
        edited: edit !== undefined,
        inlines: plain(inlinesOf(edit ?? original, composition.fields)),
      }
    }),
  )
}

function labelOf(block: TextBlock, index: number): string {
  if (block.kind === 'labels') return block.items[index]?.label ?? ''
  return block.kind === 'list' ? (block.items[index]?.mark ?? '') : ''
}

function fieldsOf(
  composition: Composition,
  places: readonly PaperPlace[],
  { draft, results }: TemplateInput,
): PaperField[] {
  const used = new Set(places.flatMap((place) => tokensIn(place.text)))
  const frame = formatFrame(draft.settings.frame)
  return Object.values(composition.fields).map((field) => ({
    name: field.name,
    label: field.label,
    display: field.display,
    cell: plain(field.cell),
    used: used.has(field.name),
    source: `${field.label}　${frame}`,
    origin: originOf(field.cell, results),
  }))
}

/** Fields carry the engine's own cells: the answer that holds this very one is where the number comes from. */
function originOf(cell: FieldInline['cell'], results: TemplateInput['results']): PaperField['origin'] {
  for (const result of Object.values(results)) {
    if (result.total === cell) return { query: plain(result.query), keys: [] }
    const row = result.rows.find((one) => one.cell === cell)
    if (row !== undefined) return { query: plain(result.query), keys: [...row.keys] }
  }
  return null
}

/** Headings, and between them tables and figures by their number and title. */
function outlineOf(blocks: readonly Block[], findingsIn: (blockId: string) => number): PaperView['outline'] {
  const outline: PaperView['outline'] = []
  let level: 1 | 2 | 3 | 4 = 1
  for (const block of blocks) {
    if (block.kind === 'heading') {
      level = block.level
      outline.push(entry(block.id, level, block.mark, plainText(block.inlines)))
    } else if (block.kind === 'table' || block.kind === 'chart') {
      outline.push(entry(block.id, deeper(level), `${block.mark}　`, block.title))
    }
    const open = outline.at(-1)
    if (open !== undefined) open.findings += findingsIn(block.id)
  }
  return outline
}

const entry = (blockId: string, level: number, mark: string, text: string): PaperView['outline'][number] => ({
  blockId,
  level,
  mark,
  text,
  findings: 0,
})

const deeper = (level: 1 | 2 | 3 | 4): number => Math.min(4, level + 1)
