import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Book, SheetCell } from '../../../src/shared/intake/book.ts'
import { type BookProfile, bookKinds, parseBookProfile } from '../../../src/shared/intake/profile.ts'
import { proposeProfile } from '../../../src/shared/intake/propose.ts'
import { readBookRows } from '../../../src/shared/intake/read-book-rows.ts'
import {
  intakeProblemWords,
  intakeQuestionWords,
  proposalReasonWords,
} from '../../../src/shared/words/intake.ts'
import { anyText } from '../any-text.ts'
import { facts } from './support/facts.ts'
import { makeBook } from './support/make-book.ts'

/** Words that books are made of, so that random books come near real ones. */
const words = fc.constantFrom(
  ...'受付日 相談方法 来談者 年齢 性別 ケース番号 新規・継続 備考 氏名 開催日 会場 本人 家族 計 項目 単位 4月 5月 ６月 相談延べ件数 相談実人数 指標 基準値 R6目標 R6実績 R6.4.3 令和６年４月５日 〃 － … 合計 H001 電話 訪問 母 新規 30代 45（12） 中止（台風） 85以上 調査なし __proto__ constructor ※注 令和６年度'.split(
    ' ',
  ),
  '\n',
  '　',
)
const cell: fc.Arbitrary<SheetCell | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 8, arbitrary: words.map((text): SheetCell => ({ kind: 'text', text })) },
  { weight: 2, arbitrary: anyText.map((text): SheetCell => ({ kind: 'text', text })) },
  { weight: 2, arbitrary: fc.double().map((value): SheetCell => ({ kind: 'number', value })) },
  fc.constantFrom<SheetCell>(
    { kind: 'day', day: '2024-04-05' },
    { kind: 'day', day: '2024-05-01', monthOnly: true },
    { kind: 'boolean', value: true },
    { kind: 'error', text: '#REF!' },
    { kind: 'formula', formula: 'INDIRECT("A1")' },
  ),
)
const merge = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }), fc.nat(3), fc.nat(3))
  .map(([row, column, down, right]) => ({
    fromRow: row,
    fromColumn: column,
    toRow: row + down,
    toColumn: column + right,
  }))
const anyBook: fc.Arbitrary<Book> = fc
  .array(
    fc.record({
      name: fc.oneof(words, anyText),
      rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 10 }),
      merges: fc.array(merge, { maxLength: 3 }),
      hidden: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((sheets) => makeBook(sheets.map((sheet, index) => ({ ...sheet, name: `${index}${sheet.name}` }))))

const blank = (book: Book, kind: BookProfile['kind']): BookProfile => ({
  version: 1,
  kind,
  party: 'contractor',
  fiscalYear: 2024,
  sheets: book.sheets.map(({ name }) => ({ sheet: name, use: true, kind, columns: [], activityKind: null })),
  values: {},
  answers: {},
})

describe('any book', () => {
  it('is read without throwing, and every row that holds anything has exactly one outcome', () => {
    fc.assert(
      fc.property(anyBook, fc.option(fc.constantFrom(...bookKinds)), (book, kind) => {
        const proposal = proposeProfile(book, facts)
        const profile = kind === null ? proposal.profile : blank(book, kind)
        if (profile === null) return
        const { rows, findings, questions } = readBookRows(
          book,
          parseBookProfile(JSON.parse(JSON.stringify(profile))),
          facts,
        )
        const places = new Map<string, string[]>()
        for (const { place, outcome } of rows) {
          const key = `${place.sheet}/${place.row}`
          const column =
            'column' in place && place.column !== null && outcome !== 'ignored' ? `@${place.column}` : ''
          places.set(key, [...(places.get(key) ?? []), column])
        }
        const all = book.sheets.flatMap(({ name, rows: lines }) =>
          lines.map(({ number }) => `${name}/${number}`),
        )
        expect([...places.keys()].toSorted()).toEqual([...new Set(all)].toSorted())
        // Several outcomes of one line are those of its cells, each once.
        for (const columns of places.values()) {
          expect(new Set(columns).size).toBe(columns.length)
          if (columns.length > 1) expect(columns).not.toContain('')
        }
        for (const reason of proposal.sheets.flatMap(({ reasons }) => reasons))
          expect(proposalReasonWords(reason)).not.toBe('')
        for (const question of questions) expect(intakeQuestionWords(question)).not.toBe('')
        const problems = rows.flatMap((row) =>
          row.outcome === 'refused' ? row.problem : row.outcome === 'record' ? row.warnings : [],
        )
        for (const problem of [...problems, ...findings]) expect(intakeProblemWords(problem)).toMatch(/。$/)
      }),
      { numRuns: 300 },
    )
  })

  it('a register of 50,000 rows is understood quickly', () => {
    const methods = ['電話', 'TEL', '来所', 'アウトリーチ', '〃', '同行']
    const rows = Array.from({ length: 50_000 }, (_, index) => [
      index + 1,
      index % 3 === 0 ? { day: '2024-04-05' as const } : `令和６年４月${(index % 28) + 1}日`,
      methods[index % 6] ?? '',
      index % 7 === 3 ? '〃' : '母',
      index % 5 === 0 ? '30代' : (index % 60) + 15,
      '男性',
      '2〜3年',
      '地域包括支援センター',
      '住まい',
      '発達障害、精神疾患(疑い含む)',
      'ハローワーク',
      '継続',
      `H${index % 3_000}`,
    ])
    const heads = [
      'No.',
      '受付日',
      '相談方法',
      '来談者',
      '年齢',
      '性別',
      'ひきこもり期間',
      '相談経路',
      '主な相談内容',
      '要因',
      'つなぎ先',
      '新規・継続',
      'ケース番号',
    ]
    const book = makeBook([{ name: '4月', rows: [['令和６年度'], heads, ...rows] }])
    const { profile } = proposeProfile(book, facts)
    if (profile === null) throw new Error('no profile')
    const before = process.cpuUsage()
    const result = readBookRows(book, { ...profile, party: 'contractor' }, facts)
    const { user, system } = process.cpuUsage(before)
    expect(result.rows.filter(({ outcome }) => outcome === 'record')).toHaveLength(50_000)
    // A bound against a rule that is made anew for each cell, not a benchmark.
    expect((user + system) / 1_000).toBeLessThan(4_000)
    if (process.env.BENCH) console.log(`50,000 rows: ${Math.round((user + system) / 1_000)} ms CPU`)
  })
})
