import { z } from 'zod'
import { defineRequest } from '../request.ts'
import { countSchema, nothing } from '../schemas/common.ts'
import {
  choiceListSchema,
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
  /** Every list in printing order, retired items among them. */
  'codes.lists': defineRequest({
    input: nothing,
    output: z.strictObject({
      lists: z.array(choiceListSchema),
      /** 8050: the person's and the parent's least ages. */
      household8050: z.strictObject({ minimumAge: countSchema, parentMinimumAge: countSchema }),
    }),
    runs: 'reader',
    kind: 'read',
  }),
}
