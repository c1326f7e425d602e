import { expect, test } from 'vitest'
import {
  emptyBook,
  issueOf,
  open,
  readBack,
  recordsIn,
  refusedIn,
  save,
  sheetNamed,
  type,
} from './support.ts'

const contacts = issueOf('consultation', 'records', '2024-04', '2024-05')
const sessions = issueOf('place', 'records', '2024-04', '2024-09')

/** A contact with what must be told. */
const told = { day: '3', case: 'h-041', method: '電話', caller: '母', mainTopic: 'ひきこもり・不登校' }

test('contacts of two months come back by their columns, wherever the rows and columns stand', async () => {
  const book = await open(await emptyBook(contacts))
  const april = sheetNamed(book, '４月')
  const may = sheetNamed(book, '５月')
  const full = {
    ...told,
    claim: '新規',
    'companions.1': '父',
    age: '30代',
    sex: '男性',
    schooling: '在学していない',
    economic: '生活困窮',
    household: '親と同居',
    duration: '３年以上５年未満',
    route: '家族',
    'topics.1': '家族との関係',
    'topics.3': '住まい',
    'factors.1': 'その他（聴覚過敏）',
    'supports.1': '傾聴・助言',
    'supports.2': '家族支援',
    'destination.1': '医療機関',
    'depth.1': '紹介',
    note: '次回は来所の予定',
  }
  for (const [column, value] of Object.entries(full)) type(april, 9, column, value)
  for (const [column, value] of Object.entries({ ...told, day: 'R6.5.7', case: '匿名' }))
    type(may, 6, column, value)
  may.name = '5月分'
  const rows = readBack(await save(book), contacts)
  expect(refusedIn(rows)).toEqual([])
  expect(recordsIn(rows).filter(({ kind }) => kind === 'consultation')).toEqual([
    {
      kind: 'consultation',
      party: 'contractor',
      month: '2024-04',
      day: '2024-04-03',
      caseCode: 'H-041',
      method: 'phone',
      supports: ['listening', 'family'],
      caller: 'mother',
      companions: ['father'],
      ageLow: 30,
      ageHigh: 39,
      sex: 'male',
      schooling: 'none',
      economic: 'needy',
      household: 'withParents',
      area: 'unknown',
      duration: expect.any(String),
      route: 'family',
      mainTopic: expect.any(String),
      topics: [expect.any(String), expect.any(String)],
      factors: ['other'],
      referrals: [{ destination: expect.any(String), depth: 'introduced' }],
      others: { factor: '聴覚過敏' },
      newClaim: true,
      note: '次回は来所の予定',
    },
    expect.objectContaining({ day: '2024-05-07', caseCode: null, method: 'phone', note: '', referrals: [] }),
  ])
})

test.each([
  ['no case number', { case: '' }, 'collectionCaseMissing'],
  ['a name as a case number', { case: '山田太郎' }, 'notACaseCode'],
  ['no day', { day: '' }, 'dayMissing'],
  ['a day that is not there', { day: '31' }, 'dayUnreadable'],
  ['a day of another month', { day: '5/7' }, 'collectionOtherMonth'],
  ['a day of last year', { day: '2023-04-03' }, 'collectionOtherMonth'],
  ['a word that is in no list', { method: 'のろし' }, 'notInList'],
  ['no age', { age: 'わかもの' }, 'ageUnreadable'],
] as const)('a contact with %s is refused and does not stop the others', async (_what, change, code) => {
  const book = await open(await emptyBook(contacts))
  const sheet = sheetNamed(book, '４月')
  for (const [column, value] of Object.entries({ ...told, ...change }))
    type(sheet, 6, column, value === '' ? null : value)
  for (const [column, value] of Object.entries(told)) type(sheet, 7, column, value)
  const rows = readBack(await save(book), contacts)
  expect(refusedIn(rows)).toEqual([code])
  expect(recordsIn(rows).filter(({ kind }) => kind === 'consultation')).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('山田')
})

test('a telephone number in the remarks is left out and told, unless it was allowed', async () => {
  const book = await open(await emptyBook(contacts))
  for (const [column, value] of Object.entries({ ...told, note: '090-1234-5678 に連絡' })) {
    type(sheetNamed(book, '４月'), 6, column, value)
  }
  const bytes = await save(book)
  const [row] = readBack(bytes, contacts).filter(
    (one) => one.outcome === 'record' && one.record.kind === 'consultation',
  )
  expect(row).toMatchObject({ record: { note: '' }, warnings: [{ code: 'privateTextLeftOut', value: '' }] })
  expect(JSON.stringify(row)).not.toContain('090')
  expect(recordsIn(readBack(bytes, contacts, 'keep'))).toContainEqual(
    expect.objectContaining({ note: '090-1234-5678 に連絡' }),
  )
})

test('sessions: held, called off, and one that says nothing', async () => {
  const book = await open(await emptyBook(sessions))
  const sheet = sheetNamed(book, '活動')
  const held = {
    date: '4/10',
    venue: '分館',
    'attendance.person': 5,
    'attendance.family': '２人',
    hours: '14時から16時まで',
  }
  const off = { date: '令和６年８月30日', state: '中止', reason: '台風のため' }
  for (const [column, value] of Object.entries(held)) type(sheet, 6, column, value)
  for (const [column, value] of Object.entries(off)) type(sheet, 8, column, value)
  type(sheet, 9, 'date', '9/4')
  const rows = readBack(await save(book), sessions)
  expect(refusedIn(rows)).toEqual(['stateUnreadable'])
  expect(recordsIn(rows).filter(({ kind }) => kind === 'session')).toEqual([
    expect.objectContaining({
      month: '2024-04',
      activityKind: 'place',
      category: 2,
      venue: 'annex',
      state: 'held',
      date: { kind: 'day', day: '2024-04-10' },
      attendance: [
        { group: 'person', count: 5 },
        { group: 'family', count: 2 },
      ],
    }),
    expect.objectContaining({ month: '2024-08', state: 'cancelled', reason: '台風のため', attendance: [] }),
  ])
})
