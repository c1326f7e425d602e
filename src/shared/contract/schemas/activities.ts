import { z } from 'zod'
import { largestCount } from '../../activities/judge.ts'
import { activityStates } from '../../activities/record.ts'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { codeSchema, countSchema, idSchema, nameSchema, revisionSchema } from './common.ts'

/** Longest free text of an activity. */
const longText = z.string().max(4_000)
const amountSchema = z.int().min(0).max(largestCount)

export const activityDateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: daySchema }),
  z.strictObject({ kind: z.literal('month'), month: monthSchema }),
  z.strictObject({ kind: z.literal('months'), from: monthSchema, to: monthSchema }),
  z.strictObject({ kind: z.literal('unknown') }),
])

export const activityStateSchema = z.enum(activityStates)
export const activityCategorySchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
])

const attendanceSchema = z.array(z.strictObject({ group: codeSchema, count: amountSchema })).max(20)
const measuresSchema = z
  .array(z.strictObject({ statistic: codeSchema, stratum: codeSchema.nullable(), value: amountSchema }))
  .max(60)

export const activityContentSchema = z.strictObject({
  category: activityCategorySchema,
  kind: codeSchema,
  kindOther: nameSchema,
  title: z.string().trim().min(1).max(limits.name),
  party: codeSchema,
  venue: codeSchema.nullable(),
  planned: activityDateSchema,
  hours: nameSchema,
  partners: z.array(z.string().trim().min(1).max(limits.name)).max(50),
  publicPersons: z.string().max(1_000),
  purpose: longText,
  content: longText,
  capacity: amountSchema.nullable(),
  applications: amountSchema.nullable(),
  attendance: attendanceSchema,
  measures: measuresSchema,
  surveyMethod: nameSchema,
  surveyFrom: daySchema.nullable(),
  surveyTo: daySchema.nullable(),
})

export const stateChangeSchema = z.strictObject({
  state: activityStateSchema,
  on: daySchema,
  reason: z.string().max(1_000),
  evidence: z.string().max(1_000),
  held: activityDateSchema.nullable(),
  planned: activityDateSchema.nullable(),
})

const logEntrySchema = z.strictObject({
  state: activityStateSchema,
  on: daySchema,
  reason: z.string(),
  evidence: z.string(),
  moved: activityDateSchema.nullable(),
})

const withdrawnSchema = z.strictObject({
  state: activityStateSchema,
  on: daySchema,
  reason: z.string(),
  evidence: z.string(),
  withdrawnOn: daySchema,
  withdrawnFor: z.string(),
})

/** As stored: older books may hold longer texts than a clerk may write today. */
export const activityRecordSchema = z.strictObject({
  ...activityContentSchema.shape,
  title: z.string(),
  partners: z.array(z.string()),
  publicPersons: z.string(),
  purpose: z.string(),
  content: z.string(),
  kindOther: z.string(),
  hours: z.string(),
  surveyMethod: z.string(),
  capacity: countSchema.nullable(),
  applications: countSchema.nullable(),
  attendance: z.array(z.strictObject({ group: codeSchema, count: countSchema })),
  measures: z.array(
    z.strictObject({ statistic: codeSchema, stratum: codeSchema.nullable(), value: z.int() }),
  ),
  id: idSchema,
  revision: revisionSchema,
  fiscalYear: fiscalYearSchema,
  seriesId: idSchema.nullable(),
  held: activityDateSchema.nullable(),
  log: z.array(logEntrySchema),
  withdrawn: z.array(withdrawnSchema),
})

/** A row of the list, as it stood on the as-of date. */
export const activityEntrySchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  category: activityCategorySchema,
  kind: codeSchema,
  title: z.string(),
  party: codeSchema,
  venue: codeSchema.nullable(),
  seriesId: idSchema.nullable(),
  hours: z.string(),
  /** Null: nothing of it was known yet on the as-of date. */
  state: activityStateSchema.nullable(),
  /** Its latest state, whatever the as-of date. */
  latest: activityStateSchema,
  when: activityDateSchema,
  /** By group, as recorded; empty where nothing was recorded or nothing took place on the as-of date. */
  attendance: z.array(z.strictObject({ group: codeSchema, count: countSchema })),
})
export type ActivityEntry = z.infer<typeof activityEntrySchema>

const namedPeriodSchema = z.strictObject({
  name: z.string(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
})

/** A place or party with its names and their valid dates; `from`/`to` are its own (a contract). */
export const namedChoiceSchema = z.strictObject({
  code: codeSchema,
  names: z.array(namedPeriodSchema),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
})
export type NamedChoice = z.infer<typeof namedChoiceSchema>

/** A code with the days between which it may be chosen; older records keep it (domain §4). */
export const codeChoiceSchema = z.strictObject({
  code: codeSchema,
  label: z.string(),
  kana: z.string(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** Another one stands for it now (統合): never offered. */
  isMerged: z.boolean(),
})
export type KindChoice = z.infer<typeof codeChoiceSchema>
