import { z } from 'zod'
import type { Cell } from '../../cell/cell.ts'
import type { StatisticDefinition, StatisticQuery, StatisticResult } from '../../statistics/definition.ts'
import { daySchema, fiscalYearSchema, timeFrameSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { codeSchema, countSchema, nameSchema, textSchema } from './common.ts'
import { proven, type Same } from './same-type.ts'

const quantitySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('integer'), integer: z.int() }),
  z.strictObject({ kind: z.literal('fraction'), numerator: z.number(), denominator: z.number() }),
  z.strictObject({ kind: z.literal('range'), low: z.int(), high: z.int() }),
])

const behind = {
  parts: z.strictObject({ reported: countSchema, expected: countSchema }),
  flags: z.array(z.enum(['provisional', 'revised', 'estimate'])).max(3),
}

export const cellSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('value'), quantity: quantitySchema, ...behind }),
  z.strictObject({
    state: z.enum(['blank', 'notApplicable', 'cancelled', 'postponed', 'notDone', 'unknown', 'suppressed']),
    ...behind,
  }),
])
proven<Same<z.infer<typeof cellSchema>, Cell>>()

export const filterSchema = z.union([
  z.strictObject({
    field: codeSchema,
    operator: z.enum(['is', 'isNot']),
    codes: z.array(codeSchema).min(1).max(limits.list),
  }),
  z.strictObject({
    field: z.literal('age'),
    operator: z.enum(['>=', '<=']),
    age: z.int().min(0).max(150),
  }),
])

/** More than two breakdowns pass the door, so that the answer can be `tooManyBreakdowns`. */
export const statisticQuerySchema = z.strictObject({
  statistic: codeSchema,
  frame: timeFrameSchema,
  by: z.array(codeSchema).max(10),
  where: z.array(filterSchema).max(20),
  party: codeSchema.nullable(),
})
proven<Same<z.infer<typeof statisticQuerySchema>, StatisticQuery>>()

const noteSchema = z.strictObject({
  code: z.enum([
    'missingMonths',
    'provisional',
    'break',
    'firstYearNew',
    'sharedPersons',
    'rangeOfPersons',
    'multipleChoice',
    'resolvedAttributes',
    'anonymousExcluded',
    'snapshotDate',
    'yearEntered',
    'yearNotEntered',
    'undatedActivities',
    'commonMonthsOnly',
    'strataNotSummed',
    'confirmed',
  ]),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const statisticResultSchema = z.strictObject({
  query: statisticQuerySchema,
  total: cellSchema,
  rows: z.array(z.strictObject({ keys: z.array(codeSchema), cell: cellSchema })).max(50_000),
  notes: z.array(noteSchema),
})
proven<Same<z.infer<typeof statisticResultSchema>, StatisticResult>>()

const ageSchema = z.int().min(0).max(150).nullable()

export const statisticDefinitionSchema = z.strictObject({
  code: codeSchema,
  category: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
    .nullable(),
  label: nameSchema,
  unit: nameSchema,
  measure: z.enum(['events', 'attendance', 'persons', 'newPersons', 'snapshot', 'ratio', 'mean', 'rate']),
  partOf: codeSchema.nullable(),
  form: z.enum(['consultation', 'place', 'network', 'family', 'outreach', 'other']),
  breakdowns: z.array(codeSchema),
  versions: z.array(
    z.strictObject({
      validFrom: fiscalYearSchema,
      text: textSchema,
      scope: textSchema,
      ages: z.strictObject({ low: ageSchema, high: ageSchema }),
      comparability: z.enum(['comparable', 'reference', 'broken']),
      breakNote: textSchema,
    }),
  ),
  quotient: z
    .strictObject({
      numerator: codeSchema,
      denominator: codeSchema,
      per: z.number(),
      survey: z.boolean().exactOptional(),
    })
    .nullable(),
})
proven<Same<z.infer<typeof statisticDefinitionSchema>, StatisticDefinition>>()

/** A code list (or a breakdown's codes) with the words that the screen shows. */
export const codeListSchema = z.strictObject({
  code: codeSchema,
  label: nameSchema,
  items: z.array(z.strictObject({ code: codeSchema, label: nameSchema })),
})
export type CodeList = z.infer<typeof codeListSchema>

/** A code list as fields of codes offer it: how each item is typed, and since and until when it is offered. */
export const choiceListSchema = z.strictObject({
  code: codeSchema,
  label: nameSchema,
  choice: z.enum(['single', 'multiple']),
  items: z.array(
    z.strictObject({
      code: codeSchema,
      label: nameSchema,
      /** The place in the list from 1, retired items counted; 不明 is 0. It stays when an item is retired. */
      digit: codeSchema,
      kana: nameSchema,
      /** Code and label of the roll-up (母 → 家族). */
      group: codeSchema.nullable(),
      note: nameSchema.nullable(),
      /** その他: its text is asked for. */
      withText: z.boolean(),
      /** Both included, null is open: outside of them the item is not offered, but old records keep it. */
      validFrom: daySchema.nullable(),
      validTo: daySchema.nullable(),
      /** The code that it now stands for. */
      mergedInto: codeSchema.nullable(),
    }),
  ),
})
export type ChoiceList = z.infer<typeof choiceListSchema>

/** A record that a number counts, in words; its link is made from kind and id. */
export const sourceRecordSchema = z.strictObject({
  kind: z.enum(['consultation', 'coordination', 'referral', 'episode', 'activity']),
  id: z.string().max(limits.code),
  /** Day of the contact, opening or session; null where only the month is known. */
  day: z.string().max(10).nullable(),
  /** Code of the 支援対象者; '' for none. */
  caseCode: nameSchema,
  /** 「電話　本人」, 「居場所（田無公民館）」. */
  words: textSchema,
  /** What it gives to the number. */
  amount: z.int(),
})
export type SourceRecord = z.infer<typeof sourceRecordSchema>

/** 算出根拠 of one number. */
export const sourcesSchema = z.strictObject({
  label: textSchema,
  /** Codes of its row and conditions, in words. */
  conditions: z.array(textSchema),
  frameText: nameSchema,
  cell: cellSchema,
  display: nameSchema,
  definition: textSchema,
  scope: textSchema,
  /** The fiscal year from which this definition holds. */
  validFrom: fiscalYearSchema,
  measure: nameSchema,
  /** How the records make the number: 「162件の記録」, 「89人（162件の記録）」. */
  count: z.strictObject({ records: countSchema, persons: countSchema.nullable(), sum: z.int().nullable() }),
  records: z.array(sourceRecordSchema).max(limits.page),
  tallies: z
    .array(
      z.strictObject({
        party: codeSchema,
        partyLabel: nameSchema,
        month: z.string().max(7).nullable(),
        fiscalYear: fiscalYearSchema,
        display: nameSchema,
      }),
    )
    .max(2_000),
  months: z
    .array(
      z.strictObject({
        party: codeSchema,
        partyLabel: nameSchema,
        month: z.string().max(7),
        state: z.enum(['checked', 'unchecked', 'tally', 'missing']),
      }),
    )
    .max(5_000),
  /** What the number leaves out, and why. */
  leftOut: z.array(textSchema),
  /** Numerator and denominator of a quotient, each with sources of its own. */
  parts: z.array(z.strictObject({ label: nameSchema, display: nameSchema, query: statisticQuerySchema })),
})
