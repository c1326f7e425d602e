import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import {
  codeSchema,
  countSchema,
  idSchema,
  instantSchema,
  nameSchema,
  revisionSchema,
  textSchema,
} from './common.ts'

export const formSchema = z.enum(['consultation', 'place', 'network', 'family', 'outreach', 'other'])
export const reportStateSchema = z.enum([
  'missing',
  'received',
  'sentBack',
  'resubmitted',
  'checked',
  'confirmed',
])

const boardCellSchema = z.strictObject({
  month: monthSchema,
  state: z.enum([...reportStateSchema.options, 'entering', 'notExpected', 'future']),
  zeroDeclared: z.boolean(),
  daysLate: countSchema.nullable(),
  dueOn: daySchema,
  /** Of the report; 0 while there is none. */
  revision: revisionSchema,
})
export type BoardCellView = z.infer<typeof boardCellSchema>

export const boardRowSchema = z.strictObject({
  party: codeSchema,
  name: nameSchema,
  form: formSchema,
  mode: z.enum(['records', 'tally']),
  cells: z.array(boardCellSchema).length(12),
  done: countSchema,
  expected: countSchema,
})
export type BoardRowView = z.infer<typeof boardRowSchema>

const dueActivitySchema = z.strictObject({
  id: idSchema,
  title: nameSchema,
  /** As far as it is known: 「２月15日（土）」「３月」「未定」. */
  when: nameSchema,
  party: nameSchema,
  venue: nameSchema.nullable(),
})
export type DueActivity = z.infer<typeof dueActivitySchema>

export const homeSchema = z.strictObject({
  fiscalYear: fiscalYearSchema,
  /** The day on which it is looked at: today, or the as-of date if earlier. */
  today: daySchema,
  board: z.array(boardRowSchema).max(200),
  /** Planned from today on, the nearest first; those without a day after their month. */
  coming: z.array(dueActivitySchema).max(20),
  /** Planned for a day that has passed, and neither held nor called off. */
  overdue: z.array(dueActivitySchema).max(20),
  overdueTotal: countSchema,
  changes: z
    .array(
      z.strictObject({
        actionId: idSchema,
        at: instantSchema,
        who: nameSchema,
        /** 「相談 No.349 の入力」. */
        what: textSchema,
      }),
    )
    .max(20),
  /** Half-filled entries of whoever works now, newest first. */
  drafts: z.array(z.strictObject({ kind: codeSchema, updatedAt: instantSchema })).max(20),
  backup: z.strictObject({ takenAt: instantSchema, verified: z.boolean() }).nullable(),
})
export type Home = z.infer<typeof homeSchema>
