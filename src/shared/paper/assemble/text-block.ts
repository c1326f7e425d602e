import type { Block } from '../model.ts'

type Level = 0 | 1 | 2 | 3 | 4

interface TextBlockBase {
  readonly id: string
  /** Words that no reader may change (a quotation, a generated line). Default: may be changed. */
  readonly fixed?: true
}

/**
 * What a template writes: words as plain text with number fields as `{{name}}`. `writeBlocks` turns
 * them into the blocks of the report model. Tables, charts and notes come ready.
 */
export type TextBlock =
  | (TextBlockBase & { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string })
  | (TextBlockBase & { readonly kind: 'paragraph'; readonly level: Level; readonly text: string })
  | (TextBlockBase & {
      readonly kind: 'quotation'
      readonly level: Level
      readonly before: string
      readonly quoted: string
      readonly after: string
      readonly source: string
    })
  | (TextBlockBase & { readonly kind: 'labels'; readonly level: Level; readonly items: readonly LabelText[] })
  | (TextBlockBase & {
      readonly kind: 'list'
      readonly level: Level
      readonly items: readonly { readonly mark: string; readonly text: string }[]
    })
  | (TextBlockBase & { readonly kind: 'rule' | 'pageBreak' })
  | { readonly kind: 'ready'; readonly block: Block }

/** 「目的：…」. `lines` are lines of their own under one label (「対象」 has three). */
export interface LabelText {
  readonly label: string
  readonly lines: readonly string[]
}

/** Words of an editable place by the key that `PaperDraft.edits` uses; label lines are joined by newlines. */
export function editablePlaces(block: TextBlock): readonly { readonly key: string; readonly text: string }[] {
  if (block.kind === 'ready' || block.kind === 'quotation' || block.fixed) return []
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ key: block.id, text: block.text }]
    case 'labels':
      return block.items.map((item, index) => ({ key: `${block.id}/${index}`, text: item.lines.join('\n') }))
    case 'list':
      return block.items.map((item, index) => ({ key: `${block.id}/${index}`, text: item.text }))
    case 'rule':
    case 'pageBreak':
      return []
  }
}
