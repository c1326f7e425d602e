import { z } from 'zod'
import { defineRequest } from '../request.ts'
import { codeSchema, countSchema, nothing } from '../schemas/common.ts'
import {
  choiceListSchema,
  codeListSchema,
  sourcesSchema,
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
  /** 算出根拠: the records and entered values behind a row of a query (`keys` as there; [] is the total). */
  'statistics.sources': defineRequest({
    input: z.strictObject({
      query: statisticQuerySchema,
      keys: z.array(codeSchema).max(2),
      offset: countSchema,
      limit: z.int().min(1).max(200),
    }),
    output: sourcesSchema,
    runs: 'reader',
    kind: 'read',
  }),
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
