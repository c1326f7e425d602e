import { describe, expect, it } from 'vitest'
import { isPrivateHead } from '../../../src/shared/intake/heads/private-heads.ts'
import { bookProfileSchema, parseBookProfile } from '../../../src/shared/intake/profile.ts'
import { proposeProfile } from '../../../src/shared/intake/propose.ts'
import { readBookRows } from '../../../src/shared/intake/read-book-rows.ts'
import { readDuration } from '../../../src/shared/intake/reading/read-duration.ts'
import { wordReader } from '../../../src/shared/intake/reading/read-words.ts'
import { readSessionState } from '../../../src/shared/intake/reading/session-state.ts'
import {
  fiscalYearIn,
  monthHead,
  monthIn,
  monthsNamed,
  sheetPattern,
  splitYear,
} from '../../../src/shared/intake/time-words.ts'
import { facts } from './support/facts.ts'
import { makeBook, type Written } from './support/make-book.ts'
import { sampleBook, sampleNames } from './support/sample-book.ts'

describe('a profile', () => {
  const { profile } = proposeProfile(sampleBook(sampleNames.register), facts)

  it('survives being stored, and holds no year, no place and no value', () => {
    expect(parseBookProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile)
    expect(profile?.fiscalYear).toBeNull()
    expect(JSON.stringify(profile)).not.toMatch(/2024|H0\d\d/)
  })

  it('reads the book of the next year', () => {
    if (profile === null) throw new Error('no profile')
    const row: readonly Written[] = ['R7.5.2', 'TEL', '父', 'H001']
    const book = makeBook([
      {
        name: '5月',
        rows: [['令和７年度　相談受付簿'], ['受付日', '相談方法', '来談者', 'ケース番号'], row],
      },
    ])
    const { rows, findings, fiscalYear } = readBookRows(book, profile, { ...facts, fiscalYear: 2025 })
    expect([fiscalYear, findings]).toEqual([2025, []])
    expect(rows.at(-1)).toMatchObject({
      outcome: 'record',
      record: { day: '2025-05-02', party: 'contractor' },
    })
  })

  it('leaves sheets out that it does not know or that are not chosen', () => {
    if (profile === null) throw new Error('no profile')
    const head = ['受付日', '相談方法', '来談者', 'ケース番号']
    const sheet = (name: string) => ({ name, rows: [head, ['R6.4.2', '電話', '父', 'H1']] })
    const { rows, findings } = readBookRows(makeBook([sheet('4月'), sheet('控え')]), profile, facts)
    expect(rows.map((row) => (row.outcome === 'ignored' ? row.reason : row.outcome))).toEqual([
      'head',
      'record',
      'notChosen',
      'notChosen',
    ])
    expect(findings.map(({ code }) => code)).toEqual(['sheetNotInProfile'])
  })

  it.each([{ version: 2 }, { answers: { dash: 'minus' } }, { sheets: [{}] }, { extra: 1 }])(
    'refuses %j',
    (change) => {
      expect(bookProfileSchema.safeParse({ ...profile, ...change }).success).toBe(false)
    },
  )
})

describe('words of time in titles and heads', () => {
  it.each([
    ['令和６年度　相談受付簿', 2024],
    ['R6年度', 2024],
    ['平成31年度', 2019],
    ['令和元年度', 2019],
    ['2024年度報告', 2024],
    ['4月', null],
  ])('%s is the year %s', (text, year) => expect(fiscalYearIn(text)).toBe(year))

  it.each([
    ['4月', [4]],
    ['１２月分', [12]],
    ['第２四半期', [7, 8, 9]],
    ['Q4', [1, 2, 3]],
    ['上半期', [4, 5, 6, 7, 8, 9]],
    ['10～12月', [10, 11, 12]],
    ['集計', []],
    ['13月', []],
  ])('%s names the months %j', (text, months) => expect(monthsNamed(text)).toEqual(months))

  it.each([
    ['４月', 4],
    ['令和６年10月', 10],
    ['R7.1', 1],
    ['4月計', null],
    ['月', null],
  ])('the head %s is the month %s', (text, month) => expect(monthHead(text)).toBe(month))

  it('a month with its year, a year beside 目標', () => {
    expect([monthIn('令和７年１月分'), monthIn('R6.12'), monthIn('12月')]).toEqual([
      '2025-01',
      '2024-12',
      null,
    ])
    expect(splitYear('R10目標')).toEqual({ fiscalYear: 2028, rest: '目標' })
    expect(splitYear('令和６年度/実績')).toEqual({ fiscalYear: 2024, rest: '/実績' })
  })

  it.each([
    ['４月', '{月}'],
    ['R6.4', '{月}'],
    ['第１四半期', '{期}'],
    ['月報_令和６年度', '月報_{年度}'],
  ])('the sheet %s is known again as %s', (name, pattern) => expect(sheetPattern(name)).toBe(pattern))
})

describe('single readings', () => {
  const profile = {
    version: 1,
    kind: 'consultations',
    party: null,
    fiscalYear: null,
    sheets: [],
    values: {},
    answers: {},
  } as const
  const words = wordReader(facts.codes, 'duration', profile)

  it.each([
    ['2〜3年', '2y-3y'],
    ['３年くらい', '3y-5y'],
    ['5年', '5y-7y'],
    ['約15年', 'over10y'],
    ['半年', '6m-1y'],
    ['１年半', '1y-2y'],
    ['3か月', 'under6m'],
    ['10年以上', 'over10y'],
    ['1年未満', 'unknown'],
    ['5年以上', 'unknown'],
    ['長い', 'unknown'],
  ])('the period %s is %s', (text, band) => {
    const found = readDuration(text, words, facts.codes)
    expect(found.ok && found.value).toBe(band)
  })

  it.each([
    ['中止（台風）', { state: 'cancelled', reason: '台風' }],
    ['台風のため中止', { state: 'cancelled', reason: '台風' }],
    ['延期：会場の都合', { state: 'postponed', reason: '会場の都合' }],
    ['開催', { state: 'held', reason: '' }],
    ['来月の中止を検討した', null],
  ])('%s says %j', (text, state) => expect(readSessionState(text)).toEqual(state))

  it('heads of who a person is', () => {
    const told = [
      '氏　名',
      '対象者氏名',
      'ﾌﾘｶﾞﾅ',
      '住所',
      '連絡先（電話）',
      '対象者/名前',
      '生年月日',
      'ＴＥＬ',
      'E-mail',
    ]
    const plain = [
      '地区',
      '居住地区',
      '相談方法',
      '会場名',
      'ケース番号',
      '年齢',
      '電話相談',
      '事業名',
      '担当地区',
    ]
    expect(told.filter((head) => !isPrivateHead(head))).toEqual([])
    expect(plain.filter((head) => isPrivateHead(head))).toEqual([])
  })
})
