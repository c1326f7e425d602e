import type { ActivityDate, ActivityRow, ActivityStateChange } from '../../../../shared/statistics/rows.ts'
import type { Day, Month } from '../../../../shared/time/day.ts'

/** An activity before it has an id. */
export type ActivityPlan = Omit<ActivityRow, 'id'>

type Told = Pick<ActivityPlan, 'fiscalYear' | 'category' | 'kind' | 'title' | 'party' | 'planned' | 'states'>

/** Fills what most activities leave open. */
export function activity(told: Told & Partial<ActivityPlan>): ActivityPlan {
  return {
    venue: null,
    held: null,
    partners: [],
    publicPersons: '',
    purpose: '',
    content: '',
    attendance: [],
    measures: [],
    ...told,
  }
}

export const onDay = (day: Day): ActivityDate => ({ kind: 'day', day })
export const inMonth = (month: Month): ActivityDate => ({ kind: 'month', month })
export const inMonths = (from: Month, to: Month): ActivityDate => ({ kind: 'months', from, to })
export const dayUnknown: ActivityDate = { kind: 'unknown' }

export const planned = (on: Day): ActivityStateChange => ({ state: 'planned', on, reason: '' })
export const held = (on: Day): ActivityStateChange => ({ state: 'held', on, reason: '' })
export const cancelled = (on: Day, reason: string): ActivityStateChange => ({
  state: 'cancelled',
  on,
  reason,
})
export const postponed = (on: Day, reason: string): ActivityStateChange => ({
  state: 'postponed',
  on,
  reason,
})
