import { catalogue } from '../statistics/catalogue/catalogue.ts'
import type { StatisticDefinition } from '../statistics/definition.ts'
import { countsCapacity } from './kinds.ts'
import type { ActivityContent } from './record.ts'

/** A statistic that an activity counts in, and by how much where that is one number. */
export interface CountedIn {
  readonly definition: StatisticDefinition
  readonly amount: number | null
}

/**
 * The statistics in which an activity counts once it was held, in printing order, by the catalogue's own
 * sources: sessions and attendance by kind, measures by their code. Quotients and entered statistics have
 * no records. The amount of a survey is null: strata are never added.
 */
export function countedIn(
  content: Pick<ActivityContent, 'kind' | 'attendance' | 'measures' | 'capacity'>,
): readonly CountedIn[] {
  const activity = { ...content, measures: [...content.measures, ...capacityOf(content)] }
  return catalogue.flatMap(({ definition, source }): readonly CountedIn[] => {
    switch (source.kind) {
      case 'sessions':
        return source.activityKinds.includes(activity.kind) ? [{ definition, amount: 1 }] : []
      case 'attendance': {
        if (!source.activityKinds.includes(activity.kind) || activity.attendance.length === 0) return []
        return [{ definition, amount: activity.attendance.reduce((sum, { count }) => sum + count, 0) }]
      }
      case 'measures': {
        const own = activity.measures.filter(({ statistic }) => statistic === source.statistic)
        if (own.length === 0) return []
        const [only] = own
        const amount = own.length === 1 && only?.stratum === null && source.less === null ? only.value : null
        return [{ definition, amount }]
      }
      default:
        return []
    }
  })
}

/** 定員 of a seminar, which is a measure of its own. */
function capacityOf(content: Pick<ActivityContent, 'kind' | 'capacity'>): ActivityContent['measures'] {
  if (!countsCapacity(content.kind) || content.capacity === null) return []
  return [{ statistic: 'family.capacity', stratum: null, value: content.capacity }]
}
