import { describe, expect, it } from 'vitest'
import type { Book } from '../../../src/shared/intake/book.ts'
import { type BookProfile, parseBookProfile } from '../../../src/shared/intake/profile.ts'
import { proposeProfile } from '../../../src/shared/intake/propose.ts'
import { type BookRows, readBookRows } from '../../../src/shared/intake/read-book-rows.ts'
import type { StagedConsultation } from '../../../src/shared/intake/staged.ts'
import { facts } from './support/facts.ts'
import { makeBook, range, type Written } from './support/make-book.ts'

function profileOf(book: Book): BookProfile {
  const { profile } = proposeProfile(book, facts)
  if (profile === null) throw new Error('no profile')
  return profile
}

const read = (book: Book, change: Partial<BookProfile> = {}): BookRows =>
  readBookRows(book, { ...profileOf(book), party: 'contractor', ...change }, facts)

const contacts = ({ rows }: BookRows): readonly StagedConsultation[] =>
  rows.flatMap((row) => (row.outcome === 'record' && row.record.kind === 'consultation' ? [row.record] : []))
const refusals = ({ rows }: BookRows): readonly (readonly [string, string, string])[] =>
  rows.flatMap((row) =>
    row.outcome === 'refused' ? [[row.problem.code, row.problem.column, row.problem.value] as const] : [],
  )
const warnings = ({ rows }: BookRows): readonly string[] =>
  rows.flatMap((row) => (row.outcome === 'record' ? row.warnings.map(({ code }) => code) : []))
const findings = ({ findings: found }: BookRows): readonly string[] => found.map(({ code }) => code)

const heads = ['受付日', '相談方法', '来談者', 'ケース番号', '新規・継続']
const line = (day: Written, code = 'H001', method = '電話', caller = '母'): readonly Written[] => [
  day,
  method,
  caller,
  code,
  '継続',
]
const register = (
  rows: readonly (readonly Written[] | null)[],
  name = '4月',
  title = '令和６年度　相談受付簿',
): Book => makeBook([{ name, rows: [[title], heads, ...rows] }])

describe('registers in other layouts', () => {
  it('columns moved and headed by other words', () => {
    const book = makeBook([
      {
        name: 'R6.5',
        rows: [
          ['ひきこもり相談　記録（令和6年度）'],
          null,
          [
            'ＩＤ',
            '相談者\n続柄',
            '手 段',
            '年月日',
            '主訴',
            '年令',
            '男女別',
            '紹介先',
            '初回・継続',
            '摘要',
          ],
          ['k-12', '本人', 'ＴＥＬ', 'R6.5.2', '就労', '３０代後半', 'Ｆ', 'サポステ', '初回', '次回は６月'],
        ],
      },
    ])
    const [contact] = contacts(read(book))
    expect(contact).toMatchObject({
      caseCode: 'k-12',
      caller: 'self',
      method: 'phone',
      day: '2024-05-02',
      mainTopic: 'jobSearch',
      ageLow: 35,
      ageHigh: 39,
      sex: 'female',
      referrals: [{ destination: 'youthStation', depth: 'introduced' }],
      newClaim: true,
      note: '次回は６月',
    })
  })

  it('a profile follows its heads, not their places', () => {
    const taught = profileOf(
      makeBook([
        {
          name: '4月',
          rows: [
            [...heads, '窓口担当メモ区分'],
            [...line('R6.4.3'), '電話'],
          ],
        },
      ]),
    )
    const [rule] = taught.sheets
    if (rule === undefined) throw new Error('no rule')
    const profile = parseBookProfile({
      ...taught,
      party: 'contractor',
      sheets: [
        { ...rule, columns: [...rule.columns, { head: '窓口担当メモ区分', field: 'support', code: null }] },
      ],
    })
    const moved = makeBook([
      {
        name: '5月',
        rows: [
          ['窓口担当メモ区分', ...heads.toReversed()],
          ['傾聴', '継続', 'H001', '母', '電話', 'R6.5.3'],
        ],
      },
    ])
    const [contact] = contacts(readBookRows(moved, profile, facts))
    expect(contact).toMatchObject({ day: '2024-05-03', supports: ['listening'], caller: 'mother' })
  })

  it('two head lines: the age of the 来談者 is not that of the 対象者', () => {
    const book = makeBook([
      {
        name: '４月分',
        rows: [
          ['受付日', '相談方法', '来談者', null, '対象者', null, 'ケース番号'],
          [null, null, '続柄', '年齢', '年齢', '性別', null],
          ['4/3', '電話', '母', '75', '45', '男', 'H1'],
        ],
        merges: [
          range(1, 1, 2, 1),
          range(1, 2, 2, 2),
          range(1, 3, 1, 4),
          range(1, 5, 1, 6),
          range(1, 7, 2, 7),
        ],
      },
    ])
    const result = read(book, { fiscalYear: 2024 })
    expect(contacts(result)[0]).toMatchObject({
      day: '2024-04-03',
      caller: 'mother',
      ageLow: 45,
      sex: 'male',
      caseCode: 'H1',
    })
  })

  it('a column an item, marked ◎ and ○', () => {
    const book = makeBook([
      {
        name: '4月',
        rows: [
          ['受付日', '方法', 'ケース番号', '相談内容', null, null, '要因', null],
          [null, null, null, '住まい', '介護', '債務', '発達障害', '不登校経験'],
          ['R6.4.3', '電話', 'H1', '○', '◎', null, null, '○'],
        ],
        merges: [range(1, 4, 1, 6), range(1, 7, 1, 8)],
      },
    ])
    expect(contacts(read(book))[0]).toMatchObject({
      mainTopic: 'care',
      topics: ['housing'],
      factors: ['truancy'],
    })
  })

  it('a sheet a quarter; hidden columns, hidden rows and empty rows between', () => {
    const book = makeBook([
      {
        name: '第１四半期',
        hiddenColumns: [3],
        hiddenRows: [5],
        rows: [
          ['令和６年度'],
          heads,
          line('R6.4.3'),
          null,
          line('R6.6.30', 'H002'),
          line('R6.7.1', 'H003'),
          [null, ' '],
        ],
      },
    ])
    const result = read(book)
    expect(contacts(result).map(({ month }) => month)).toEqual(['2024-04', '2024-06', '2024-07'])
    expect(warnings(result)).toEqual(['outsideMonth'])
    expect(findings(result)).toEqual(['hiddenRows', 'hiddenColumns'])
  })

  it.each([
    '2024-04-03',
    '2024/4/3',
    'R6.4.3',
    'R06.04.03',
    '令和６年４月３日（水）',
    '令和六年四月三日',
    '４月３日',
    'R060403',
    45385,
    { day: '2024-04-03' },
  ] as const)('reads the day %j', (written) => {
    expect(contacts(read(register([line(written)])))[0]?.day).toBe('2024-04-03')
  })

  it('月 and 日 in two columns, the month once; a day that the month does not have', () => {
    const rows = [
      ['月', '日', ...heads.slice(1)],
      [4, 5, ...line(null).slice(1)],
      [null, '30日', ...line(null, 'H2').slice(1)],
      [null, 31, ...line(null, 'H3').slice(1)],
      ['１月', '５', ...line(null, 'H4').slice(1)],
      [null, '〃', ...line(null, 'H5').slice(1)],
    ]
    const result = read(makeBook([{ name: '令和６年度', rows }]))
    expect(contacts(result).map(({ day }) => day)).toEqual([
      '2024-04-05',
      '2024-04-30',
      '2025-01-05',
      '2025-01-05',
    ])
    expect(refusals(result)).toEqual([['dayUnreadable', '日', '31']])
  })

  it('a wrong weekday is a warning, a day of another year is refused', () => {
    const result = read(register([line('令和６年４月３日（火）'), line('R5.4.3'), line('平成31年5月1日')]))
    expect(warnings(result)).toEqual(['wrongWeekday'])
    expect(refusals(result)).toEqual([
      ['outsideYear', '受付日', 'R5.4.3'],
      ['outsideYear', '受付日', '平成31年5月1日'],
    ])
  })

  it("last year's book is named; a title that was left behind contradicts its days", () => {
    const old = register([line('R5.4.3')], '4月', '令和５年度　相談受付簿')
    const copied = register([line('R6.4.3')], '4月', '令和５年度　相談受付簿')
    expect([contacts(read(old)).length, findings(read(old))]).toEqual([1, ['otherYear']])
    expect(findings(read(copied))).toEqual(['otherYear', 'yearContradicts'])
    expect(refusals(read(copied))[0]?.[0]).toBe('outsideYear')
    expect(contacts(read(copied, { fiscalYear: 2024 }))).toHaveLength(1)
  })

  it('a sheet of another month than its name says', () => {
    const result = read(register([line('R6.5.3'), line('R6.5.4', 'H2')], '4月'))
    expect(contacts(result)).toHaveLength(2)
    expect([findings(result), warnings(result)]).toEqual([
      ['monthContradicts'],
      ['outsideMonth', 'outsideMonth'],
    ])
  })

  it('two parties in one sheet, told by a column', () => {
    const rows = [
      [...heads, '報告元'],
      [...line('R6.4.3'), 'ひきこもり支援事業委託事業者'],
      [...line('R6.4.4'), '地域共生課'],
      [...line('R6.4.5'), '知らない団体'],
    ]
    const result = read(makeBook([{ name: '4月', rows }]), { party: null })
    expect(contacts(result).map(({ party }) => party)).toEqual(['contractor', 'division'])
    expect(refusals(result)).toEqual([['partyUnknown', '報告元', '知らない団体']])
    expect(result.questions).toEqual([])
  })

  it('without a party every row waits for the answer', () => {
    const result = read(register([line('R6.4.3')]), { party: null })
    expect(refusals(result)[0]?.[0]).toBe('partyUnknown')
    expect(result.questions).toMatchObject([{ code: 'party', answer: null }])
  })

  it('what the user teaches once is read', () => {
    const book = register([line('R6.4.3', 'H1', 'のろし'), line('R6.4.4', 'H2', '狼煙')])
    const result = read(book, { values: { method: { のろし: 'letter' } } })
    expect(contacts(result).map(({ method }) => method)).toEqual(['letter'])
    expect(result.unknownValues).toMatchObject([{ list: 'method', text: '狼煙' }])
  })

  it('splits several choices and leaves labels with ・ whole', () => {
    const rows = [
      [...heads, '要因', 'つなぎ先', '主な相談内容'],
      [
        ...line('R6.4.3'),
        '発達障害・不登校経験',
        '保健所・保健センター・医療機関',
        '◎家族との関係／病気・健康・障害\n介護',
      ],
      [...line('R6.4.4'), 'その他（近隣、騒音）', 'ハローワーク,社協', '税金'],
    ]
    const [first, second] = contacts(read(makeBook([{ name: '4月', rows: rows }]), { fiscalYear: 2024 }))
    expect(first).toMatchObject({
      factors: ['developmental', 'truancy'],
      mainTopic: 'family',
      topics: ['health', 'care'],
    })
    expect(first?.referrals.map(({ destination }) => destination)).toEqual(['publicHealth', 'medical'])
    expect(second).toMatchObject({ factors: ['other'], others: { factor: '近隣、騒音' }, mainTopic: 'tax' })
    expect(second?.referrals.map(({ destination }) => destination)).toEqual(['helloWork', 'socialCouncil'])
  })

  it('two persons under one code, and a contact told twice, are doubts', () => {
    const rows = [
      [...heads, '性別', '年齢'],
      [...line('R6.4.3'), '男', 18],
      [...line('R6.4.3'), '女', 61],
    ]
    expect(warnings(read(makeBook([{ name: '4月', rows }])))).toEqual([
      'duplicateContact',
      'caseOtherSex',
      'caseOtherAge',
    ])
  })
})

describe('who a person is', () => {
  const rows = [
    [...heads, '氏名', 'フリガナ', '住　所', '電話番号', '生年月日', '備考'],
    [
      ...line('R6.4.3'),
      '山田太郎',
      'ヤマダ',
      '保谷町1-2-3',
      '042-464-1311',
      'S50.1.1',
      '山田太郎さんの母から090-1234-5678',
    ],
    [...line('R6.4.4', '鈴木花子'), '鈴木花子', null, null, null, '特になし'],
  ]
  const book = makeBook([{ name: '4月', rows }])

  it('columns of names and addresses are dropped and reported, nothing of them is kept', () => {
    const result = read(book)
    expect(result.dropped.map(({ head }) => head)).toEqual([
      '氏名',
      'フリガナ',
      '住所',
      '電話番号',
      '生年月日',
    ])
    expect(JSON.stringify(result) + JSON.stringify(profileOf(book))).not.toMatch(
      /山田|ヤマダ|保谷|464|1234|鈴木|S50/,
    )
  })

  it('free text is left out without consent; a name is no case number', () => {
    const result = read(book)
    expect(contacts(result)[0]?.note).toBe('')
    expect(warnings(result)).toEqual(['privateTextLeftOut'])
    expect(refusals(result)).toEqual([['notACaseCode', 'ケース番号', '（表示しません）']])
    expect(result.questions).toMatchObject([{ code: 'privateText', examples: [{ text: '' }] }])
    expect(contacts(read(book, { answers: { privateText: 'keep' } }))[0]?.note).toContain('090-1234-5678')
  })

  it('a name where a word is asked for is not repeated', () => {
    const result = read(register([line('R6.4.3', 'H1', '電話', '山田さん（090-1234-5678）')]))
    expect(refusals(result)).toEqual([['notInList', '来談者', '（表示しません）']])
    expect(JSON.stringify(result)).not.toMatch(/山田|1234/)
  })

  it('a contact without a number is anonymous, with a warning and a question', () => {
    const anonymous = register([
      ['R6.4.3', '電話', '母', null, '新規'],
      ['R6.4.4', '電話', '母', '匿名', '継続'],
    ])
    const result = read(anonymous)
    expect(contacts(result).map(({ caseCode }) => caseCode)).toEqual([null, null])
    expect([warnings(result), result.questions.map(({ code }) => code)]).toEqual([
      ['caseAnonymous'],
      ['emptyCase'],
    ])
    expect(refusals(read(anonymous, { answers: { emptyCase: 'refuse' } }))[0]?.[0]).toBe('caseMissing')
  })
})
