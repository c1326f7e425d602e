import { z } from 'zod'
import { defineRequest } from '../request.ts'
import { idSchema, nameSchema, nothing } from '../schemas/common.ts'

export const appInfoSchema = z.strictObject({
  version: nameSchema,
  door: z.enum(['electron', 'host']),
  /** Why the local browser is used in place of the window, in one Japanese line; null in the window. */
  doorReason: nameSchema.nullable(),
  /** `dialog`: platform.chooseFolder opens the system's dialog. `list`: the screen lists folders itself. */
  chooser: z.enum(['dialog', 'list']),
  /** The open ledger is the demonstration one; false while none is open. */
  fictional: z.boolean(),
})
export type AppInfo = z.infer<typeof appInfoSchema>

export const appRequests = {
  'app.info': defineRequest({ input: nothing, output: appInfoSchema, runs: 'platform', kind: 'read' }),
  'jobs.cancel': defineRequest({
    input: z.strictObject({ jobId: idSchema }),
    /** False when the job had already ended. */
    output: z.strictObject({ cancelled: z.boolean() }),
    runs: 'backend',
    kind: 'read',
  }),
}
