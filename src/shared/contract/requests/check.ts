import { z } from 'zod'
import { timeFrameSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import { actionIdSchema, countSchema, idSchema, revisionSchema, textSchema } from '../schemas/common.ts'
import { findingSchema } from '../schemas/ledger.ts'

const done = z.strictObject({ count: countSchema })

export const checkRequests = {
  /**
   * 点検. `frame` null: everything in the ledger. `show`: the open findings, those 確認済（理由あり）, or all;
   * the first page of them, errors first, and how many there are of each.
   */
  'check.run': defineRequest({
    input: z.strictObject({
      frame: timeFrameSchema.nullable(),
      show: z.enum(['open', 'acknowledged', 'all']),
    }),
    output: z.strictObject({
      findings: z.array(findingSchema).max(limits.page),
      /** Of those asked for. */
      total: countSchema,
      counts: z.strictObject({ errors: countSchema, warnings: countSchema, acknowledged: countSchema }),
    }),
    runs: 'reader',
    kind: 'job',
  }),
  /** 確認済（理由あり） of warnings. Errors: `reasonMissing`, `findingStays` (an エラー stays until it is put right). */
  'check.acknowledge': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      findings: z
        .array(
          findingSchema.pick({ rule: true, placeKey: true, fingerprint: true, place: true, message: true }),
        )
        .min(1)
        .max(limits.list),
      reason: textSchema,
    }),
    output: done,
    runs: 'writer',
    kind: 'write',
  }),
  /** Takes 確認済 back: the findings are open again. Errors: `conflict`, `notFound`. */
  'check.withdrawAcknowledgement': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      acknowledgements: z
        .array(z.strictObject({ id: idSchema, revision: revisionSchema }))
        .min(1)
        .max(limits.list),
    }),
    output: done,
    runs: 'writer',
    kind: 'write',
  }),
}
