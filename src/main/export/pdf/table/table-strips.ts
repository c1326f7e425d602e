import type { TableBlock } from '../../../../shared/paper/model.ts'
import { exportWords } from '../../../../shared/words/export.ts'
import { notesUnder } from '../../notes-under.ts'
import { noteStrips } from '../note-strips.ts'
import { baselineOf, type Setting, setLines, textWidth } from '../setting.ts'
import type { Strip } from '../strip.ts'
import { styles } from '../styles.ts'
import { childTag, documentTag, type Tag } from '../tag.ts'
import { fitTable, paddingOf, splitColumns, type TableSetting } from './columns.ts'
import { tableHead } from './head-strip.ts'
import { rowStrips } from './row-strip.ts'

/** A table lower than this (eighteen rows or so) rather moves to the next page than be parted, in points. */
const keptWhole = 310
/** So many rows at least stand on either side of a parting, fewer only in a table that has not as many. */
const fewestRows = 5

/** A table with its title above, unit at the right, head, rows, notes and legend; several if it is too wide. */
export function tableStrips(setting: Setting, block: TableBlock): Strip[] {
  const table = fitTable(setting, block)
  if (table) return onePart(setting, block, table)
  return splitColumns(setting, block).flatMap((part) => {
    const fitted = fitTable(setting, part)
    // One column by itself may be wider than the page: then its words are broken where they are full.
    return onePart(setting, part, fitted ?? squeezed(setting, part))
  })
}

function squeezed(setting: Setting, block: TableBlock): TableSetting {
  const width = setting.measure / block.columns.length
  const style = { face: 'gothic', size: 7.5, leading: 10.3, tracking: 0 } as const
  return {
    style,
    bold: { ...style, face: 'gothicBold' } as const,
    widths: block.columns.map(() => width),
    tails: block.columns.map(() => 0),
    padding: paddingOf(7.5),
  }
}

function onePart(setting: Setting, block: TableBlock, table: TableSetting): Strip[] {
  const tag = childTag(documentTag, 'Table')
  const head = tableHead(setting, block, table, tag)
  const repeated = [...captionStrips(setting, block, null), head.repeated]
  const body = childTag(tag, 'TBody')
  const probe = block.rows.map((_, index) => rowStrips(setting, block, table, body, index, repeated))
  const height = probe.flat().reduce((sum, row) => sum + row.height, head.height)
  const whole = height <= Math.min(keptWhole, setting.depth * 0.8)
  const last = block.rows.length - 1
  const notes = notesUnder(block)
  const rows = probe.flatMap((row, index) => {
    const near = index < fewestRows - 1 || index > last - fewestRows
    // Wide tables have a page of their own; of a long one the first and last rows never stand alone.
    const tight = setting.tight && whole
    const keepWithNext = index === last ? notes.length > 0 : tight || near
    const staysWithNext = whole && index < last
    // A row of several strips is higher than most of a page: it keeps nothing beside it.
    return row.length === 1 ? row.map((strip) => ({ ...strip, keepWithNext, staysWithNext })) : row
  })
  const caption = captionStrips(setting, block, childTag(tag, 'Caption'))
  const under = noteStrips(setting, { id: block.id, notes })
  return spaced([...caption, head.strip, ...rows, ...under])
}

/** Air above the title and below the last line, so that a table never sticks to the text around it. */
function spaced(strips: readonly Strip[]): Strip[] {
  return strips.map((strip, index) => {
    if (index === 0) return { ...strip, before: strip.before + 5 }
    return index === strips.length - 1 ? { ...strip, height: strip.height + 6 } : strip
  })
}

/** 「表１　題名」 at the left, 「（単位：件、人）」 at the right. `tag` null: repeated, so not read aloud. */
function captionStrips(setting: Setting, block: TableBlock, tag: Tag | null): Strip[] {
  const { fonts, measure } = setting
  const continued = tag === null ? exportWords.tableContinued : ''
  const mark = block.mark === '' ? '' : `${block.mark}　`
  const title = `${mark}${block.title}${continued}`
  const unit = block.unit === '' ? '' : exportWords.unit(block.unit)
  const unitWidth = textWidth(fonts, styles.unit, unit)
  const lines = setLines(fonts, styles.caption, title, measure - unitWidth - styles.caption.size)
  return lines.map(
    (line, index): Strip => ({
      blockId: block.id,
      height: styles.caption.leading + (index === lines.length - 1 ? 2 : 0),
      before: 0,
      keepWithNext: true,
      paint(painter, left, top) {
        const draw = () => {
          painter.text(styles.caption, left, top + baselineOf(fonts, styles.caption), line.characters)
          if (index < lines.length - 1) return
          const at = left + measure - unitWidth
          painter.text(styles.unit, at, top + baselineOf(fonts, styles.unit), unit)
        }
        if (tag) painter.tagged(tag, draw)
        else painter.artifact(draw, 'Pagination')
      },
    }),
  )
}
