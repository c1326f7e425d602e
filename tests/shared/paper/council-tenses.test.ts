import { describe, expect, test } from 'vitest'
import type { ActivityRow } from '../../../src/shared/statistics/rows.ts'
import type { Day } from '../../../src/shared/time/day.ts'
import { asOf, councilModel, demonstrationFacts, modelText, wordsOf } from './support.ts'

const facts = demonstrationFacts()
const told = (day: Day, id: string, fiscalYear = 2024): string =>
  wordsOf(councilModel(asOf(day, fiscalYear), { facts }), id)

describe('the four tenses follow the state on the as-of date', () => {
  test.each([
    ['2024-09-30', 'measure4.text', '家族セミナーを実施（値なし実施予定）'],
    ['2024-05-31', 'measure5.nothing', '基準日現在、予定及び実績の記録はない。'],
    ['2024-05-31', 'event.labels', ''],
    ['2024-11-30', 'measure4.text', '（令和７年１月から２月までの間に３回実施予定）'],
    ['2025-01-31', 'measure4.text', '（令和７年１月から２月までの間に３回実施予定、うち１回実施済み）'],
    ['2025-03-31', 'measure4.text', '（令和７年１月から２月までの間に３回実施した）'],
    ['2024-05-13', 'measure3.text', '情報共有を実施予定'],
    ['2024-05-14', 'measure3.text', '情報共有を実施（'],
    ['2024-11-12', 'event.labels', '体験ブースの設置等を実施予定。'],
    ['2024-11-13', 'event.labels', '体験ブースの設置等を実施'],
    ['2024-11-30', 'event.labels', '日時等：11月13日（水）アスタ田無センターコート'],
    ['2024-11-30', 'lecture.labels', '令和７年３月に専門家による講演会を実施予定'],
    ['2025-03-31', 'lecture.labels', '令和７年３月に専門家による講演会を実施した'],
    ['2024-07-31', 'survey.labels', '調査実施時期：令和６年８月（予定）'],
    ['2024-11-30', 'survey.labels', '調査実施時期：令和６年８月\n'],
    ['2024-11-30', 'survey.labels', '調査結果公表時期：令和７年１月頃（予定）'],
    ['2024-11-30', 'measure2.text', '谷戸高齢者在宅サービスセンター跡地での居場所づくりの検討'],
    ['2024-11-30', 'former.content.text', '事業を実施していた。'],
  ] as const)('as of %s %s says 「%s」', (day, id, words) => {
    expect(told(day, id)).toContain(words)
  })

  test('nothing after the as-of date is told as done', () => {
    const november = modelText(councilModel(asOf('2024-11-30'), { facts }))
    expect(november).not.toContain('実施した')
    expect(told('2024-11-12', 'event.labels')).not.toContain('来場者')
  })

  test('a planned seminar that was called off is not counted as planned', () => {
    const activities = facts.activities.map(
      (activity): ActivityRow =>
        activity.kind === 'familySeminar'
          ? {
              ...activity,
              held: null,
              states: [
                ...activity.states.slice(0, 1),
                { state: 'cancelled', on: '2024-11-20', reason: '講師の都合' },
              ],
            }
          : activity,
    )
    const words = wordsOf(councilModel({}, { facts: { ...facts, activities } }), 'measure4.text')
    expect(words).toContain('３回予定していたが、中止した')
    expect(words).not.toContain('実施予定')
  })

  test('a state that claims to be held on a later day is told as planned', () => {
    const activities = facts.activities.map(
      (activity): ActivityRow =>
        activity.kind === 'lecture' && activity.fiscalYear === 2024
          ? { ...activity, states: [{ state: 'held', on: '2024-11-01', reason: '' }] }
          : activity,
    )
    const words = wordsOf(councilModel({}, { facts: { ...facts, activities } }), 'lecture.labels')
    expect(words).toContain('実施予定')
  })

  test('before the rename the old programme is told as running and nothing of 令和６年度 is told', () => {
    const model = councilModel(asOf('2023-11-30', 2023), { facts })
    expect(wordsOf(model, 'former.content.text')).toContain('実施している。')
    const text = modelText(model)
    expect(text).not.toContain('名称を変更')
    expect(text).not.toContain('孤立・孤独対策推進法')
    expect(text).not.toContain('第５期地域福祉計画')
  })
})
