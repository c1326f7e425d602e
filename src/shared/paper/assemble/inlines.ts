import type { FieldInline, Inline } from '../model.ts'
import { sentenceField } from './cells.ts'
import { countMeasure } from './measure.ts'
import type { Fields } from './write-blocks.ts'

const token = /\{\{([^{}]+)\}\}/g

/** Words with `{{name}}` → text and fields. A name that the paper does not have prints 「値なし」. */
export function inlinesOf(text: string, fields: Fields): readonly Inline[] {
  const inlines: Inline[] = []
  let end = 0
  for (const match of text.matchAll(token)) {
    const start = match.index
    if (start > end) inlines.push({ kind: 'text', text: text.slice(end, start) })
    const name = match[1] ?? ''
    inlines.push(fieldOf(name, fields))
    end = start + match[0].length
  }
  if (end < text.length || inlines.length === 0) inlines.push({ kind: 'text', text: text.slice(end) })
  return inlines
}

const fieldOf = (name: string, fields: Fields): FieldInline =>
  (Object.hasOwn(fields, name) ? fields[name] : undefined) ??
  sentenceField(name, name, null, countMeasure(''))

/** As printed. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.display)).join('')

export interface TokenSpan {
  readonly name: string
  readonly start: number
  /** Excluded. */
  readonly end: number
}

/** Where the fields stand in a text (UTF-16 units). */
export const tokenSpans = (text: string): readonly TokenSpan[] =>
  [...text.matchAll(token)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))

/** Names of the fields that a text uses, in order. */
export const tokensIn = (text: string): readonly string[] => tokenSpans(text).map(({ name }) => name)
