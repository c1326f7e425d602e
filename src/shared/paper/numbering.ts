import { houseDigits } from '../cell/digits.ts'
import type { Block, ListBlock } from './model.ts'
import { levelMark, type NumberingPreset } from './numbering-presets.ts'

/**
 * Fills the marks of headings (by level), tables (表１), charts (図１) and of lists whose items have none.
 * Marks that were there before are replaced, so that the pass may run again after an edit; marks of list
 * items that the writer set stay. ①②③ inside a sentence are words and never touched (documents §2).
 */
export function numberBlocks(blocks: readonly Block[], preset: NumberingPreset): readonly Block[] {
  const counts = [0, 0, 0, 0]
  let tables = 0
  let charts = 0
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading': {
        const count = (counts[block.level - 1] ?? 0) + 1
        counts[block.level - 1] = count
        counts.fill(0, block.level)
        return { ...block, mark: levelMark(preset, block.level, count) }
      }
      case 'table':
        tables += 1
        return { ...block, mark: `表${houseDigits(tables)}` }
      case 'chart':
        charts += 1
        return { ...block, mark: `図${houseDigits(charts)}` }
      case 'list':
        return numberList(block, preset)
      default:
        return block
    }
  })
}

/** A list under a heading is marked as the next level below it: ①–⑥ under （４）. */
function numberList(block: ListBlock, preset: NumberingPreset): ListBlock {
  if (block.items.some((item) => item.mark !== '')) return block
  return {
    ...block,
    items: block.items.map((item, index) => ({
      ...item,
      mark: levelMark(preset, block.level + 1, index + 1),
    })),
  }
}
