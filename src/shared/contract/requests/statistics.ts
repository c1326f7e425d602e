import { z } from 'zod'
import { defineRequest } from '../request.ts'
import { nothing } from '../schemas/common.ts'
import {
  codeListSchema,
  statisticDefinitionSchema,
  statisticQuerySchema,
  statisticResultSchema,
} from '../schemas/statistics.ts'

export const statisticsRequests = {
  'statistics.catalogue': defineRequest({
    input: nothing,
    output: z.strictObject({
      statistics: z.array(statisticDefinitionSchema),
      /** Breakdowns by code, with the codes of each in printing order. */
      breakdowns: z.array(codeListSchema),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  'statistics.query': defineRequest({
    input: statisticQuerySchema,
    output: statisticResultSchema,
    runs: 'reader',
    kind: 'read',
  }),
  'codes.lists': defineRequest({
    input: nothing,
    output: z.strictObject({ lists: z.array(codeListSchema) }),
    runs: 'reader',
    kind: 'read',
  }),
}
