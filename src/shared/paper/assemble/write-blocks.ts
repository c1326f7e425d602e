import type { Block, FieldInline, Inline } from '../model.ts'
import type { TextBlock } from './text-block.ts'

export interface Writing {
  /** `PaperDraft.edits`: words of the reader, by place. They are printed as they are, never tidied. */
  readonly edits: Readonly<Record<string, string>>
  /** Splits words into text and fields. */
  readonly inlines: (text: string) => readonly Inline[]
  /** House style for the template's own words (整えて), or nothing (原文どおり). */
  readonly tidy: (text: string) => string
}

export type Fields = Readonly<Record<string, FieldInline>>

/** Text blocks → blocks of the model, with the reader's edits. Marks are left to the numbering pass. */
export function writeBlocks(blocks: readonly TextBlock[], writing: Writing): readonly Block[] {
  return blocks.map((block) => writeBlock(block, writing))
}

function writeBlock(block: TextBlock, writing: Writing): Block {
  if (block.kind === 'ready') return block.block
  const { id } = block
  const editable = block.fixed !== true
  const words = (key: string, text: string): string =>
    (editable ? writing.edits[key] : undefined) ?? writing.tidy(text)
  switch (block.kind) {
    case 'heading':
      return {
        kind: 'heading',
        id,
        editable,
        level: block.level,
        mark: '',
        inlines: writing.inlines(words(id, block.text)),
      }
    case 'paragraph':
      return {
        kind: 'paragraph',
        id,
        editable,
        level: block.level,
        inlines: writing.inlines(words(id, block.text)),
      }
    case 'quotation':
      // The quoted words themselves are never touched, whatever the wording (documents §2).
      return {
        kind: 'quotation',
        id,
        editable: false,
        level: block.level,
        before: writing.tidy(block.before),
        quoted: block.quoted,
        after: writing.tidy(block.after),
        source: writing.tidy(block.source),
      }
    case 'labels':
      return {
        kind: 'labels',
        id,
        editable,
        level: block.level,
        items: block.items.map((item, index) => ({
          label: item.label,
          lines: labelLines(item.lines, writing, editable ? writing.edits[`${id}/${index}`] : undefined),
        })),
      }
    case 'list':
      return {
        kind: 'list',
        id,
        editable,
        level: block.level,
        items: block.items.map((item, index) => ({
          mark: item.mark,
          inlines: writing.inlines(words(`${id}/${index}`, item.text)),
        })),
      }
    case 'rule':
    case 'pageBreak':
      return { kind: block.kind, id, editable: false }
  }
}

function labelLines(
  lines: readonly string[],
  writing: Writing,
  edit: string | undefined,
): readonly (readonly Inline[])[] {
  const words = edit === undefined ? lines.map((line) => writing.tidy(line)) : edit.split('\n')
  return words.map((line) => writing.inlines(line))
}
