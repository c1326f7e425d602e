import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { integerCell } from '../../../src/shared/cell/construct.ts'
import type { FieldInline } from '../../../src/shared/paper/model.ts'
import { inlinesToText, malformedTokens, parseText, tokenSpans } from '../../../src/shared/paper/text.ts'
import { anyText } from '../any-text.ts'

const events: FieldInline = {
  kind: 'field',
  name: 'consultation.events',
  label: '相談延べ件数',
  display: '268件',
  cell: integerCell(268),
}
const fieldOf = (name: string): FieldInline | null => (name === events.name ? events : null)

describe('fields in a text', () => {
  test('are parsed and written', () => {
    expect(parseText('相談は{{consultation.events}}である。', fieldOf)).toEqual({
      inlines: [{ kind: 'text', text: '相談は' }, events, { kind: 'text', text: 'である。' }],
      problems: [],
    })
    expect(parseText('', fieldOf)).toEqual({ inlines: [], problems: [] })
    expect(parseText('{{consultation.events}}', fieldOf).inlines).toEqual([events])
  })

  test('a name that the paper does not have stays text and is reported', () => {
    expect(parseText('a{{place.sessions}}b', fieldOf)).toEqual({
      inlines: [{ kind: 'text', text: 'a{{place.sessions}}b' }],
      problems: [{ code: 'unknownField', found: '{{place.sessions}}', start: 1, end: 19 }],
    })
  })

  test.each([
    ['{{', '{{'],
    ['a}}', '}}'],
    ['{{consultation.events', '{{'],
    ['{{}}', '{{}}'],
    ['{{相談件数}}', '{{相談件数}}'],
    ['{{ consultation.events }}', '{{ consultation.events }}'],
    ['｛｛consultation.events｝｝', '｛｛consultation.events｝｝'],
    ['{{{{consultation.events}}', '{{'],
  ])('%s is malformed at %s', (text, found) => {
    expect(malformedTokens(text)[0]).toMatchObject({ code: 'malformed', found })
    expect(inlinesToText(parseText(text, fieldOf).inlines)).toBe(text)
  })

  test('one brace alone is no field', () => {
    expect(malformedTokens('{a} 1} {2')).toEqual([])
    expect(tokenSpans('{a}')).toEqual([])
  })
})

test('whatever was typed comes back letter by letter, and a parse of it is the same parse', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '{{',
    '}}',
    'consultation.events',
    '{{consultation.events}}',
    '相談',
    '｛｛',
  )
  const texts = fc.oneof(
    anyText,
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { inlines } = parseText(text, fieldOf)
      expect(inlinesToText(inlines)).toBe(text)
      expect(parseText(inlinesToText(inlines), fieldOf).inlines).toEqual(inlines)
    }),
    { numRuns: 500 },
  )
})
