import { expect, test } from 'vitest'
import { integerCell, stateCell } from '../../../src/shared/cell/construct.ts'
import { copiedTable } from '../../../src/shared/explore/clipboard.ts'
import type { TableBlock, TableCell } from '../../../src/shared/paper/model.ts'

const number = (display: string, raw: number | null): TableCell => ({
  kind: 'number',
  cell: raw === null ? stateCell('cancelled') : integerCell(Math.round(raw)),
  display,
  raw,
  decimals: 0,
  unit: '件',
  provisional: false,
  bold: false,
})
const label = (text: string, indent = 0): TableCell => ({ kind: 'label', text, indent, bold: false })

const table = (rows: readonly (readonly TableCell[])[]): TableBlock => ({
  kind: 'table',
  id: 'x',
  editable: false,
  mark: '',
  title: '相談延べ件数の推移',
  unit: '単位：件',
  columns: ['相談方法', '令和５年度\n（11月末現在）', '６年度'].map((head) => ({
    heads: [head],
    align: 'right',
    width: 8,
    breakBefore: false,
  })),
  rows: rows.map((cells, index) => ({ id: String(index), cells })),
  notes: [{ mark: '注１', text: '範囲が変わった。' }],
  legend: '－：該当項目なし',
  source: '実績台帳',
})

test('numbers go as numbers, states as words, what is incomplete as it is shown', () => {
  const { text, html } = copiedTable(
    table([
      [label('総数'), number('1,234', 1234), number('中止', null)],
      [label('電話', 1), number('33（11/12か月分）', 33), { kind: 'broken', text: '注１' }],
      [label('メール'), { kind: 'empty' }, number('−9', -9)],
    ]),
    '令和６年４月から11月まで（令和６年11月30日現在）',
  )
  const lines = text.split('\r\n')
  expect(lines).toEqual([
    '相談延べ件数の推移',
    '（単位：件）',
    '令和６年４月から11月まで（令和６年11月30日現在）',
    '相談方法\t令和５年度 （11月末現在）\t６年度',
    '総数\t1234\t中止',
    '　電話\t33（11/12か月分）\t比べない（注１）',
    'メール\t\t-9',
    '注１　範囲が変わった。',
    '記号　－：該当項目なし',
    '出典　実績台帳',
  ])
  expect(html).toContain('x:num="1234"')
  expect(html).not.toContain('x:num="33"')
})

test.each(['=1+1', '+cmd|calc', '@SUM(A1)', '-2+3'])(
  '「%s」 as a label stays words in a spreadsheet',
  (text) => {
    const copied = copiedTable(table([[label(text), number('1', 1), number('2', 2)]]), '')
    expect(copied.text.split('\r\n')[4]).toBe(`'${text}\t1\t2`)
  },
)

test('nothing in a label can break out of its cell', () => {
  const copied = copiedTable(table([[label('a\tb\r\n<script>"&'), number('1', 1), number('2', 2)]]), '')
  expect(copied.text).toContain('a b <script>"&\t1\t2')
  expect(copied.html).toContain('&lt;script&gt;&quot;&amp;')
  expect(copied.html).not.toContain('<script')
})
