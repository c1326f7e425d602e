import { mayBreakBefore, mayHang } from './kinsoku.ts'

export interface LineMeasure {
  /** Advance of a character in points, its own letter spacing included. */
  advance(character: string): number
  /** Width of the first line and of the others, in points. */
  readonly firstWidth: number
  readonly width: number
  /** Whether 、。 may jut out to the right. Not inside a table cell. */
  readonly hanging: boolean
}

export interface Line {
  /** Index of the first character, counted in code points of the whole text. */
  readonly start: number
  readonly characters: readonly string[]
  /** In points, without a hanging mark and without spaces at the end. */
  readonly width: number
  /** The last character juts out of the measure. */
  readonly hung: boolean
  /** Ends a paragraph or stands before a forced break: never spread. */
  readonly last: boolean
}

/** Rounding of sums of advances; a line that is full to the last point still fits. */
const tolerance = 0.01

const isSpace = (character: string): boolean => character === ' ' || character === '　'

/**
 * Breaks a text into lines: greedy, with 行頭・行末禁則 by 追い出し and, for 、。, ぶら下げ. A newline forces a break.
 * A run that is wider than a whole line (an address on the web) is cut where it is full.
 */
export function breakLines(text: string, measure: LineMeasure): Line[] {
  const characters = [...text]
  const lines: Line[] = []
  let start = 0
  while (start < characters.length || lines.length === 0) {
    const line = takeLine(characters, start, lines.length === 0 ? measure.firstWidth : measure.width, measure)
    lines.push(line.line)
    start = line.next
  }
  return withoutShortEnd(characters, lines, measure)
}

/** A paragraph's last line has at least this many characters, where its neighbour can spare them. */
const shortestEnd = 3
/** Shorter measures (labels, cells) have none to spare. */
const shortestGiver = 20

/** 「施」 or 「定）」 alone on a last line takes a few characters of the line before it along. */
function withoutShortEnd(characters: readonly string[], lines: Line[], measure: LineMeasure): Line[] {
  const last = lines.at(-1)
  const giver = lines.at(-2)
  if (!measure.hanging || !last || !giver || giver.last || giver.characters.length < shortestGiver)
    return lines
  if (last.characters.length >= shortestEnd || giver.start + giver.characters.length !== last.start)
    return lines
  for (let at = characters.length - shortestEnd; at > last.start - 5; at--) {
    if (!mayBreakBefore(characters, at)) continue
    const shorter = cut(characters, giver.start, at, at, false, false, measure).line
    const longer = cut(characters, at, characters.length, characters.length, true, false, measure).line
    return [...lines.slice(0, -2), shorter, longer]
  }
  return lines
}

function takeLine(
  characters: readonly string[],
  start: number,
  available: number,
  measure: LineMeasure,
): { line: Line; next: number } {
  let width = 0
  let lastBreak = start
  for (let at = start; at < characters.length; at++) {
    const character = characters[at] ?? ''
    if (character === '\n') return cut(characters, start, at, at + 1, true, false, measure)
    if (at > start && mayBreakBefore(characters, at)) lastBreak = at
    const advance = measure.advance(character)
    if (width + advance > available + tolerance && !isSpace(character) && at > start) {
      const free = at + 1 >= characters.length || mayBreakBefore(characters, at + 1)
      const forced = characters[at + 1] === '\n'
      if (measure.hanging && mayHang(character) && (free || forced)) {
        const next = forced ? at + 2 : at + 1
        return cut(characters, start, at + 1, next, forced || next >= characters.length, true, measure)
      }
      const end = lastBreak > start ? lastBreak : at
      return cut(characters, start, end, end, false, false, measure)
    }
    width += advance
  }
  return cut(characters, start, characters.length, characters.length, true, false, measure)
}

function cut(
  characters: readonly string[],
  start: number,
  end: number,
  next: number,
  last: boolean,
  hung: boolean,
  measure: LineMeasure,
): { line: Line; next: number } {
  let visible = end
  if (!last) while (visible > start && isSpace(characters[visible - 1] ?? '')) visible--
  const taken = characters.slice(start, visible)
  let width = 0
  for (const character of hung ? taken.slice(0, -1) : taken) width += measure.advance(character)
  // A line that ends by itself leaves its spaces behind; they never open the next one.
  let following = next
  if (!last) while (isSpace(characters[following] ?? '')) following++
  return { line: { start, characters: taken, width, hung, last }, next: Math.max(following, start + 1) }
}

/** The narrowest width in which a text can be set without cutting a run, in points. */
export function narrowestWidth(text: string, advance: (character: string) => number): number {
  const characters = [...text]
  let widest = 0
  let run = 0
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? ''
    if (character === '\n' || (at > 0 && mayBreakBefore(characters, at))) {
      widest = Math.max(widest, run)
      run = 0
    }
    if (character !== '\n') run += advance(character)
  }
  return Math.max(widest, run)
}
