import { z } from 'zod'
import type { ExploreChoices } from '../../explore/choices.ts'
import { fiscalYearSchema, timeFrameSchema } from '../../time/schema.ts'
import { chartSpecSchema, tableBlockSchema } from './blocks.ts'
import { codeSchema, countSchema, idSchema, nameSchema, revisionSchema, textSchema } from './common.ts'
import { proven, type Same } from './same-type.ts'
import { filterSchema, statisticQuerySchema } from './statistics.ts'

export const exploreChoicesSchema = z.strictObject({
  statistic: codeSchema,
  by: z.array(codeSchema).max(2),
  where: z.array(filterSchema).max(20),
  party: codeSchema.nullable(),
  years: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('window'), count: z.int().min(1).max(10) }),
    z.strictObject({ kind: z.literal('fixed'), from: fiscalYearSchema, frame: timeFrameSchema }),
  ]),
  per: z.enum(['year', 'month']),
  earlier: z.enum(['whole', 'same']),
  shares: z.boolean(),
  recut: z.boolean(),
})
proven<Same<z.infer<typeof exploreChoicesSchema>, ExploreChoices>>()

const sourcePlaceSchema = z.strictObject({ query: countSchema, keys: z.array(codeSchema) })

export const explorePageSchema = z.strictObject({
  year: fiscalYearSchema.nullable(),
  table: tableBlockSchema,
  columns: z.array(
    z.strictObject({
      kind: z.enum(['label', 'number', 'total', 'difference', 'rate', 'broken', 'share']),
      breakMark: nameSchema.nullable(),
      provisional: z.boolean(),
    }),
  ),
  sources: z.array(z.array(sourcePlaceSchema.nullable())),
  sums: textSchema,
  chart: z
    .strictObject({
      title: nameSchema,
      spec: chartSpecSchema,
      alternative: textSchema,
      columns: z.array(countSchema).nullable(),
    })
    .nullable(),
})

/** The answer of `explore.run`: pages, and the queries that their places point to. */
export const exploreAnswerSchema = z.strictObject({
  pages: z.array(explorePageSchema).max(10),
  queries: z.array(statisticQuerySchema),
  /** Conditions in words, as the caption says them. */
  conditions: z.array(textSchema),
  /** Whether a 参考 re-cut can be asked for. */
  canRecut: z.boolean(),
  frameText: nameSchema,
})
export type ExploreAnswer = z.infer<typeof exploreAnswerSchema>

export const favouriteSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  name: nameSchema,
  choices: exploreChoicesSchema,
})
export type Favourite = z.infer<typeof favouriteSchema>
