import { councilKinds } from '../../../../shared/paper/templates/council/kinds.ts'
import { addMonths, firstDayOf, monthOf } from '../../../../shared/time/calendar.ts'
import type { Day } from '../../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../../shared/time/fiscal-year.ts'
import type { Random } from '../random.ts'
import { nextWorkingDay } from '../working-days.ts'
import { type ActivityPlan, activity, cancelled, held, onDay, planned } from './activity.ts'

const networkDays: readonly Day[] = [
  ...(['2022-05-17', '2022-08-23', '2022-11-15', '2023-02-14'] as const),
  ...(['2023-05-16', '2023-08-22', '2023-11-14', '2024-02-13'] as const),
  ...(['2024-05-14', '2024-07-16', '2024-09-10', '2024-10-29', '2024-12-17', '2025-02-18'] as const),
]

const trainingDays: readonly (readonly [Day, string])[] = [
  ['2022-06-21', '支援者研修（相談の受け方）'],
  ['2022-11-29', '支援者研修（家族支援）'],
  ['2023-06-20', '支援者研修（相談の受け方）'],
  ['2023-10-17', '支援者研修（発達障害の理解）'],
  ['2024-06-18', '支援者研修（相談の受け方）'],
  ['2024-09-17', '支援者研修（8050世帯への支援）'],
  ['2025-01-21', '支援者研修（居場所の運営）'],
]

/**
 * ③ Meetings of the four parties: ひきこもり支援事業委託事業者, 就労準備支援事業委託事業者, 地域福祉コーディネーター
 * and the division itself (the council paper). Days and figures are invented; the one of August 2023
 * was called off.
 */
export function networkMeetings(random: Random): readonly ActivityPlan[] {
  return networkDays.map((day) => {
    const calledOff = day === '2023-08-22'
    return activity({
      fiscalYear: fiscalYearOf(day),
      category: 3,
      kind: councilKinds.networkMeeting,
      title: 'ひきこもり支援関係者連絡会',
      party: 'division',
      venue: 'city-office',
      planned: onDay(day),
      held: calledOff ? null : onDay(day),
      states: calledOff
        ? [monthBefore(day), cancelled('2023-08-21', '出席者に感染症が広がったため')]
        : [monthBefore(day), held(day)],
      partners: [
        day >= '2024-04-01' ? 'ひきこもり支援事業委託事業者' : 'ひきこもり・ニート対策事業委託事業者',
        '就労準備支援事業委託事業者',
        '地域福祉コーディネーター',
        '当課担当者',
      ],
      content: '各事業の現状、両事業共通の利用者の状況、事業における課題等の情報共有',
      measures: calledOff
        ? []
        : [
            { statistic: 'network.agencies', stratum: null, value: 4 },
            { statistic: 'network.casesDiscussed', stratum: null, value: random.integer(3, 8) },
          ],
    })
  })
}

/** Trainings of staff and partners (研修). */
export function trainings(random: Random): readonly ActivityPlan[] {
  return trainingDays.map(([day, title]) => {
    const completed = random.integer(11, 24)
    return activity({
      fiscalYear: fiscalYearOf(day),
      category: 6,
      kind: 'training',
      title,
      party: 'division',
      venue: 'city-office',
      planned: onDay(day),
      held: onDay(day),
      states: [monthBefore(day), held(day)],
      attendance: [{ group: 'related', count: completed }],
      measures: [{ statistic: 'training.completed', stratum: null, value: completed }],
    })
  })
}

/** Lectures and leaflets of the years before 令和６年度, all invented. */
export function earlierOutreach(): readonly ActivityPlan[] {
  return (
    [
      ['2022-10-25', 58, 300],
      ['2023-10-24', 49, 320],
    ] as const satisfies readonly (readonly [Day, number, number])[]
  ).map(([day, audience, leaflets]) =>
    activity({
      fiscalYear: fiscalYearOf(day),
      category: 5,
      kind: councilKinds.lecture,
      title: 'ひきこもり理解講演会',
      party: 'division',
      venue: 'city-office',
      planned: onDay(day),
      held: onDay(day),
      states: [monthBefore(day), held(day)],
      content: '専門家による講演会',
      attendance: [{ group: 'public', count: audience }],
      measures: [
        { statistic: 'outreach.visitors', stratum: null, value: audience },
        { statistic: 'outreach.leaflets', stratum: null, value: leaflets },
      ],
    }),
  )
}

const monthBefore = (day: Day) => planned(nextWorkingDay(firstDayOf(addMonths(monthOf(day), -1))))
