import type {
  Block,
  HeadingBlock,
  LabelListBlock,
  ListBlock,
  ParagraphBlock,
  QuotationBlock,
} from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'
import { chartStrips } from './chart-strips.ts'
import { noteStrips } from './note-strips.ts'
import { plainRun, runOf } from './run.ts'
import { type Setting, textWidth } from './setting.ts'
import type { Strip } from './strip.ts'
import { bodyCharacter, ruleThickness, styles } from './styles.ts'
import { tableStrips } from './table/table-strips.ts'
import { childTag, documentTag, type TagType } from './tag.ts'
import { textStrips } from './text-strips.ts'

/** Lays out blocks one after the other; headings need to know which level stood before them. */
export function blockStrips(setting: Setting, blocks: readonly Block[]): Strip[] {
  const strips: Strip[] = []
  let headingDepth = 0
  let breakNext = false
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      breakNext = strips.length > 0
      continue
    }
    if (block.kind === 'heading') headingDepth = Math.min(block.level, headingDepth + 1)
    const made = stripsOf(setting, block, headingDepth)
    const [first, ...rest] = made
    if (first && breakNext) {
      strips.push({ ...first, pageBreak: true }, ...rest)
      breakNext = false
    } else strips.push(...made)
  }
  return strips
}

function stripsOf(setting: Setting, block: Exclude<Block, { kind: 'pageBreak' }>, depth: number): Strip[] {
  switch (block.kind) {
    case 'heading':
      return headingStrips(setting, block, depth)
    case 'paragraph':
      return paragraphStrips(setting, block)
    case 'quotation':
      return quotationStrips(setting, block)
    case 'labels':
      return labelStrips(setting, block)
    case 'list':
      return listStrips(setting, block)
    case 'rule':
      return [ruleStrip(setting, block.id)]
    case 'notes':
      return noteStrips(setting, block)
    case 'table':
      return tableStrips(setting, block)
    case 'chart':
      return chartStrips(setting, block)
  }
}

const headingStyles = {
  1: { style: styles.head1, before: 8.5 },
  2: { style: styles.head2, before: 4 },
  3: { style: styles.head2, before: 0 },
  4: { style: styles.head4, before: 0 },
} as const

const headingTags: readonly TagType[] = ['H1', 'H1', 'H2', 'H3', 'H4']

/** One character of indent a level; the mark hangs. Never the last line of a page. */
function headingStrips(setting: Setting, block: HeadingBlock, depth: number): Strip[] {
  const { style, before } = headingStyles[block.level]
  const run = runOf(block.inlines, block.mark)
  const mark = textWidth(setting.fonts, style, block.mark)
  return textStrips(
    setting,
    {
      blockId: block.id,
      tag: childTag(documentTag, headingTags[depth] ?? 'H4'),
      style,
      indent: (block.level - 1) * bodyCharacter + mark,
      firstIndent: -mark,
      before,
      keepWithNext: true,
      whole: true,
      bookmark: { level: depth, title: run.text.replaceAll('　', ' ').trim() },
    },
    run,
  )
}

/** Text under a heading stands one character a level to the right, its first line one more. */
function paragraphStrips(setting: Setting, block: ParagraphBlock): Strip[] {
  return textStrips(
    setting,
    {
      blockId: block.id,
      tag: childTag(documentTag, 'P'),
      style: styles.body,
      indent: block.level * bodyCharacter,
      firstIndent: bodyCharacter,
    },
    runOf(block.inlines),
  )
}

function quotationStrips(setting: Setting, block: QuotationBlock): Strip[] {
  const tag = childTag(documentTag, 'BlockQuote')
  const indent = block.level * bodyCharacter
  const text = textStrips(
    setting,
    {
      blockId: block.id,
      tag: childTag(tag, 'P'),
      style: styles.body,
      indent,
      firstIndent: bodyCharacter,
      keepWithNext: block.source !== '',
    },
    plainRun(block.before + block.quoted + block.after),
  )
  if (block.source === '') return text
  const hang = styles.source.size
  const source = textStrips(
    setting,
    {
      blockId: block.id,
      tag: childTag(tag, 'P'),
      style: styles.source,
      indent: indent + hang * 1.25,
      firstIndent: -hang,
      whole: true,
    },
    plainRun(block.source),
  )
  return [...text, ...source]
}

/** Under a longer label the words go on two characters from its left instead of hanging far to the right. */
const longestHang = 10.5 * bodyCharacter

/** 「目的：…」: the words hang on their own label; a label has one or several lines. */
function labelStrips(setting: Setting, block: LabelListBlock): Strip[] {
  const list = childTag(documentTag, 'L')
  const indent = block.level * bodyCharacter
  return block.items.flatMap((item) => {
    const colon =
      item.label === '' || item.label.endsWith(exportWords.labelColon) ? '' : exportWords.labelColon
    const label = `${item.label}${colon}`
    const width = textWidth(setting.fonts, styles.body, label)
    const hang = width <= longestHang ? width : 2 * bodyCharacter
    const entry = childTag(list, 'LI')
    const mark = childTag(entry, 'Lbl')
    const body = childTag(entry, 'LBody')
    return item.lines.flatMap((line, index) =>
      textStrips(
        setting,
        {
          blockId: block.id,
          tag: body,
          style: styles.body,
          indent: indent + hang,
          firstIndent: index === 0 ? width - hang : 0,
          ...(index === 0 ? { lead: { tag: mark, text: label, indent } } : {}),
        },
        runOf(line),
      ),
    )
  })
}

/** ①–⑥ without bodies: the mark hangs. */
function listStrips(setting: Setting, block: ListBlock): Strip[] {
  const list = childTag(documentTag, 'L')
  const indent = block.level * bodyCharacter
  return block.items.flatMap((item) => {
    const hang = textWidth(setting.fonts, styles.body, item.mark)
    const entry = childTag(list, 'LI')
    return textStrips(
      setting,
      {
        blockId: block.id,
        tag: childTag(entry, 'LBody'),
        style: styles.body,
        indent: indent + hang,
        firstIndent: 0,
        lead: { tag: childTag(entry, 'Lbl'), text: item.mark, indent },
      },
      runOf(item.inlines),
    )
  })
}

function ruleStrip(setting: Setting, blockId: string): Strip {
  const height = styles.body.leading * 0.6
  return {
    blockId,
    height,
    before: 0,
    keepWithNext: false,
    paint(painter, left, top) {
      const y = top + height / 2
      painter.artifact(() =>
        painter.lines([[left, y, left + setting.measure, y]], { thickness: ruleThickness }),
      )
    },
  }
}
