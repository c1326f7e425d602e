import { surveyStrata } from '../paper/templates/council/kinds.ts'
import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { ActivityRow, FormCode } from '../statistics/rows.ts'

/** What may be noted on an activity of a kind beside its attendance; each is a statistic of the catalogue. */
interface KindRule {
  readonly category: ActivityRow['category']
  readonly form: FormCode
  readonly measures: readonly string[]
}

const rules: Readonly<Record<string, KindRule>> = {
  place: { category: 2, form: 'place', measures: [] },
  networkMeeting: { category: 3, form: 'network', measures: ['network.agencies', 'network.casesDiscussed'] },
  familyMeeting: { category: 4, form: 'family', measures: ['family.responses', 'family.satisfied'] },
  familySeminar: { category: 4, form: 'family', measures: ['family.responses', 'family.satisfied'] },
  event: { category: 5, form: 'outreach', measures: ['outreach.visitors', 'outreach.leaflets'] },
  lecture: { category: 5, form: 'outreach', measures: ['outreach.visitors', 'outreach.leaflets'] },
  survey: {
    category: 6,
    form: 'other',
    measures: ['survey.sample', 'survey.undelivered', 'survey.responses'],
  },
  dialogue: { category: 6, form: 'other', measures: [] },
  training: { category: 6, form: 'other', measures: ['training.completed'] },
}

/** Surveys are counted by stratum, and strata are never added. */
export const strataOfSurvey = Object.values(surveyStrata)

/** The category in which a kind usually stands; null where the clerk says. */
export const categoryOfKind = (kind: string): ActivityRow['category'] | null => rules[kind]?.category ?? null

/** The measures asked for on an activity of this kind, in the order of the paper form. */
export const measuresOfKind = (kind: string): readonly string[] => rules[kind]?.measures ?? []

/** Whether 定員 of this kind is counted (`family.capacity`): then it is kept as that measure, too. */
export const countsCapacity = (kind: string): boolean => kind === 'familyMeeting' || kind === 'familySeminar'

/** The form with which an activity is reported: that of its kind, else that of its category. */
export function formOfActivity(activity: Pick<ActivityRow, 'kind' | 'category'>): FormCode {
  const forms: readonly FormCode[] = ['consultation', 'place', 'network', 'family', 'outreach', 'other']
  return (
    rules[activity.kind]?.form ??
    (activity.category === 1 ? 'other' : (forms[activity.category - 1] ?? 'other'))
  )
}

/** Every form whose statistics a record touches: a leaflet noted on a meeting counts under 普及啓発. */
export function formsOfActivity(
  activity: Pick<ActivityRow, 'kind' | 'category' | 'measures'>,
): readonly FormCode[] {
  const measured = activity.measures.flatMap(({ statistic }) => findStatistic(statistic)?.form ?? [])
  return [...new Set([formOfActivity(activity), ...measured])]
}
