import { z } from 'zod'
import { daySchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import { answerSchema, knownFigureSchema } from '../schemas/answers.ts'
import { actionIdSchema, idSchema, nothing, revisionSchema, textSchema } from '../schemas/common.ts'
import { cellSchema, statisticQuerySchema } from '../schemas/statistics.ts'

export const answersRequests = {
  /** One number with its definition, 前年同期, whether it may be said, and a sentence. */
  'answers.run': defineRequest({
    input: z.strictObject({ query: statisticQuerySchema }),
    output: answerSchema,
    runs: 'reader',
    kind: 'read',
  }),
  /** 既に出た数字, newest first, each counted anew. */
  'figures.list': defineRequest({
    input: nothing,
    output: z.strictObject({ figures: z.array(knownFigureSchema).max(limits.list) }),
    runs: 'reader',
    kind: 'read',
  }),
  /** The cell as it was said, which the ledger's own may leave later. */
  'figures.record': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      saidOn: daySchema,
      occasion: z.string().trim().min(1).max(limits.name),
      query: statisticQuerySchema,
      cell: cellSchema,
      sentence: textSchema,
    }),
    output: z.strictObject({ id: idSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  'figures.remove': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, id: idSchema, revision: revisionSchema }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
}
