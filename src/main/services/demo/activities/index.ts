import type { ActivityDate, ActivityRow } from '../../../../shared/statistics/rows.ts'
import { firstDayOf } from '../../../../shared/time/calendar.ts'
import type { Day } from '../../../../shared/time/day.ts'
import { idStream } from '../ids.ts'
import { randomStream } from '../random.ts'
import type { ActivityPlan } from './activity.ts'
import { councilPaperActivities } from './council-paper.ts'
import { earlierOutreach, networkMeetings, trainings } from './meetings.ts'
import { nextYearActivities } from './next-year.ts'
import { placeSessions } from './place-sessions.ts'

/** All activities of 令和4–6年度 and the plans for 令和７年度, ordered by day; about 180 rows. */
export function demonstrationActivities(seed: number): readonly ActivityRow[] {
  const places = randomStream(seed, 'place')
  const meetings = randomStream(seed, 'meetings')
  const plans = [
    ...[2022, 2023, 2024].flatMap((fiscalYear) => placeSessions(places, fiscalYear)),
    ...networkMeetings(meetings),
    ...trainings(meetings),
    ...earlierOutreach(),
    ...councilPaperActivities(),
    ...nextYearActivities(),
  ]
  const makeId = idStream(seed, 'activity')
  return plans
    .map((plan, index) => ({ plan, index, day: dayOfPlan(plan) }))
    .toSorted((left, right) =>
      left.day < right.day ? -1 : left.day > right.day ? 1 : left.index - right.index,
    )
    .map(({ plan, day }): ActivityRow => ({ id: makeId(day), ...plan }))
}

function dayOfPlan(plan: ActivityPlan): Day {
  return earliest(plan.planned) ?? plan.states[0]?.on ?? firstDayOf(`${plan.fiscalYear}-04`)
}

function earliest(date: ActivityDate): Day | null {
  if (date.kind === 'day') return date.day
  if (date.kind === 'month') return firstDayOf(date.month)
  if (date.kind === 'months') return firstDayOf(date.from)
  return null
}
