import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTsv, toTsv } from '../../../../src/renderer/ui/grid/clipboard.ts'

describe('a range from the clipboard', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    ['one cell', '12', [['12']]],
    [
      'Excel ends the last row too',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['line ends of every system', '1\n2\r3\r\n4', [['1'], ['2'], ['3'], ['4']]],
    ['quotes hold tabs and line ends', '"a\tb\nc"\t2', [['a\tb\nc', '2']]],
    ['doubled quotes', '"say ""yes"""\t1', [['say "yes"', '1']]],
    ['a quote inside is an ordinary sign', '5"\t6', [['5"', '6']]],
    ['a quote that never ends is an ordinary sign', '"12\t3', [['"12', '3']]],
    ['ragged rows', '1\n2\t3\t4\n', [['1'], ['2', '3', '4']]],
    [
      'empty cells stay',
      '\t\t3\n\t',
      [
        ['', '', '3'],
        ['', ''],
      ],
    ],
    ['an empty row stays', '1\n\n2', [['1'], [''], ['2']]],
    ['nothing', '', []],
  ])('%s', (_name, text, rows) => {
    expect(parseTsv(text)).toEqual(rows)
  })

  test('1,000 columns are read, what lies behind is not', () => {
    const wide = Array.from({ length: 1_500 }, (_none, at) => at).join('\t')
    expect(parseTsv(wide)[0]).toHaveLength(1_000)
  })

  test('what is copied is read back as it was', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\r', ''))
    const range = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(range, (rows) => {
        // A single empty cell at the end is the line end of a spreadsheet, and cannot be told from it.
        const last = rows.at(-1) ?? []
        fc.pre(!(last.length === 1 && last[0] === ''))
        expect(parseTsv(toTsv(rows))).toEqual(rows)
      }),
    )
  })
})
