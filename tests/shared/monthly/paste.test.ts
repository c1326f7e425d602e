import { describe, expect, test } from 'vitest'
import { blankEntry, type Entry } from '../../../src/shared/monthly/entry.ts'
import { type PasteTarget, planPaste } from '../../../src/shared/monthly/paste.ts'

const labels = [
  '相談延べ件数',
  '相談実人数',
  '新規相談者数',
  '居場所 参加延べ人数',
  '本人',
  '家族',
  '相談方法',
  '本人',
]
const lines = labels.map((label) => ({ label, unit: '人', depth: 0 as const }))
const value = (number: number): Entry => ({ ...blankEntry, state: 'value', value: number })

function target(more: Partial<PasteTarget> = {}): PasteTarget {
  return { lines, row: 0, column: 0, refusal: () => null, current: () => blankEntry, ...more }
}
const places = (range: readonly (readonly string[])[], at = target()) =>
  planPaste(range, at).cells.map(({ row, column, text }) => [row, column, text])

describe('where a pasted range lands', () => {
  test('from the caret on, as it lies', () => {
    expect(
      places(
        [
          ['1', '2'],
          ['3', '4'],
        ],
        target({ row: 1, column: 3 }),
      ),
    ).toEqual([
      [1, 3, '1'],
      [1, 4, '2'],
      [2, 3, '3'],
      [2, 4, '4'],
    ])
  })

  test('a row of months is followed; merged heads above it and the total behind are left out', () => {
    const range = [
      ['令和６年度', '', '', ''],
      ['', '６月', '４月', '計'],
      ['', '1', '2', '3'],
    ]
    expect(places(range)).toEqual([
      [0, 2, '1'],
      [0, 0, '2'],
    ])
  })

  test.each(['4月', '４月', '令和６年４月', 'R6年4月', '４月分', '4 月'])('「%s」 is April', (april) => {
    expect(
      places([
        [april, '5月'],
        ['7', '8'],
      ]),
    ).toEqual([
      [0, 0, '7'],
      [0, 1, '8'],
    ])
  })

  test('names are followed, in any order; what is no item is told', () => {
    const plan = planPaste(
      [
        ['うち新規相談者数', '3'],
        ['相談実人数', '9'],
        ['そのほか', '5'],
      ],
      target({ column: 2 }),
    )
    expect(plan.cells.map(({ row, column }) => [row, column])).toEqual([
      [2, 2],
      [1, 2],
    ])
    expect(plan.unknownNames).toEqual(['そのほか'])
  })

  test('a name that several items have is the next one below', () => {
    expect(
      places([
        ['居場所参加延べ人数', '9'],
        ['本人', '5'],
        ['相談方法', '8'],
        ['　本人', '2'],
      ]),
    ).toEqual([
      [3, 0, '9'],
      [4, 0, '5'],
      [6, 0, '8'],
      [7, 0, '2'],
    ])
  })

  test('ragged rows and 1,000 columns: what lies outside is counted, not taken', () => {
    const wide = Array.from({ length: 1_000 }, (_none, at) => String(at + 1))
    const plan = planPaste([['1'], wide, ['1', '2']], target())
    expect(plan.cells).toHaveLength(1 + 13 + 2)
    expect(plan.beyond).toBe(1_000 - 13)
    expect(
      planPaste(
        Array.from({ length: 20 }, () => ['1']),
        target(),
      ).beyond,
    ).toBe(20 - labels.length)
  })

  test('empty places leave alone what stands there', () => {
    const plan = planPaste([['', '2', '　']], target({ current: () => value(5) }))
    expect(plan.empty).toBe(2)
    expect(plan.cells.map(({ outcome }) => outcome)).toEqual(['replaced'])
  })
})

describe('what becomes of each text', () => {
  test.each<[string, Entry, string | null, string]>([
    ['12', blankEntry, null, 'new'],
    ['12', value(5), null, 'replaced'],
    ['１２人', value(12), null, 'same'],
    ['12', value(5), '確定済み', 'shut'],
    ['abc', blankEntry, null, 'unread'],
    ['2.5', blankEntry, null, 'unread'],
    ['x', blankEntry, null, 'unread'],
    ['中止', blankEntry, null, 'new'],
    ['－', blankEntry, null, 'ask'],
    ['45（12）', blankEntry, null, 'ask'],
    // Last year's value that nobody adopted is 未入力: it is not overwritten, it is filled.
    ['12', { ...value(12), adopted: false }, null, 'new'],
  ])('「%s」', (text, current, refusal, outcome) => {
    const plan = planPaste([[text]], target({ current: () => current, refusal: () => refusal }))
    expect(plan.cells.map((cell) => cell.outcome)).toEqual([outcome])
  })

  test('questions are asked once and answered for all', () => {
    const range = [['－', 'なし', '45（12）', '3']]
    const plan = planPaste(range, target())
    expect(plan.asks).toEqual({ dash: true, brackets: true })
    const answered = planPaste(range, target(), { dash: 'zero', brackets: 'included' })
    expect(answered.asks).toEqual({ dash: false, brackets: false })
    expect(
      answered.cells.map(({ reading }) => (reading.outcome === 'entry' ? reading.entry.value : null)),
    ).toEqual([0, 0, 45, 3])
  })
})
