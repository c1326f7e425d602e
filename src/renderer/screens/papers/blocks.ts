import type { PaperField, PaperPlace, PaperView } from '../../../shared/contract/schemas/papers.ts'
import type { Block, Inline } from '../../../shared/paper/model.ts'
import type { ChipFace } from '../../ui/chip-editor/chip-editor.tsx'

/** Words of inlines as they are printed. */
export const inlineText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.display)).join('')

export function isMissing(field: PaperField): boolean {
  return field.cell.state !== 'value'
}

/** How the chips look, by field name. */
export function facesOf(fields: readonly PaperField[]): ReadonlyMap<string, ChipFace> {
  return new Map(
    fields.map((field) => [
      field.name,
      {
        display: field.display,
        label: field.label,
        look: isMissing(field)
          ? 'missing'
          : field.cell.flags.includes('provisional')
            ? 'provisional'
            : 'value',
      } satisfies ChipFace,
    ]),
  )
}

/** Places of a block, in their order. */
export function placesOf(view: PaperView, blockId: string): readonly PaperPlace[] {
  return view.places.filter((place) => place.blockId === blockId)
}

/** The heading under which each block stands: 「３（３）①」. Headings are their own place. */
export function positionsOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const marks: string[] = []
  const positions = new Map<string, string>()
  for (const block of blocks) {
    if (block.kind === 'heading') {
      marks.length = block.level - 1
      marks[block.level - 1] = block.mark.trim()
    }
    positions.set(block.id, marks.filter(Boolean).join(''))
  }
  return positions
}

/** The outline's entry for each block: the last heading at or before it. */
export function headingsOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  let heading = ''
  const headings = new Map<string, string>()
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.id
    headings.set(block.id, heading)
  }
  return headings
}
