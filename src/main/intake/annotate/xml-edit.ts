import { SaxesParser } from 'saxes'
import { damaged } from '../refuse.ts'
import type { Attributes } from '../xml/read-xml.ts'

/** A tag of a part with its place in the text: `<c r="A1">` from its bracket to behind its closing one. */
export interface PlacedTag {
  /** Without its prefix. */
  readonly name: string
  /** `x:` or empty. */
  readonly prefix: string
  readonly attributes: Attributes
  readonly from: number
  readonly to: number
  readonly selfClosing: boolean
  /** Number of elements around it. */
  readonly depth: number
}

export interface TagListener {
  open?(tag: PlacedTag): void
  /** `from` and `to` are those of the closing tag; of a self-closing one they are its own. */
  close?(tag: PlacedTag): void
}

/** Walks the tags of a part that is held as a text. Throws bookDamaged for XML that is not well formed. */
export function walkTags(part: string, text: string, listener: TagListener): void {
  const parser = new SaxesParser()
  let depth = 0
  const fail = (): never => {
    throw damaged(part)
  }
  const placed = (tag: { name: string; attributes: Attributes; isSelfClosing: boolean }): PlacedTag => {
    const colon = tag.name.indexOf(':') + 1
    return {
      name: tag.name.slice(colon),
      prefix: tag.name.slice(0, colon),
      attributes: tag.attributes,
      from: text.lastIndexOf('<', parser.position - 1),
      to: parser.position,
      selfClosing: tag.isSelfClosing,
      depth,
    }
  }
  parser.on('error', fail)
  parser.on('doctype', fail)
  parser.on('opentag', (tag) => {
    listener.open?.(placed(tag))
    depth++
  })
  parser.on('closetag', (tag) => {
    depth--
    listener.close?.(placed(tag))
  })
  parser.write(text).close()
}

export interface Edit {
  readonly at: number
  /** Characters that go; 0 inserts only. */
  readonly remove: number
  readonly insert: string
}

/** Carries out edits that do not overlap; those at the same place in the order given. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const edit of [...edits].sort((left, right) => left.at - right.at)) {
    pieces.push(text.slice(at, edit.at), edit.insert)
    at = edit.at + edit.remove
  }
  return [...pieces, text.slice(at)].join('')
}

/** Puts `inside` before the end of an element, which may be self-closing. Give its closing tag. */
export function appendInside(text: string, closing: PlacedTag, inside: string): Edit {
  if (!closing.selfClosing) return { at: closing.from, remove: 0, insert: inside }
  const open = text.slice(closing.from, closing.to).replace(/\s*\/>$/, '>')
  const name = `${closing.prefix}${closing.name}`
  return { at: closing.from, remove: closing.to - closing.from, insert: `${open}${inside}</${name}>` }
}

/** The tag's text with one attribute set, added or (null) taken away. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const pattern = new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
  const written = value === null ? '' : ` ${name}="${value}"`
  if (pattern.test(tag)) return tag.replace(pattern, () => written)
  return tag.replace(/\s*(\/?)>$/, (_, slash: string) => `${written}${slash}>`)
}

/** A text as content or attribute of XML; characters that XML cannot hold are left out. */
export function escaped(text: string): string {
  const replacements: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  }
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => replacements[character] ?? character)
}
