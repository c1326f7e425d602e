import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chip,
  chipAt,
  chipMark,
  after as endAfter,
  fromSerialised,
  parse,
  plain,
  replace,
  serialise,
  slice,
  before as startBefore,
} from '../../../../src/renderer/ui/chip-editor/model.ts'

const source = '相談延べ件数{{consultation.events}}、実人数{{consultation.persons}}'

describe('chips in a text', () => {
  test('a text comes back as it was', () => {
    expect(serialise(parse(source))).toBe(source)
  })

  test('a chip is one step', () => {
    const content = parse(source)
    expect(content.text).toBe(`相談延べ件数${chipMark}、実人数${chipMark}`)
    expect(chipAt(content, 6)).toBe('consultation.events')
    expect(chipAt(content, 5)).toBeNull()
    expect(chipAt(content, -1)).toBeNull()
  })

  test('cutting a chip out and putting it back moves it', () => {
    const content = parse(source)
    const cut = slice(content, { start: 6, end: 7 })
    const without = replace(content, { start: 6, end: 7 }, plain(''))
    expect(serialise(without)).toBe('相談延べ件数、実人数{{consultation.persons}}')
    expect(serialise(replace(without, { start: 0, end: 0 }, cut))).toBe(
      '{{consultation.events}}相談延べ件数、実人数{{consultation.persons}}',
    )
  })

  test.each([
    ['a line break is not text', '一\r\n二\n三', '一二三'],
    ['typed braces never become a field', '{{consultation.events}}', '｛｛consultation.events｝｝'],
    ['a smuggled mark is dropped', `一${chipMark}二\u200B`, '一二'],
    ['a tab from Excel is a space', '一\t二', '一　二'],
  ])('pasted words: %s', (_name, pasted, kept) => {
    expect(plain(pasted)).toEqual({ text: kept, names: [] })
  })

  test('one press takes a whole character', () => {
    const content = parse('土𠮷')
    expect(startBefore(content, 3)).toBe(1)
    expect(endAfter(content, 1)).toBe(3)
    expect(endAfter(content, 3)).toBe(3)
    expect(startBefore(content, 0)).toBe(0)
  })

  test('offsets of findings meet the same place', () => {
    const content = parse(source)
    expect(fromSerialised(content, source.indexOf('、'))).toBe(7)
    expect(fromSerialised(content, source.indexOf('実'))).toBe(8)
    expect(fromSerialised(content, source.length)).toBe(content.text.length)
  })

  const words = fc
    .array(fc.oneof(fc.constantFrom('相談', '𠮷', 'a1', '{', '}'), fc.constantFrom('{{a.b}}', '{{c}}')), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''))

  test('replacing keeps every other chip, in order', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.boolean(), (text, a, b, withChip) => {
        const content = parse(text)
        const size = content.text.length + 1
        const start = Math.min(a % size, b % size)
        const end = Math.max(a % size, b % size)
        const inserted = withChip ? chip('new') : plain('新')
        const result = replace(content, { start, end }, inserted)
        const kept = [
          ...slice(content, { start: 0, end: start }).names,
          ...inserted.names,
          ...slice(content, { start: end, end: size - 1 }).names,
        ]
        expect(result.names).toEqual(kept)
        expect(result.text.split(chipMark).length - 1).toBe(result.names.length)
      }),
    )
  })
})

test.each([
  ['lines of a sentence', '支援の\r\n実施\n', '支援の実施'],
  ['a range of Excel', '月\t件数\r\n4月\t35\r\n', '月　件数　4月　35'],
  ['signs that nobody sees', 'A\u0000\u0007\u200B\uFEFF\u202EB', 'AB'],
  ['a family that is one sign', '👨\u200D👩\u200D👧𠮷', '👨\u200D👩\u200D👧𠮷'],
  ['braces that would read as a field', '{{x}}', '｛｛x｝｝'],
])('pasted: %s', (_case, pasted, text) => {
  expect(plain(pasted)).toEqual({ text, names: [] })
})
