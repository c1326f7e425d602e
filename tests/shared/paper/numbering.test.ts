import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/shared/paper/model.ts'
import { numberBlocks } from '../../../src/shared/paper/numbering.ts'
import { countedMark } from '../../../src/shared/paper/numbering-presets.ts'

let next = 0
const base = () => ({ id: `b${++next}`, editable: true })
const heading = (level: 1 | 2 | 3 | 4): Block => ({
  ...base(),
  kind: 'heading',
  level,
  mark: '',
  inlines: [],
})
const list = (...marks: string[]): Block => ({
  ...base(),
  kind: 'list',
  level: 2,
  items: marks.map((mark) => ({ mark, inlines: [] })),
})
const table: Block = {
  ...base(),
  kind: 'table',
  mark: '',
  title: '',
  unit: '',
  columns: [],
  rows: [],
  notes: [],
  legend: '',
  source: '',
}
const chart: Block = {
  ...base(),
  kind: 'chart',
  mark: '',
  title: '',
  unit: '',
  spec: { kind: 'line', categories: [], series: [], unit: '', breaks: [] },
  alternative: '',
  notes: [],
  source: '',
}
const marks = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'heading' || block.kind === 'table' || block.kind === 'chart'
      ? [block.mark]
      : block.kind === 'list'
        ? block.items.map((item) => item.mark)
        : [],
  )

describe('the city’s marks (facts 1–5, 12)', () => {
  const paper = [1, 1, 2, 2, 2, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 3, 4, 4, 2, 2] as const

  test('are those of the real paper', () => {
    expect(marks(numberBlocks(paper.map(heading), 'city'))).toEqual(
      [
        '１　',
        '２　',
        '（１）',
        '（２）',
        '（３）',
        '３　',
        '（１）',
        '（２）',
        '（３）',
        '①',
        '②',
        '③',
        '④',
      ].concat(['⑤', 'ア　', 'イ　', '⑥', 'ア　', 'イ　', '（４）', '（５）']),
    )
  })

  test('national', () => {
    expect(
      marks(
        numberBlocks(
          [1, 2, 3, 4, 4, 1, 2].map((level) => heading(level as 1)),
          'national',
        ),
      ),
    ).toEqual(['第１　', '１　', '(1)　', 'ア　', 'イ　', '第２　', '１　'])
  })
})

test('tables and figures count on their own, lists by the level below their heading', () => {
  const blocks = [heading(1), table, chart, table, list('', ''), list('', ''), list('・', '')]
  expect(marks(numberBlocks(blocks, 'city'))).toEqual([
    '１　',
    '表１',
    '図１',
    '表２',
    '①',
    '②',
    '①',
    '②',
    '・',
    '',
  ])
  expect(marks(numberBlocks([list('', '')], 'national'))).toEqual(['(1)　', '(2)　'])
})

test('running the pass again changes nothing', () => {
  const once = numberBlocks([heading(1), heading(2), table, chart, list('')], 'city')
  expect(numberBlocks(once, 'city')).toEqual(once)
  expect(numberBlocks([], 'city')).toEqual([])
})

test('no mark stands twice, however many there are', () => {
  for (const counting of ['digits', 'halfWidthDigits', 'circled', 'kana'] as const) {
    const all = Array.from({ length: 300 }, (_, index) => countedMark(index + 1, counting))
    expect(new Set(all).size).toBe(300)
  }
  expect([20, 21, 35, 36, 50, 51].map((count) => countedMark(count, 'circled'))).toEqual([
    '⑳',
    '㉑',
    '㉟',
    '㊱',
    '㊿',
    '（51）',
  ])
  expect([1, 9, 10].map((count) => countedMark(count, 'digits'))).toEqual(['１', '９', '10'])
})
