import type { Line } from '../text/line-break.ts'
import type { Painter } from './painter.ts'
import type { Run } from './run.ts'
import { advanceIn, baselineOf, drawLine, type Setting, setLines } from './setting.ts'
import type { Strip } from './strip.ts'
import type { TextStyle } from './styles.ts'
import type { Tag } from './tag.ts'

export interface TextPlace {
  readonly blockId: string
  readonly tag: Tag
  readonly style: TextStyle
  /** Distance of the text from the left edge of the text area, in points. */
  readonly indent: number
  /** Further indent of the first line; negative hangs it. */
  readonly firstIndent: number
  readonly before?: number
  readonly keepWithNext?: boolean
  readonly pageBreak?: boolean
  readonly bookmark?: Strip['bookmark']
  /** Drawn on the first line, left of the text, with an element of its own: a list's mark, a label. */
  readonly lead?: { readonly tag: Tag; readonly text: string; readonly indent: number }
  /** May lines be parted from each other by a page's end? Default yes, but never one alone. */
  readonly whole?: boolean
  readonly align?: 'justified' | 'center' | 'right'
}

/** Missing fields in the preview: a dashed frame, as the chip in the editor has. */
const missingFrame = { thickness: 0.7, colour: '#a00000', dash: [2, 1.4] }

/** A text as strips, a line each. */
export function textStrips(setting: Setting, place: TextPlace, run: Run): Strip[] {
  const width = setting.measure - place.indent
  const lines = setLines(setting.fonts, place.style, run.text, width, {
    firstIndent: place.firstIndent,
    hanging: (place.align ?? 'justified') === 'justified',
  })
  return lines.map((line, index) => ({
    blockId: place.blockId,
    height: place.style.leading,
    before: index === 0 ? (place.before ?? 0) : 0,
    keepWithNext: keeps(place, index, lines.length),
    ...(index === 0 && place.pageBreak ? { pageBreak: true } : {}),
    ...(index === 0 && place.bookmark ? { bookmark: place.bookmark } : {}),
    paint(painter, left, top) {
      const { lead } = place
      if (index === 0 && lead && lead.text !== '') {
        painter.tagged(lead.tag, () =>
          painter.text(
            place.style,
            left + lead.indent,
            top + baselineOf(setting.fonts, place.style),
            lead.text,
          ),
        )
      }
      painter.tagged(place.tag, () => paintLine(setting, place, run, line, index, painter, left, top))
    },
  }))
}

/** Two lines stand together at a page's end and at its start, so no line is left alone. */
function keeps(place: TextPlace, index: number, count: number): boolean {
  if (index === count - 1) return place.keepWithNext ?? false
  return place.whole === true || count <= 3 || index === 0 || index === count - 2
}

function paintLine(
  setting: Setting,
  place: TextPlace,
  run: Run,
  line: Line,
  index: number,
  painter: Painter,
  left: number,
  top: number,
): void {
  const indent = place.indent + (index === 0 ? place.firstIndent : 0)
  const width = setting.measure - indent
  const free = width - line.width + place.style.tracking
  const align = place.align ?? 'justified'
  const shift = align === 'center' ? free / 2 : align === 'right' ? free : 0
  const at = left + indent + shift
  if (setting.marks) {
    for (const range of run.missing) frameMissing(setting, place.style, line, range, painter, at, top)
  }
  const spreadWidth = align === 'justified' ? width : line.width - place.style.tracking
  drawLine(painter, setting.fonts, place.style, line, at, top, spreadWidth)
}

function frameMissing(
  setting: Setting,
  style: TextStyle,
  line: Line,
  range: Run['missing'][number],
  painter: Painter,
  left: number,
  top: number,
): void {
  const from = Math.max(range.from, line.start) - line.start
  const to = Math.min(range.to, line.start + line.characters.length) - line.start
  if (from >= to) return
  const advance = advanceIn(setting.fonts, style)
  const sum = (a: number, b: number) =>
    line.characters.slice(a, b).reduce((width, character) => width + advance(character), 0)
  painter.rectangle(left + sum(0, from) - 0.5, top + 2, sum(from, to), style.leading - 4, {
    stroke: missingFrame,
  })
}
