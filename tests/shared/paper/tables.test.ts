import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src/shared/cell/cell.ts'
import { fractionCell, integerCell, rangeCell, stateCell } from '../../../src/shared/cell/construct.ts'
import { buildPaper } from '../../../src/shared/paper/assemble/assemble.ts'
import { numberCell, sentenceNumber } from '../../../src/shared/paper/assemble/cells.ts'
import { growthOf } from '../../../src/shared/paper/assemble/growth.ts'
import { countMeasure, type Measure } from '../../../src/shared/paper/assemble/measure.ts'
import { noteBook } from '../../../src/shared/paper/assemble/notes.ts'
import { shareOf, sharesNeedNote } from '../../../src/shared/paper/assemble/shares.ts'
import type { TableChoice } from '../../../src/shared/paper/draft.ts'
import type { ReportModel, TableBlock, TableCell } from '../../../src/shared/paper/model.ts'
import { paperTemplates } from '../../../src/shared/paper/templates/index.ts'
import { findStatistic } from '../../../src/shared/statistics/catalogue/catalogue.ts'
import { compareCells } from '../../../src/shared/statistics/comparisons.ts'
import { demonstrationInput, demonstrationModel } from './demonstration.ts'
import { asOf, draftOf } from './support.ts'

const tablesOf = (model: ReportModel): readonly TableBlock[] =>
  model.blocks.filter(
    (block): block is TableBlock => block.kind === 'table' && block.id !== 'definitions.table',
  )
const made = (...tables: readonly TableChoice[]): ReportModel =>
  demonstrationModel(draftOf({ template: 'tables', tables }))
const shown = (cell: TableCell | undefined): string =>
  cell?.kind === 'number' ? cell.display : cell?.kind === 'label' ? cell.text : ''
const rowOf = (table: TableBlock | undefined, id: string): readonly string[] =>
  (table?.rows.find((row) => row.id === id)?.cells ?? []).map(shown)

/** Growth as a table prints it, of a statistic without a break. */
function grown(previous: Cell, current: Cell, measure: Measure): readonly TableCell[] {
  const definition = findStatistic('place.attendance')
  if (definition === null) throw new Error('place.attendance is in the catalogue')
  const before = { cell: previous, fiscalYear: 2022 }
  const { comparison } = compareCells(definition, { cell: current, fiscalYear: 2023 }, before)
  return growthOf(comparison, { previous, current }, measure)
}

describe('growth', () => {
  const people = countMeasure('人')
  test.each([
    [298, 320, '22', '7.4'],
    [320, 298, '△22', '△6.9'],
    [0, 5, '5', '皆増'],
    [12, 0, '△12', '皆減'],
    [0, 0, '0', '－'],
    [9, 12, '3', '－'],
    [10, 12, '2', '20.0'],
    [80, 103, '23', '28.8'],
  ])('from %i to %i is %s and %s', (before, now, difference, rate) => {
    expect(grown(integerCell(before), integerCell(now), people).map(shown)).toEqual([difference, rate])
  })

  test('a percentage differs in points, exactly, and has no rate', () => {
    const percent = { unit: '％', decimals: 1, per: 100 }
    const cells = grown(fractionCell(51, 298), fractionCell(39, 320), percent)
    expect(cells.map(shown)).toEqual(['△4.9', '－'])
  })

  test.each([
    ['missing', stateCell('blank')],
    ['a range', rangeCell(92, 133)],
    ['incomplete', integerCell(33, { parts: { reported: 11, expected: 12 } })],
  ])('%s is not compared', (_name, cell) => {
    expect(grown(integerCell(40), cell, people).map(shown)).toEqual(['－', '－'])
  })
})

describe('shares of answers in a survey (domain §5, worked case 7)', () => {
  const satisfaction: Measure = { unit: '％', decimals: 1, per: 100, survey: true }
  const printed = (top: number, bottom: number): TableCell =>
    numberCell(fractionCell(top, bottom), satisfaction)

  test.each([
    [8, 9, '－', null, '－'],
    [9, 10, '9/10', null, '9/10'],
    [26, 29, '26/29', null, '26/29'],
    [26, 30, '87％（26/30）', 87, '87％（26/30）'],
    [30, 34, '88％（30/34）', 88, '88％（30/34）'],
    [87, 99, '88％（87/99）', 88, '88％（87/99）'],
    [882, 1000, '88.2', 88.2, '88.2％'],
  ])('%i of %i prints %s, in a sentence too', (top, bottom, display, raw, inSentence) => {
    expect(printed(top, bottom)).toMatchObject({ display, raw })
    expect(sentenceNumber(fractionCell(top, bottom), satisfaction)).toBe(inSentence)
  })

  test('points are whole under a hundred answers, and none under thirty', () => {
    const points = (before: Cell, now: Cell) => grown(before, now, satisfaction).map(shown)
    expect(points(fractionCell(30, 34), fractionCell(33, 36))).toEqual(['3', '－'])
    expect(points(fractionCell(30, 34), fractionCell(26, 29))).toEqual(['－', '－'])
    expect(points(fractionCell(300, 340), fractionCell(330, 360))).toEqual(['3.4', '－'])
  })

  test('other quotients keep their decimals however small', () => {
    const rate = { unit: '％', decimals: 1, per: 100 }
    expect(numberCell(fractionCell(5, 34), rate)).toMatchObject({ display: '14.7', raw: 14.7 })
  })
})

describe('shares', () => {
  test('the note stands only where the printed shares do not add up', () => {
    const thirds = [1, 1, 1].map((part) => shareOf(integerCell(part), integerCell(3)))
    expect(sharesNeedNote(thirds)).toBe(true)
    expect(sharesNeedNote([1, 3].map((part) => shareOf(integerCell(part), integerCell(4))))).toBe(false)
    expect(shareOf(integerCell(1), integerCell(3))).toEqual(fractionCell(1, 3))
    expect(shareOf(stateCell('blank'), integerCell(3)).state).toBe('notApplicable')
  })
})

test('notes keep one number wherever they stand', () => {
  const book = noteBook()
  expect([book.mark('甲'), book.mark('乙'), book.mark('甲')]).toEqual(['注１', '注２', '注１'])
  expect(book.lines(['丙', '乙', '乙'])).toEqual([
    { mark: '注２', text: '乙' },
    { mark: '注３', text: '丙' },
  ])
})

describe('tables on the demonstration ledger', () => {
  test('one breakdown × years: total first and bold, parts indented, break marked, no 0 outside the scope', () => {
    const [table] = tablesOf(
      made({ statistic: 'consultation.persons', by: ['ageBand'], fiscalYears: [2022, 2023, 2024] }),
    )
    expect(table?.columns.map((column) => column.breakBefore)).toEqual([false, false, false, true, false])
    expect(table?.columns[3]?.heads).toEqual(['令和６年度 注１\n（11月末現在）'])
    expect(table?.rows[0]?.cells[0]).toMatchObject({ kind: 'label', text: '総数', indent: 0, bold: true })
    expect(table?.rows[1]?.cells[0]).toMatchObject({ indent: 1, bold: false })
    expect(rowOf(table, '50s').slice(1, 3)).toEqual(['－', '－'])
    expect(table?.legend).toContain('－：該当項目なし')
    expect(table?.notes[0]).toMatchObject({ mark: '注１' })
    expect(table?.source).toContain('令和６年11月30日現在')
  })

  test('parts of a single choice add up to the total printed above them', () => {
    const [table] = tablesOf(made({ statistic: 'consultation.events', by: ['method'], fiscalYears: [2023] }))
    const numbers = (table?.rows ?? []).map((row) =>
      row.cells[1]?.kind === 'number' ? row.cells[1].raw : null,
    )
    const [total, ...parts] = numbers
    expect(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(total)
  })

  test('months stand across whatever the order asked, and turn the page', () => {
    for (const by of [
      ['method', 'month'],
      ['month', 'method'],
    ]) {
      const model = made({ statistic: 'consultation.events', by, fiscalYears: [2023] })
      const [table] = tablesOf(model)
      expect(model.orientation).toBe('landscape')
      expect(table?.columns.map((column) => column.heads[0])).toEqual(
        expect.arrayContaining(['４月', '３月', '計', '構成比', '令和４年度']),
      )
    }
  })

  test('a month that has not come is empty, never 0', () => {
    const [table] = tablesOf(
      made({ statistic: 'consultation.events', by: ['month'], fiscalYears: [2023, 2024] }),
    )
    const line = table?.rows.find((row) => row.id === '2024')?.cells ?? []
    expect(line.slice(10, 14).map((cell) => cell.kind)).toEqual(['empty', 'empty', 'empty', 'empty'])
    expect(shown(line[0])).toBe('令和６年度 注１')
  })

  test('a year before the ledger prints as missing', () => {
    const [table] = tablesOf(
      made({ statistic: 'consultation.events', by: [], fiscalYears: [2019, 2023, 2024] }),
    )
    const row = rowOf(table, 'consultation.events')
    expect(row[2]).toBe('')
    expect(table?.legend).toContain('空欄：未入力・未報告')
  })

  test('every table says period and as-of date, and its unit', () => {
    for (const table of tablesOf(demonstrationModel(draftOf({ template: 'tables' })))) {
      expect(table.source).toMatch(/令和\d?.*現在/)
      expect(table.unit).toMatch(/^単位：/)
    }
  })
})

test('by 年度, a table is the one of its years: each number under its own year', () => {
  const fiscalYears = [2022, 2023, 2024]
  const [table] = tablesOf(made({ statistic: 'place.sessions', by: ['fiscalYear'], fiscalYears }))
  const [plain] = tablesOf(made({ statistic: 'place.sessions', by: [], fiscalYears }))
  expect(table).toEqual(plain)
  expect(table?.columns.flatMap((column) => column.heads[0]?.slice(0, 5) ?? [])).toContain('令和６年度')
})

test('only the lines that break lose their growth: hatched with the mark, the others keep it', () => {
  const yearbook = demonstrationModel(draftOf({ template: 'annual', ...asOf('2025-03-31') }))
  const main = tablesOf(yearbook)[0]
  const kinds = (id: string) => main?.rows.find((row) => row.id === id)?.cells.map((cell) => cell.kind) ?? []
  expect(main?.columns.filter((column) => column.heads[0] === '令和６年度の増減')).toHaveLength(2)
  expect(kinds('consultation.events').slice(-2)).toEqual(['broken', 'broken'])
  expect(kinds('place.attendance').slice(-2)).toEqual(['number', 'number'])
})

describe('the yearbook', () => {
  const november = demonstrationModel(draftOf({ template: 'annual' }))
  const text = JSON.stringify(november.blocks)

  test('has its eight sections in order', () => {
    const first = november.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1
        ? [block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')]
        : [],
    )
    expect(first).toEqual([
      '事業概要',
      '実績数値',
      '利用状況',
      '分析',
      '支援効果',
      '広報・啓発',
      '統計表',
      '統計項目の定義',
    ])
  })

  test('sentences in a row about one statistic name it once', () => {
    const usage = JSON.stringify(november.blocks.find((block) => block.id === 'analysis.usage.text'))
    expect(usage.match(/相談延べ件数は、/gu)).toHaveLength(1)
    expect(usage).toContain('で最も多い。相談方法別では')
  })

  test('never compares across the break, and offers the re-cut', () => {
    const compared = november.blocks.find((block) => block.id === 'analysis.compared.consultation.events')
    const words = JSON.stringify(compared)
    expect(words).toContain('比較できない')
    expect(words).toContain('旧対象年齢（29歳以下）に限ると')
    expect(words).not.toMatch(/前年度比|前年同期|増加|減少/)
    expect(text).not.toContain('前年度比')
  })

  test('compares with the same months where the definition allows it', () => {
    const place = november.blocks.find((block) => block.id === 'analysis.compared.place.attendance')
    expect(JSON.stringify(place)).toContain('前年同期')
  })

  test('without numbers nothing is said about results', () => {
    const input = demonstrationInput(draftOf({ template: 'annual', ...asOf('2024-11-30') }))
    const empty = buildPaper(paperTemplates.annual, { ...input, results: {} })
    const sentences = empty.blocks.filter(
      (block) => block.kind === 'paragraph' && block.id.startsWith('analysis.usage'),
    )
    expect(sentences).toEqual([])
    expect(JSON.stringify(empty.blocks)).not.toMatch(/最も多い|増加|減少した/)
  })
})
