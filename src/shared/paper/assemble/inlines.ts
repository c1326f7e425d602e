import type { Inline } from '../model.ts'
import { parseText, tokenSpans } from '../text.ts'
import type { Fields } from './write-blocks.ts'

/** Words with `{{name}}` → text and fields. A name that the paper does not have stays as it was typed. */
export const inlinesOf = (text: string, fields: Fields): readonly Inline[] =>
  parseText(text, (name) => (Object.hasOwn(fields, name) ? (fields[name] ?? null) : null)).inlines

/** As printed. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.display)).join('')

/** Names of the fields that a text uses, in order. */
export const tokensIn = (text: string): readonly string[] => tokenSpans(text).map(({ name }) => name)
