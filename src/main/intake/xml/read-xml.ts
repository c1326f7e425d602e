import { SaxesParser } from 'saxes'
import { AppFailure } from '../../../shared/contract/errors.ts'
import { limits } from '../limits.ts'
import { damaged, refusal } from '../refuse.ts'
import type { ZipEntry } from '../zip/archive.ts'
import { type Budget, inflateEntry } from '../zip/inflate.ts'

/** Attributes by their written names, without a prototype. */
export type Attributes = Readonly<Record<string, string>>

/** What a part's reader hears. Names come without their prefix: `x:row` and `row` are the same element. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  /** Text and CDATA between two tags, entities replaced, in one piece. */
  text(text: string): void
}

/**
 * Reads an XML part as it is inflated. Entities other than the five of XML are an error, and so is a
 * document type: nothing outside the part is ever read. Throws bookDamaged for XML that is not well formed,
 * bookBomb for an endless text, and what {@link inflateEntry} throws.
 */
export function readXml(entry: ZipEntry, budget: Budget, listener: XmlListener): void {
  const parser = new SaxesParser()
  let sinceTag = 0
  let depth = 0
  parser.on('error', () => {
    throw damaged(entry.name)
  })
  parser.on('doctype', () => {
    throw damaged(entry.name)
  })
  parser.on('opentag', (tag) => {
    sinceTag = 0
    if (++depth > limits.elementDepth) throw damaged(entry.name)
    listener.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    sinceTag = 0
    depth--
    listener.close(localName(tag.name))
  })
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))

  let decoder: TextDecoder | null = null
  inflateEntry(entry, budget, (bytes) => {
    decoder ??= new TextDecoder(encodingOf(bytes))
    const text = decoder.decode(bytes, { stream: true })
    sinceTag += text.length
    parser.write(text)
    if (sinceTag > limits.textBetweenTags + text.length) throw refusal('bookBomb', { part: entry.name })
  })
  try {
    parser.close()
  } catch (error) {
    if (error instanceof AppFailure) throw error
    throw damaged(entry.name)
  }
}

/** Parts are UTF-8 or UTF-16 (OPC); the first two bytes tell, because every part begins with `<`. */
function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes
  if (first === 0xff || (first === 0x3c && second === 0)) return 'utf-16le'
  if (first === 0xfe || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its local name, whatever prefix the writer chose: `r:id`, `rel:id`. */
export function prefixed(attributes: Attributes, local: string): string | null {
  for (const name of Object.keys(attributes)) {
    if (name.endsWith(local) && name[name.length - local.length - 1] === ':') return attributes[name] ?? null
  }
  return null
}

/** An `xsd:boolean`: `1`, `true`, `on` of older writers. */
export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on'
