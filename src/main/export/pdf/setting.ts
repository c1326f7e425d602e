import type { PaperFonts } from '../fonts.ts'
import { breakLines, type Line } from '../text/line-break.ts'
import type { Painter } from './painter.ts'
import type { TextStyle } from './styles.ts'

/** What layout needs to know of the paper: its fonts, its measure, and whether missing fields are marked. */
export interface Setting {
  readonly fonts: PaperFonts
  /** Width of the text area in points. */
  readonly measure: number
  /** Height of the text area in points. */
  readonly depth: number
  readonly marks: boolean
  /** Table rows a little lower, as on landscape pages. */
  readonly tight: boolean
}

/** Advance of a character with its letter spacing, in points. */
export function advanceIn(fonts: PaperFonts, style: TextStyle): (character: string) => number {
  const face = fonts[style.face]
  const cell = style.size + style.tracking
  return (character) => cell * face.advance(character.codePointAt(0) ?? 0)
}

export function textWidth(fonts: PaperFonts, style: TextStyle, text: string): number {
  const advance = advanceIn(fonts, style)
  let width = 0
  for (const character of text) width += advance(character)
  return width
}

/** Distance from a line's top to its baseline. */
export function baselineOf(fonts: PaperFonts, style: TextStyle): number {
  const face = fonts[style.face]
  return (style.leading - (face.ascent + face.descent) * style.size) / 2 + face.ascent * style.size
}

export function setLines(
  fonts: PaperFonts,
  style: TextStyle,
  text: string,
  width: number,
  more: { readonly firstIndent?: number; readonly hanging?: boolean } = {},
): Line[] {
  // The letter spacing of the last character may stand outside the measure.
  const outside = style.tracking
  return breakLines(text, {
    advance: advanceIn(fonts, style),
    width: width + outside,
    firstWidth: width - (more.firstIndent ?? 0) + outside,
    hanging: more.hanging ?? true,
  })
}

/** Draws a line; a line in the middle of a paragraph is spread to the full width. */
export function drawLine(
  painter: Painter,
  fonts: PaperFonts,
  style: TextStyle,
  line: Line,
  left: number,
  top: number,
  width: number,
): void {
  const visible = line.hung ? line.characters.length - 1 : line.characters.length
  const gap = width + style.tracking - line.width
  // A line that a long unbroken run left half empty is not pulled apart.
  const spread = line.last || visible < 2 || gap > style.size * 4 ? 0 : Math.max(0, gap) / (visible - 1)
  painter.text(style, left, top + baselineOf(fonts, style), line.characters, spread)
}
