import { describe, expect, test } from 'vitest'
import {
  answerIn,
  emptyProfile,
  withAnswer,
  withColumn,
  withKind,
  withParty,
  withSheetUse,
  withWord,
  withYear,
} from '../../../../src/renderer/screens/intake/profile-edits.ts'
import { bookProfileSchema } from '../../../../src/shared/intake/profile.ts'

const months = { pattern: '{月}', kind: 'consultations' } as const
const list = { pattern: '一覧', kind: null } as const
const empty = emptyProfile('consultations')

describe('edits of a profile', () => {
  test('a sheet is read or not; one without a rule gets one', () => {
    const used = withSheetUse(empty, months, true)
    expect(used.sheets).toEqual([
      { sheet: '{月}', use: true, kind: 'consultations', columns: [], activityKind: null },
    ])
    expect(withSheetUse(used, months, false).sheets.map(({ use }) => use)).toEqual([false])
    expect(withSheetUse(used, list, true).sheets.map(({ sheet, kind }) => [sheet, kind])).toEqual([
      ['{月}', 'consultations'],
      ['一覧', 'consultations'],
    ])
  })

  test('a column is said once, in the sheets of its pattern alone', () => {
    const first = withColumn(withSheetUse(empty, list, true), months, {
      head: '方法',
      field: 'method',
      code: null,
    })
    const second = withColumn(first, months, { head: '方法', field: 'ignored', code: null })
    expect(second.sheets.map(({ columns }) => columns)).toEqual([
      [],
      [{ head: '方法', field: 'ignored', code: null }],
    ])
    expect(first.sheets[1]?.columns).toEqual([{ head: '方法', field: 'method', code: null }])
  })

  test('another kind forgets what was said of the columns, and keeps words and answers', () => {
    const taught = withWord(withAnswer(empty, 'dash', 'zero'), 'method', '狼煙', 'other')
    const before = withColumn(taught, months, { head: '方法', field: 'method', code: null })
    const after = withKind(before, 'sessions', [])
    expect(after).toMatchObject({ kind: 'sessions', answers: { dash: 'zero' }, values: taught.values })
    expect(after.sheets).toEqual([
      { sheet: '{月}', use: true, kind: 'sessions', columns: [], activityKind: null },
    ])
  })

  test('a kind that is chosen first takes all sheets, each pattern once', () => {
    const profile = withKind(null, 'tally', [list, months, { ...months }])
    expect(profile.sheets.map(({ sheet, kind, use }) => [sheet, kind, use])).toEqual([
      ['一覧', 'tally', true],
      ['{月}', 'tally', true],
    ])
  })

  test('a word is taught, changed and forgotten', () => {
    const taught = withWord(withWord(empty, 'method', '狼煙', 'phone'), 'method', '狼煙', 'other')
    expect(taught.values).toEqual({ method: { 狼煙: 'other' } })
    expect(withWord(taught, 'method', '狼煙', null).values).toEqual({ method: {} })
  })

  test.each([
    ['dash', 'zero'],
    ['brackets', 'included'],
    ['party', 'division'],
    ['fiscalYear', '2024'],
  ])('the answer %s %s is found again, and the profile stays one', (question, choice) => {
    const profile = withAnswer(empty, question, choice)
    expect(answerIn(profile, question)).toBe(choice)
    expect(bookProfileSchema.safeParse(profile).success).toBe(true)
  })

  test('party and year can be taken back; a question of nobody changes nothing', () => {
    expect(answerIn(withParty(withAnswer(empty, 'party', 'division'), null), 'party')).toBeNull()
    expect(answerIn(withYear(withAnswer(empty, 'fiscalYear', '2024'), null), 'fiscalYear')).toBeNull()
    expect(withAnswer(empty, 'toString', 'x')).toBe(empty)
  })
})
