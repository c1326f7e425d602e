import type { NotesBlock } from '../../../shared/paper/model.ts'
import { plainRun } from './run.ts'
import { type Setting, textWidth } from './setting.ts'
import type { Strip } from './strip.ts'
import { styles } from './styles.ts'
import { childTag, documentTag } from './tag.ts'
import { textStrips } from './text-strips.ts'

const keptNotes = 8

/** 注１ …, 記号 …: the marks in a column of their own, the words beside them. */
export function noteStrips(setting: Setting, block: Pick<NotesBlock, 'id' | 'notes'>, before = 3): Strip[] {
  const list = childTag(documentTag, 'L')
  const gap = 6
  const column = Math.max(0, ...block.notes.map((note) => textWidth(setting.fonts, styles.note, note.mark)))
  return block.notes.flatMap((note, index) => {
    const entry = childTag(list, 'LI')
    return textStrips(
      setting,
      {
        blockId: block.id,
        tag: childTag(entry, 'LBody'),
        style: styles.note,
        indent: column === 0 ? 0 : column + gap,
        firstIndent: 0,
        before: index === 0 ? before : 0,
        whole: true,
        // A few notes stay together under their table; a long list may go on over the page.
        keepWithNext: block.notes.length <= keptNotes && index < block.notes.length - 1,
        lead: { tag: childTag(entry, 'Lbl'), text: note.mark, indent: 0 },
      },
      plainRun(note.text),
    )
  })
}
