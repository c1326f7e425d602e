import { councilKinds, surveyStrata } from '../../../../shared/paper/templates/council/kinds.ts'
import type { Day } from '../../../../shared/time/day.ts'
import {
  type ActivityPlan,
  activity,
  dayUnknown,
  held,
  inMonth,
  inMonths,
  onDay,
  planned,
  postponed,
} from './activity.ts'

/**
 * The activities of 令和６年度 that the real council paper states (`seed-checklist` 49–68), with its dates
 * and words. What the paper leaves open (days on which something was planned, days of seminars and
 * lecture, attendance) is invented; what was never told (answers to the survey, the day of the
 * exchange of views) stays empty.
 */
export function councilPaperActivities(): readonly ActivityPlan[] {
  return [placeUnderConsideration, ...familySeminars, event, lecture, survey, publication, dialogue]
}

const placeUnderConsideration = activity({
  fiscalYear: 2024,
  category: 2,
  kind: councilKinds.placePreparation,
  title: '谷戸高齢者在宅サービスセンター跡地での居場所づくりの検討',
  party: 'division',
  venue: 'yato-site',
  planned: inMonths('2024-04', '2025-03'),
  states: [planned('2024-04-01')],
})

const familySeminars = (
  [
    ['2025-01-24', 13, 12],
    ['2025-02-07', 12, 11],
    ['2025-02-21', 14, 11],
  ] as const satisfies readonly (readonly [Day, number, number])[]
).map(([day, families, answers], index) =>
  activity({
    fiscalYear: 2024,
    category: 4,
    kind: councilKinds.familySeminar,
    title: `ひきこもり家族セミナー（第${'１２３'[index]}回）`,
    party: 'division',
    venue: 'city-office',
    planned: inMonths('2025-01', '2025-02'),
    held: onDay(day),
    states: [planned('2024-10-01'), held(day)],
    purpose:
      '同じ悩みを抱えるご家族同士が集い、ともに学び考え、さらに交流を図ることで、ご家族の孤立感・孤独感等を和らげ、ご家族自身が安心して過ごせるようにすること',
    attendance: [{ group: 'family', count: families }],
    measures: [
      { statistic: 'family.capacity', stratum: null, value: 20 },
      { statistic: 'family.responses', stratum: null, value: answers },
      { statistic: 'family.satisfied', stratum: null, value: index === 2 ? 9 : answers - 1 },
    ],
  }),
)

const event = activity({
  fiscalYear: 2024,
  category: 5,
  kind: councilKinds.event,
  title: 'ひきこもりを考えるイベント',
  party: 'division',
  venue: 'asta-court',
  planned: onDay('2024-11-13'),
  held: onDay('2024-11-13'),
  states: [planned('2024-08-01'), held('2024-11-13')],
  partners: ['都', '近隣自治体', '市内関係団体'],
  purpose: '市民へのひきこもりに対する正しい理解や認識をしてもらうこと',
  content:
    'ひきこもり支援に関する展示、動画放映、市及び都の取組の紹介や、近隣自治体及び市内関係団体に協力依頼をし、チラシ配架、市内関係団体による居場所活動の体験ブースの設置等',
  measures: [
    { statistic: 'outreach.visitors', stratum: null, value: 186 },
    { statistic: 'outreach.leaflets', stratum: null, value: 420 },
  ],
})

const lecture = activity({
  fiscalYear: 2024,
  category: 5,
  kind: councilKinds.lecture,
  title: '講演会',
  party: 'division',
  venue: 'city-office',
  planned: inMonth('2025-03'),
  held: onDay('2025-03-14'),
  states: [planned('2024-10-01'), held('2025-03-14')],
  publicPersons: '専門家',
  purpose: '市民に幅広くひきこもりに関する知識や理解をしてもらうこと',
  content: '専門家による講演会',
  attendance: [{ group: 'public', count: 74 }],
  measures: [{ statistic: 'outreach.visitors', stratum: null, value: 74 }],
})

const survey = activity({
  fiscalYear: 2024,
  category: 6,
  kind: councilKinds.survey,
  title: 'ひきこもり実態調査',
  party: 'division',
  planned: inMonth('2024-08'),
  held: inMonth('2024-08'),
  states: [planned('2024-06-03'), held('2024-08-30')],
  purpose:
    'ひきこもり状態にある人の生活状況やニーズ、課題等を把握、分析し、今後のひきこもり支援施策等に反映するための基礎資料とすること',
  content: '満15歳以上65歳未満の市内在住者（無作為抽出）、関係機関、当事者・家族への調査',
  // No answers are stated anywhere: `survey.responses` stays blank, never 0.
  measures: [
    { statistic: 'survey.sample', stratum: surveyStrata.residents, value: 2500 },
    { statistic: 'survey.sample', stratum: surveyStrata.agencies, value: 300 },
    { statistic: 'survey.sample', stratum: surveyStrata.personsAndFamilies, value: 10 },
  ],
})

const publication = activity({
  fiscalYear: 2024,
  category: 6,
  kind: councilKinds.surveyPublication,
  title: 'ひきこもり実態調査の結果の公表',
  party: 'division',
  planned: inMonth('2025-01'),
  states: [planned('2024-08-30'), postponed('2025-01-31', '集計結果の確認に時間を要したため')],
})

const dialogue = activity({
  fiscalYear: 2024,
  category: 6,
  kind: councilKinds.dialogue,
  title: 'ひきこもりをテーマとした学生と市との意見交換会',
  party: 'division',
  planned: dayUnknown,
  held: dayUnknown,
  // The paper tells it as done without a date; the day on which it was recorded is invented.
  states: [held('2024-10-31')],
  publicPersons: '市長、武蔵野大学人間科学部社会福祉学科　熊田博喜教授ゼミの学生',
  purpose:
    '学生（若者）を対象にひきこもりに関するテーマで意見交換を実施し、今後の「ひきこもり支援事業」の参考とする',
  content:
    '市長と武蔵野大学人間科学部社会福祉学科の熊田博喜教授ゼミの学生とでひきこもりのイメージや支援の在り方等をテーマに意見交換を実施',
})
