import { councilKinds } from '../../../../shared/paper/templates/council/kinds.ts'
import { addDays, monthOf, monthsOf, weekdayOf } from '../../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../../shared/time/fiscal-year.ts'
import type { Random } from '../random.ts'
import { nextWorkingDay, workingDaysOf } from '../working-days.ts'
import { type ActivityPlan, activity, cancelled, held, onDay, planned, postponed } from './activity.ts'

const thursday = 4

/** Sessions that did not take place, with reasons that fit their season. */
const notHeld: Readonly<Record<Day, string>> = {
  '2022-07-28': '利用者に感染症が広がったため',
  '2022-09-01': '台風の接近のため',
  '2023-02-02': '会場の設備点検のため',
  '2023-09-07': '台風の接近のため',
  '2024-01-25': '職員に感染症が広がったため',
  '2024-08-15': '会場の夏季休館のため',
  '2024-09-05': '台風の接近のため',
  '2025-02-06': '積雪のため',
}

/** Sessions moved to another day; the new day is a session of its own. */
const moved: Readonly<Record<Day, { readonly to: Day; readonly reason: string }>> = {
  '2022-06-09': { to: '2022-06-14', reason: '会場が選挙の期日前投票所となったため' },
  '2023-07-13': { to: '2023-07-18', reason: '会場の空調の修繕のため' },
  '2024-10-17': { to: '2024-10-22', reason: '会場が期日前投票所となったため' },
}

/** How many of each group come to a session of that year, at most. */
const crowd: Readonly<Record<FiscalYear, { persons: number; families: number; staff: number }>> = {
  2022: { persons: 9, families: 3, staff: 2 },
  2023: { persons: 9, families: 4, staff: 2 },
  2024: { persons: 11, families: 4, staff: 3 },
}

/**
 * 居場所 at 消費者センター分館, every Thursday that is a working day (weekday and figures are invented).
 * A cancelled session has no attendance; a postponed one took place on its new day.
 */
export function placeSessions(random: Random, fiscalYear: FiscalYear): readonly ActivityPlan[] {
  const days = monthsOf(fiscalYearPeriod(fiscalYear))
    .flatMap(workingDaysOf)
    .filter((day) => weekdayOf(day) === thursday)
  return days.flatMap((day) => {
    const reason = notHeld[day]
    const move = moved[day]
    if (reason !== undefined)
      return [session(fiscalYear, day, { states: [planOf(day), cancelled(day, reason)] })]
    if (move === undefined) return [heldSession(random, fiscalYear, day)]
    const announced = nextWorkingDay(addDays(day, -6))
    return [
      session(fiscalYear, day, { states: [planOf(day), postponed(announced, move.reason)] }),
      heldSession(random, fiscalYear, nextWorkingDay(move.to), announced),
    ]
  })
}

function heldSession(random: Random, fiscalYear: FiscalYear, day: Day, plannedOn?: Day): ActivityPlan {
  const most = crowd[fiscalYear] ?? { persons: 8, families: 3, staff: 2 }
  return session(fiscalYear, day, {
    held: onDay(day),
    states: [plannedOn === undefined ? planOf(day) : planned(plannedOn), held(day)],
    attendance: [
      { group: 'person', count: random.integer(4, most.persons) },
      { group: 'family', count: random.integer(1, most.families) },
      { group: 'related', count: random.integer(0, most.staff) },
    ],
  })
}

/** Sessions of a month are planned on the first working day of the month before. */
const planOf = (day: Day) => planned(nextWorkingDay(`${monthOf(addDays(`${monthOf(day)}-01`, -1))}-01`))

function session(
  fiscalYear: FiscalYear,
  day: Day,
  told: Pick<ActivityPlan, 'states'> & Partial<ActivityPlan>,
): ActivityPlan {
  return activity({
    fiscalYear,
    category: 2,
    kind: councilKinds.place,
    title: '居場所',
    party: fiscalYear >= 2024 ? 'hikikomori-contractor' : 'neet-contractor',
    venue: 'consumer-annex',
    planned: onDay(day),
    ...told,
  })
}
