import { z } from 'zod'
import type { Answer } from '../../answers/answer.ts'
import { daySchema } from '../../time/schema.ts'
import { idSchema, nameSchema, revisionSchema, textSchema } from './common.ts'
import { proven, type Same } from './same-type.ts'
import { cellSchema, statisticQuerySchema } from './statistics.ts'

export const answerSchema = z.strictObject({
  label: nameSchema,
  conditions: z.array(textSchema),
  cell: cellSchema,
  display: nameSchema,
  months: nameSchema,
  provisional: z.boolean(),
  definition: textSchema,
  scope: textSchema,
  measure: nameSchema,
  frameText: nameSchema,
  previous: textSchema,
  recut: textSchema,
  notes: z.array(textSchema),
  saying: z.strictObject({
    verdict: z.enum(['may', 'check']),
    sensitivity: z.enum(['low', 'middle', 'high']),
    reasons: z.array(
      z.enum([
        'noNumber',
        'fewPersons',
        'fewContributors',
        'oneContributor',
        'contributorsUnknown',
        'fewOutside',
        'sensitiveZero',
        'fewParts',
        'differenceFromSaid',
        'wholeOfGroup',
      ]),
    ),
  }),
  sentences: z.strictObject({ polite: textSchema, plain: textSchema }),
})
proven<Same<z.infer<typeof answerSchema>, Answer>>()

/** A number that was said outside (既に出た数字), and what the ledger says to the same question now. */
export const knownFigureSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  saidOn: daySchema,
  occasion: nameSchema,
  query: statisticQuerySchema,
  label: textSchema,
  said: nameSchema,
  sentence: textSchema,
  /** As the ledger says it now; null where it can no longer be counted. */
  now: nameSchema.nullable(),
  moved: z.boolean(),
})
export type KnownFigure = z.infer<typeof knownFigureSchema>
