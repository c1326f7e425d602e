import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { longestSeries } from '../../time/series.ts'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import {
  activityContentSchema,
  activityEntrySchema,
  activityRecordSchema,
  codeChoiceSchema,
  namedChoiceSchema,
  stateChangeSchema,
} from '../schemas/activities.ts'
import {
  actionIdSchema,
  codeSchema,
  countSchema,
  idSchema,
  nameSchema,
  nothing,
  revisionSchema,
} from '../schemas/common.ts'
import { formSchema } from '../schemas/home.ts'
import { statisticResultSchema } from '../schemas/statistics.ts'

const seen = { actionId: actionIdSchema, id: idSchema, revision: revisionSchema }
const because = z.string().trim().min(1).max(1_000)

/** A year holds some hundred activities; whatever is beyond this is told, not sent. */
export const longestYear = 5_000

/** 活動・行事. Writes answer with the record as it stands now, or refuse: `periodConfirmed`, `reportedByTally`. */
export const activitiesRequests = {
  /** The activities of a fiscal year: planned in it, or held in it, as they stood on the as-of date. */
  'activities.year': defineRequest({
    input: z.strictObject({ fiscalYear: fiscalYearSchema, asOf: daySchema }),
    output: z.strictObject({ activities: z.array(activityEntrySchema).max(longestYear), total: countSchema }),
    runs: 'reader',
    kind: 'read',
  }),
  /** One activity whole. `locked`: its month is 確定, or its party reports by tally. */
  'activities.read': defineRequest({
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({
      activity: activityRecordSchema,
      locked: z
        .strictObject({
          code: z.enum(['periodConfirmed', 'reportedByTally']),
          party: z.string(),
          month: z.string(),
          /** The period that is shut, for 確定解除. */
          period: z.strictObject({ party: codeSchema, form: formSchema, month: monthSchema }),
        })
        .nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** What may be chosen: kinds, groups, strata, places and parties with their valid names. */
  'activities.choices': defineRequest({
    input: nothing,
    output: z.strictObject({
      kinds: z.array(codeChoiceSchema),
      groups: z.array(codeChoiceSchema),
      venues: z.array(namedChoiceSchema),
      parties: z.array(namedChoiceSchema),
      /** The day in Japan by the clock of the ledger's own computer. */
      today: daySchema,
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** 有効回収率 of one survey by stratum, as the statistics engine says it, held or not. */
  'activities.survey': defineRequest({
    input: z.strictObject({ measures: activityContentSchema.shape.measures }),
    output: z.strictObject({ rate: statisticResultSchema }),
    runs: 'reader',
    kind: 'read',
  }),
  /** A new activity, planned or already held. */
  'activities.create': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      content: activityContentSchema,
      fiscalYear: fiscalYearSchema,
      /** The day on which it was planned: before it, the lists do not know it. */
      plannedOn: daySchema,
      change: stateChangeSchema.nullable(),
    }),
    output: activityRecordSchema,
    runs: 'writer',
    kind: 'write',
  }),
  /** Replaces the content, and records a change of state with it where one is given: one step of undo. */
  'activities.save': defineRequest({
    input: z.strictObject({
      ...seen,
      content: activityContentSchema.nullable(),
      change: stateChangeSchema.nullable(),
    }),
    output: activityRecordSchema,
    runs: 'writer',
    kind: 'write',
  }),
  /** Takes the last state back as recorded by mistake; it stays in the log with the reason. */
  'activities.withdrawState': defineRequest({
    input: z.strictObject({ ...seen, reason: because }),
    output: activityRecordSchema,
    runs: 'writer',
    kind: 'write',
  }),
  'activities.remove': defineRequest({
    input: z.strictObject({ ...seen, reason: because }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** One activity a day, all of one series, in one step of undo. */
  'activities.createSeries': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      content: activityContentSchema,
      plannedOn: daySchema,
      days: z.array(daySchema).min(1).max(longestSeries),
    }),
    output: z.strictObject({ seriesId: idSchema, count: countSchema, first: idSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  /** 「これ以降すべて」: title, venue and hours of this and the later planned ones; none that was held. */
  'activities.changeSeries': defineRequest({
    input: z.strictObject({
      ...seen,
      title: z.string().trim().min(1).max(limits.name),
      venue: codeSchema.nullable(),
      hours: nameSchema,
    }),
    output: z.strictObject({ activity: activityRecordSchema, changed: countSchema, kept: countSchema }),
    runs: 'writer',
    kind: 'write',
  }),
}
