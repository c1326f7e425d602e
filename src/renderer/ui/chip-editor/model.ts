/**
 * What stands in a chip editor: text in which every chip is one object replacement character, and the
 * names of the chips in their order. So a chip is one step for the cursor and cannot be cut in two.
 */
export interface ChipText {
  readonly text: string
  readonly names: readonly string[]
}

/** Both ends are offsets into `ChipText.text`; equal ends are a cursor. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const chipMark = '\uFFFC'
const fieldPattern = /\{\{([^{}]{1,100})\}\}/g

/** `…{{consultation.events}}…` → chips. */
export function parse(source: string): ChipText {
  const names: string[] = []
  const text = source.replaceAll(chipMark, '').replace(fieldPattern, (_whole, name: string) => {
    names.push(name)
    return chipMark
  })
  return { text, names }
}

/** Chips → `…{{consultation.events}}…`. */
export function serialise(content: ChipText): string {
  let next = 0
  return content.text.replaceAll(chipMark, () => `{{${content.names[next++] ?? ''}}}`)
}

/** The part of a content that a span covers. */
export function slice(content: ChipText, span: Span): ChipText {
  const before = countChips(content.text.slice(0, span.start))
  const text = content.text.slice(span.start, span.end)
  return { text, names: content.names.slice(before, before + countChips(text)) }
}

/** Puts `inserted` in the place of a span. */
export function replace(content: ChipText, span: Span, inserted: ChipText): ChipText {
  const before = slice(content, { start: 0, end: span.start })
  const after = slice(content, { start: span.end, end: content.text.length })
  return {
    text: before.text + inserted.text + after.text,
    names: [...before.names, ...inserted.names, ...after.names],
  }
}

/** Control and direction signs, and signs without width, that come along when text is copied from elsewhere. */
const invisible = /(?![\r\n\t])\p{Cc}|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/**
 * Typed or pasted words: no chip, no line break, and braces that would read as a field are widened. Lines of
 * a sentence are joined; rows of a table (cells with tabs, as Excel copies them) stay apart.
 */
export function plain(text: string): ChipText {
  const between = text.includes('\t') ? '　' : ''
  const clean = text
    .replace(invisible, '')
    .replace(/[\r\n]+$/, '')
    .replace(/[\r\n]+/g, between)
    .replaceAll(chipMark, '')
    .replaceAll('\t', '　')
    .replaceAll('{{', '｛｛')
    .replaceAll('}}', '｝｝')
  return { text: clean, names: [] }
}

export const chip = (name: string): ChipText => ({ text: chipMark, names: [name] })

/** Name of the chip that stands at an offset, or null. */
export function chipAt(content: ChipText, offset: number): string | null {
  if (content.text[offset] !== chipMark) return null
  return content.names[countChips(content.text.slice(0, offset))] ?? null
}

/** An offset into the serialised text → the offset of the same place here. A place inside a chip is its start. */
export function fromSerialised(content: ChipText, offset: number): number {
  let serialised = 0
  let chips = 0
  for (let here = 0; here < content.text.length; here += 1) {
    const isChip = content.text[here] === chipMark
    const width = isChip ? (content.names[chips++]?.length ?? 0) + 4 : 1
    if (serialised + width > offset) return here
    serialised += width
  }
  return content.text.length
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Start of the character before an offset (𠮷 and か゛ are one). */
export function before(content: ChipText, offset: number): number {
  let start = 0
  for (const { index } of graphemes.segment(content.text.slice(0, offset))) start = index
  return start
}

/** End of the character after an offset. */
export function after(content: ChipText, offset: number): number {
  for (const { segment } of graphemes.segment(content.text.slice(offset))) return offset + segment.length
  return offset
}

export const sameContent = (a: ChipText, b: ChipText): boolean =>
  a.text === b.text && a.names.join('\n') === b.names.join('\n')

function countChips(text: string): number {
  return text.split(chipMark).length - 1
}
