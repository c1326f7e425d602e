import { z } from 'zod'
import { codeSchema, countSchema, idSchema, instantSchema, revisionSchema } from './schemas/common.ts'

/** What a long job is doing; the words are in `shared/words`. */
export const jobSteps = [
  'waiting',
  'reading',
  'building',
  'counting',
  'drawing',
  'writing',
  'copying',
  'verifying',
  'comparing',
] as const
export type JobStep = (typeof jobSteps)[number]

/** Told by the backend to every screen; JSON, discriminated by `event`. */
export const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('progress'),
    jobId: idSchema,
    step: z.enum(jobSteps),
    done: countSchema,
    /** Null while it is not known how much there is. */
    total: countSchema.nullable(),
  }),
  /** A write is on disk (保存済). */
  z.strictObject({ event: z.literal('saved'), at: instantSchema, revision: revisionSchema }),
  /** A write waits behind a longer one (保存待ち); ends with the next `saved`. */
  z.strictObject({ event: z.literal('saving'), waiting: z.boolean() }),
  /** What was read before may be stale. `what`: opened, closed, restored, or the request that wrote. */
  z.strictObject({
    event: z.literal('ledger-changed'),
    what: codeSchema,
    revision: revisionSchema.nullable(),
  }),
])
export type AppEvent = z.infer<typeof eventSchema>
