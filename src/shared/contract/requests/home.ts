import { z } from 'zod'
import { monthSchema, timeFrameSchema } from '../../time/schema.ts'
import { defineRequest } from '../request.ts'
import { actionIdSchema, codeSchema, nameSchema, revisionSchema } from '../schemas/common.ts'
import { formSchema, homeSchema, reportStateSchema } from '../schemas/home.ts'

export const homeRequests = {
  /** ホーム: what is missing, what is to come, what changed, where to go on. */
  'home.read': defineRequest({
    input: z.strictObject({ frame: timeFrameSchema }),
    output: homeSchema,
    runs: 'reader',
    kind: 'read',
  }),
  /**
   * Moves a party's report for a month (受領, 差戻し, 再提出, 確認済). `revision` 0 where there is none yet.
   * A move that the order of states does not know is `reportStateRefused`; one that needs a reason and has
   * none is `reasonMissing`.
   */
  'reports.move': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      party: codeSchema,
      form: formSchema,
      month: monthSchema,
      to: reportStateSchema,
      reason: nameSchema,
      revision: revisionSchema,
    }),
    output: z.strictObject({ state: reportStateSchema, revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
}
