import { describe, expect, test } from 'vitest'
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { readPresets } from '../../../src/main/services/presets.ts'
import type { ActivityRow, ActivityState } from '../../../src/shared/statistics/rows.ts'
import { weekdayNames, weekdayOf } from '../../../src/shared/time/calendar.ts'
import type { Day } from '../../../src/shared/time/day.ts'
import { nameOn } from '../../../src/shared/time/names.ts'

const rows = demonstrationRows()
const { organisation, plan, nationalMenu } = readPresets()

const of = (kind: string): readonly ActivityRow[] =>
  rows.activities.filter((row) => row.fiscalYear === 2024 && row.kind === kind)
const only = (kind: string): ActivityRow => {
  const [row, more] = of(kind)
  if (row === undefined || more !== undefined) throw new Error(`not exactly one ${kind}`)
  return row
}
const stateOn = (row: ActivityRow, day: Day): ActivityState | null =>
  row.states.findLast((state) => state.on <= day)?.state ?? null

const asOf = '2024-11-30'

describe('facts of the council paper in the ledger', () => {
  test('17–22: the plan, its goal, measure and three actions; goals 1 and 2 are empty places', () => {
    expect(plan.name).toBe('第５期地域福祉計画')
    expect(plan.toVerified).toBe(false)
    const texts = plan.nodes.map((node) => [node.mark, node.text])
    expect(texts).toEqual([
      ['１', ''],
      ['２', ''],
      ['３', '社会的孤立を防ぎ必要な支援へつなぐ仕組みづくり'],
      ['', 'ひきこもり支援の推進'],
      ['①', '国が示す「ひきこもり地域支援センター」の創設検討'],
      ['②', 'ひきこもりの実態・ニーズの把握'],
      ['③', '当事者・家族への相談支援体制の充実'],
    ])
    for (const node of plan.nodes) {
      expect(plan.nodes.find((parent) => parent.id === node.parent)?.depth ?? -1).toBe(node.depth - 1)
    }
  })

  test('33–34: national menu ①–⑤ required, surveys optional', () => {
    const required = nationalMenu.items.filter((item) => item.required)
    expect(required.map((item) => `${item.mark}${item.name}`)).toEqual([
      '①相談支援',
      '②居場所づくり',
      '③ネットワークづくり',
      '④当事者会・家族会の開催',
      '⑤住民への普及啓発等',
    ])
    expect(nationalMenu.items.filter((item) => !item.required).map((item) => item.name)).toEqual([
      '実態調査等',
    ])
  })

  test('36–45: the old programme with its three periods, renamed in 令和６年度 without an upper age', () => {
    const old = rows.programmes.find((row) => row.code === 'hikikomori-neet')
    const now = rows.programmes.find((row) => row.predecessor === 'hikikomori-neet')
    expect(old && nameOn(old.names, '2024-03-31')).toBe('ひきこもり・ニート対策事業')
    expect(now && nameOn(now.names, '2024-04-01')).toBe('ひきこもり支援事業')
    const scopes = [...(old?.scopes ?? []), ...(now?.scopes ?? [])]
    expect(scopes.map((scope) => [scope.from, scope.to, scope.ages.high])).toEqual([
      ['2008-04-01', '2015-03-31', 29],
      ['2015-04-01', '2024-03-31', 29],
      ['2024-04-01', null, null],
    ])
    expect(scopes[0]?.basis).toBe('生活保護制度における国の自立支援プログラム')
    expect(scopes[1]?.basis).toBe('生活困窮者自立支援制度')
    expect(scopes[1]?.target).toContain('生活困窮者と生活保護受給者')
  })

  test('46: contacts of persons of 30 and more begin with 令和６年度 and rise', () => {
    const from30 = rows.consultations.filter((row) => row.ageLow !== null && row.ageLow >= 30)
    const half = (from: Day, to: Day) => from30.filter((row) => row.day >= from && row.day <= to).length
    expect(half('2022-04-01', '2024-03-31')).toBe(0)
    expect(half('2024-10-01', '2025-03-31')).toBeGreaterThan(half('2024-04-01', '2024-09-30'))
    expect(rows.consultations.some((row) => row.household === '8050')).toBe(true)
  })

  test('49: 生活サポート相談窓口 is a party of 自立相談支援事業', () => {
    const desk = rows.parties.find((party) => nameOn(party.names, asOf) === '生活サポート相談窓口')
    const programme = rows.programmes.find((row) => row.code === desk?.programme)
    expect(programme && nameOn(programme.names, asOf)).toBe('自立相談支援事業')
    expect(rows.consultations.some((row) => row.party === desk?.code)).toBe(true)
  })

  test('50–51: 居場所 at 消費者センター分館 is held; 谷戸跡地 is under consideration', () => {
    const venueOf = (row: ActivityRow) => {
      const venue = rows.venues.find((candidate) => candidate.code === row.venue)
      return venue === undefined ? null : nameOn(venue.names, asOf)
    }
    expect(new Set(of('place').map(venueOf))).toEqual(new Set(['消費者センター分館']))
    expect(of('place').some((row) => stateOn(row, asOf) === 'held')).toBe(true)
    const site = only('placePreparation')
    expect(venueOf(site)).toBe('谷戸高齢者在宅サービスセンター跡地')
    expect(stateOn(site, asOf)).toBe('planned')
    expect(stateOn(site, '2025-03-31')).toBe('planned')
  })

  test('52–53: the four parties meet and share three things', () => {
    for (const meeting of of('networkMeeting')) {
      expect(meeting.partners).toEqual([
        'ひきこもり支援事業委託事業者',
        '就労準備支援事業委託事業者',
        '地域福祉コーディネーター',
        '当課担当者',
      ])
      expect(meeting.content).toBe('各事業の現状、両事業共通の利用者の状況、事業における課題等の情報共有')
    }
    const names = rows.parties.map((party) => nameOn(party.names, asOf))
    for (const name of [
      'ひきこもり支援事業委託事業者',
      '就労準備支援事業委託事業者',
      '地域福祉コーディネーター',
    ]) {
      expect(names).toContain(name)
    }
  })

  test('54–55: three family seminars, planned for 令和７年１月から２月, held later', () => {
    const seminars = of('familySeminar')
    expect(seminars).toHaveLength(3)
    for (const row of seminars) {
      expect(row.planned).toEqual({ kind: 'months', from: '2025-01', to: '2025-02' })
      expect(stateOn(row, asOf)).toBe('planned')
      expect(stateOn(row, '2025-03-31')).toBe('held')
      expect(row.purpose).toContain('孤立感・孤独感等を和らげ')
    }
  })

  test('56–59: the event of Wednesday 13 November 2024', () => {
    const event = only('event')
    expect(event.title).toBe('ひきこもりを考えるイベント')
    expect(event.held).toEqual({ kind: 'day', day: '2024-11-13' })
    expect(weekdayNames[weekdayOf('2024-11-13')]).toBe('水')
    expect(rows.venues.find((venue) => venue.code === event.venue)?.names[0]?.name).toBe(
      'アスタ田無センターコート',
    )
    expect(event.partners).toEqual(['都', '近隣自治体', '市内関係団体'])
    for (const words of ['展示', '動画放映', '市及び都の取組の紹介', 'チラシ配架', '体験ブース']) {
      expect(event.content).toContain(words)
    }
    expect(stateOn(event, '2024-11-12')).toBe('planned')
    expect(stateOn(event, asOf)).toBe('held')
  })

  test('60: the lecture is planned for March 2025, its day unknown', () => {
    const lecture = only('lecture')
    expect(lecture.planned).toEqual({ kind: 'month', month: '2025-03' })
    expect(stateOn(lecture, asOf)).toBe('planned')
    expect(stateOn(lecture, '2025-03-31')).toBe('held')
    expect(lecture.publicPersons).toBe('専門家')
  })

  test('61–66: the survey of August 2024 with its three samples and no answers', () => {
    const survey = only('survey')
    expect(survey.held).toEqual({ kind: 'month', month: '2024-08' })
    expect(stateOn(survey, asOf)).toBe('held')
    expect(survey.measures).toEqual([
      { statistic: 'survey.sample', stratum: 'residents', value: 2500 },
      { statistic: 'survey.sample', stratum: 'agencies', value: 300 },
      { statistic: 'survey.sample', stratum: 'personsAndFamilies', value: 10 },
    ])
    const told = rows.activities.flatMap((row) => row.measures.map((measure) => measure.statistic))
    expect(told).not.toContain('survey.responses')
    expect(rows.tallies.map((row) => row.statistic)).not.toContain('survey.responses')
    const publication = only('surveyPublication')
    expect(publication.planned).toEqual({ kind: 'month', month: '2025-01' })
    expect(stateOn(publication, asOf)).toBe('planned')
  })

  test('67–68: the exchange of views has no date', () => {
    const dialogue = only('dialogue')
    expect([dialogue.planned, dialogue.held]).toEqual([{ kind: 'unknown' }, { kind: 'unknown' }])
    expect(stateOn(dialogue, asOf)).toBe('held')
    expect(dialogue.publicPersons).toContain('市長')
    expect(dialogue.publicPersons).toContain('武蔵野大学人間科学部社会福祉学科　熊田博喜教授ゼミの学生')
  })

  test('69–75: the six lines for 令和７年度, one a category, all planned', () => {
    const next = rows.activities.filter((row) => row.fiscalYear === 2025)
    expect(next.map((row) => [row.category, row.title])).toEqual([
      [1, '自立相談支援事業と連携した相談支援及びコーディネート機能の強化充実'],
      [2, '谷戸高齢者在宅サービスセンター跡地における居場所の実施'],
      [3, 'ひきこもり支援に関する関係機関、関係団体との連携強化'],
      [4, 'ひきこもり家族セミナーの定期的な実施'],
      [5, '住民向け講演会、フォーラム等の実施'],
      [6, 'その他、ひきこもり支援の推進に繋がる取組'],
    ])
    expect(next.every((row) => stateOn(row, asOf) === 'planned' && row.held === null)).toBe(true)
  })

  test('the division is called as on the day of the paper', () => {
    const division = organisation.departments.find((row) => row.code === 'division')
    expect(division && nameOn(division.names, '2023-12-10')).toBe('生活福祉課')
    expect(division && nameOn(division.names, '2024-12-10')).toBe('地域共生課')
    expect(organisation.committee).toBe('文教厚生委員会')
    expect([organisation.areaCode, organisation.organisationCode]).toEqual(['13229', '132292'])
  })
})
