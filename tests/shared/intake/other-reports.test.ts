import { describe, expect, it } from 'vitest'
import type { Book } from '../../../src/shared/intake/book.ts'
import type { BookProfile } from '../../../src/shared/intake/profile.ts'
import { proposeProfile } from '../../../src/shared/intake/propose.ts'
import { type BookRows, readBookRows } from '../../../src/shared/intake/read-book-rows.ts'
import type { StagedSession, StagedTally } from '../../../src/shared/intake/staged.ts'
import { facts } from './support/facts.ts'
import { makeBook, range } from './support/make-book.ts'

function read(book: Book, change: Partial<BookProfile> = {}): BookRows {
  const { profile } = proposeProfile(book, facts)
  if (profile === null) throw new Error('no profile')
  return readBookRows(book, { ...profile, party: 'workprep', ...change }, facts)
}

const tallies = ({ rows }: BookRows): readonly StagedTally[] =>
  rows.flatMap((row) => (row.outcome === 'record' && row.record.kind === 'tally' ? [row.record] : []))
const sessions = ({ rows }: BookRows): readonly StagedSession[] =>
  rows.flatMap((row) => (row.outcome === 'record' && row.record.kind === 'session' ? [row.record] : []))
const short = (book: BookRows): readonly (readonly [string, string | null, number | null])[] =>
  tallies(book).map(({ statistic, month, value }) => [statistic, month, value])
const codes = (book: BookRows): readonly string[] => book.findings.map(({ code }) => code)
const refused = ({ rows }: BookRows): readonly string[] =>
  rows.flatMap((row) => (row.outcome === 'refused' ? [`${row.problem.code} ${row.problem.value}`] : []))

describe('monthly reports in other layouts', () => {
  it('months down, items across', () => {
    const book = makeBook([
      {
        name: '月報',
        rows: [
          ['就労準備支援事業　令和６年度'],
          ['月', '相談延べ件数', '実人数', '備考'],
          ['４月', '１２件', 8, null],
          ['５月', 9, '…', '担当者不在の日あり'],
          ['計', 21, null, null],
        ],
      },
    ])
    expect(short(read(book))).toEqual([
      ['consultation.events', '2024-04', 12],
      ['consultation.persons', '2024-04', 8],
      ['consultation.events', '2024-05', 9],
      ['consultation.persons', '2024-05', null],
    ])
  })

  it('a sheet a quarter, with 内訳 below their total', () => {
    const rows = (months: readonly string[], offset: number) => [
      ['令和６年度'],
      ['項目', null, ...months, '計'],
      ['相談延べ件数', null, 10 + offset, 11, 12, 33 + offset],
      [null, '電話', 4, 5, 6, 15],
      [null, '訪問', 6 + offset, 6, 6, 18 + offset],
    ]
    const book = makeBook([
      { name: '第１四半期', rows: rows(['4月', '5月', '6月'], 0), merges: [range(3, 1, 5, 1)] },
      { name: '第２四半期', rows: rows(['7月', '8月', '9月'], 1), merges: [range(3, 1, 5, 1)] },
    ])
    const result = read(book)
    expect(tallies(result)).toHaveLength(18)
    expect(
      tallies(result)
        .filter(({ keys }) => keys.method === 'phone')
        .map(({ month, value }) => [month, value]),
    ).toEqual([
      ['2024-04', 4],
      ['2024-05', 5],
      ['2024-06', 6],
      ['2024-07', 4],
      ['2024-08', 5],
      ['2024-09', 6],
    ])
    expect(codes(result)).toEqual([])
  })

  it('a sheet a month, one column of figures', () => {
    const book = makeBook([
      {
        name: '令和７年１月',
        rows: [
          ['項目', '件数'],
          ['相談延べ件数', 7],
          ['うち新規', 2],
          ['前月比', '△3'],
          ['よく分からない項目', 5],
        ],
      },
    ])
    const result = read(book)
    expect(short(result)).toEqual([
      ['consultation.events', '2025-01', 7],
      ['consultation.new', '2025-01', 2],
    ])
    expect(refused(result)).toEqual(['unknownItem よく分からない項目'])
    expect(result.unknownValues).toMatchObject([{ list: 'statistic', text: 'よく分からない項目' }])
    const taught = read(book, { values: { statistic: { よく分からない項目: 'referral.events' } } })
    expect(short(taught)).toContainEqual(['referral.events', '2025-01', 5])
  })

  it('a 計 that contradicts, persons that were summed, brackets, negative counts', () => {
    const head = ['項目', '4月', '5月', '6月', '計']
    const book = makeBook([
      {
        name: '令和６年度',
        rows: [
          head,
          ['相談延べ件数', 10, 10, 10, 31],
          ['相談実人数', 4, 5, 6, 15],
          ['つなぎ件数', '45（12）', '△3', 'x', null],
        ],
      },
    ])
    const result = read(book)
    expect(codes(result)).toEqual(['lineTotalDiffers', 'personsSummed'])
    expect(refused(result)).toEqual(['bracketsAsked 45（12）', 'negativeCount △3'])
    expect(result.questions.map(({ code }) => code)).toEqual(['brackets'])
    expect(short(read(book, { answers: { brackets: 'included' } }))).toContainEqual([
      'referral.events',
      '2024-04',
      45,
    ])
  })

  it.each([
    ['円', undefined, 1_234],
    ['千円', undefined, 1_234_000],
    [null, 'yen', 1_234],
    [null, undefined, 1_234_000],
  ] as const)('an amount in %s (answered %s) is stored in 千円', (unit, money, value) => {
    const book = makeBook([
      { name: '4月', rows: [['令和６年度'], ['項目', '単位', '値'], ['決算額', unit, '1,234,000']] },
    ])
    const result = read(book, money === undefined ? {} : { answers: { money } })
    expect(tallies(result).map((one) => one.value)).toEqual([value])
    expect(result.questions.map(({ code }) => code)).toEqual(unit === null ? ['money'] : [])
  })
})

describe('sessions in other layouts', () => {
  it('a head of groups, 中止 in words, a venue that is not registered, only the month known', () => {
    const book = makeBook([
      {
        name: '家族会',
        rows: [
          ['令和６年度　家族会　実施報告'],
          ['実施日', '場所', '参加者数', null, null, '実施状況', '内容'],
          [null, null, '家族', '関係者', '計', null, null],
          ['R6.5.11', '市民会館', '８名', 2, 10, '実施', '近況の交流'],
          ['R6.6.8', '消費者センター分館', null, null, null, '荒天により中止', null],
          ['令和６年７月', '消費者センター分館', 5, '－', 5, '実施', null],
          ['R6.9.14', '同上', 5, 1, 7, null, null],
          ['８月９日', '消費者センター分館', 'たくさん', null, null, null, null],
        ],
        merges: [
          range(2, 1, 3, 1),
          range(2, 2, 3, 2),
          range(2, 3, 2, 5),
          range(2, 6, 3, 6),
          range(2, 7, 3, 7),
        ],
      },
    ])
    const result = read(book, { party: 'division' })
    expect(sessions(result)).toMatchObject([
      {
        activityKind: 'familyMeeting',
        category: 4,
        venue: null,
        content: '近況の交流',
        attendance: [
          { group: 'family', count: 8 },
          { group: 'related', count: 2 },
        ],
      },
      { state: 'cancelled', reason: '荒天', venue: 'annex', attendance: [] },
      {
        date: { kind: 'month', month: '2024-07' },
        month: '2024-07',
        attendance: [{ group: 'family', count: 5 }],
      },
      { venue: 'annex', attendance: [{ count: 5 }, { count: 1 }] },
    ])
    const warned = result.rows.flatMap((row) =>
      row.outcome === 'record' ? row.warnings.map(({ code }) => code) : [],
    )
    expect(warned).toEqual(['unknownVenue', 'dashBlank', 'rowTotalDiffers'])
    expect(result.unknownValues).toMatchObject([{ list: 'venue', text: '市民会館' }])
    expect(refused(result)).toEqual(['numberUnreadable たくさん'])
  })

  it('only the number of all who came counts as 不明', () => {
    const book = makeBook([
      {
        name: '居場所',
        rows: [
          ['開催日', '会場', '参加者数'],
          ['R6.4.3', '消費者センター分館', 7],
        ],
      },
    ])
    expect(sessions(read(book))[0]?.attendance).toEqual([{ group: 'unknown', count: 7 }])
  })
})
