import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { writtenNameSchema } from './code-settings.ts'
import { codeSchema, countSchema, idSchema, instantSchema, nameSchema, revisionSchema } from './common.ts'
import { formCodeSchema } from './organisation.ts'

/** A contract that ends with the old year, and what becomes of it. */
export const contractDecisionSchema = z.strictObject({
  party: codeSchema,
  revision: revisionSchema,
  decision: z.enum(['extend', 'succeed', 'end']),
  /** New last day of an extended contract, or that of the successor; null is open. */
  until: daySchema.nullable(),
  /** Of the successor. */
  name: writtenNameSchema,
  corporation: writtenNameSchema,
})
export type ContractDecision = z.infer<typeof contractDecisionSchema>

/** A name that is another one from 1 April on. */
export const renamingSchema = z.strictObject({
  what: z.enum(['department', 'programme', 'venue', 'party']),
  id: idSchema,
  revision: revisionSchema,
  name: writtenNameSchema,
})
export type Renaming = z.infer<typeof renamingSchema>

/** Values of last year that are offered 未採用, of one form of a party. */
export const offerSchema = z.strictObject({ party: codeSchema, form: formCodeSchema })
export type Offer = z.infer<typeof offerSchema>

export const yearDecisionsSchema = z.strictObject({
  contracts: z.array(contractDecisionSchema).max(limits.list),
  names: z.array(renamingSchema).max(limits.list),
  offers: z.array(offerSchema).max(limits.list),
  /** Activities of last year that are planned again, by the key of their series. */
  series: z.array(z.string().min(1).max(600)).max(limits.list),
})
export type YearDecisions = z.infer<typeof yearDecisionsSchema>

/** What a change of year did, as it is kept. */
export const yearOutcomeSchema = z.strictObject({
  extended: z.array(nameSchema),
  succeeded: z.array(z.strictObject({ from: nameSchema, to: nameSchema })),
  ended: z.array(nameSchema),
  renamed: z.array(z.strictObject({ from: nameSchema, to: nameSchema })),
  offered: z.array(z.strictObject({ party: nameSchema, form: formCodeSchema, values: countSchema })),
  planned: z.array(z.strictObject({ title: nameSchema, count: countSchema })),
  carriedCases: countSchema,
})
export type YearOutcome = z.infer<typeof yearOutcomeSchema>

export const endingContractSchema = z.strictObject({
  party: codeSchema,
  revision: revisionSchema,
  name: nameSchema,
  corporation: nameSchema,
  programme: nameSchema,
  contractTo: daySchema,
})

export const yearViewSchema = z.strictObject({
  /** The year that begins. */
  fiscalYear: fiscalYearSchema,
  /** Null while it was not begun. */
  begun: z.strictObject({ at: instantSchema, who: nameSchema, outcome: yearOutcomeSchema }).nullable(),
  checks: z.strictObject({
    /** Months of the old year that are not 確認済 or later, by party and form. */
    unreported: z.array(
      z.strictObject({ party: nameSchema, form: formCodeSchema, months: z.array(monthSchema) }),
    ),
    drafts: countSchema,
  }),
  carried: z.strictObject({
    parties: z.array(z.strictObject({ name: nameSchema, contractTo: daySchema.nullable() })),
    forms: countSchema,
    lists: countSchema,
    items: countSchema,
    venues: countSchema,
    openCases: countSchema,
  }),
  contracts: z.array(endingContractSchema),
  names: z.array(
    z.strictObject({
      what: renamingSchema.shape.what,
      id: idSchema,
      revision: revisionSchema,
      name: nameSchema,
      /** A name that is already registered from 1 April on. */
      next: nameSchema.nullable(),
    }),
  ),
  offers: z.array(
    z.strictObject({
      party: codeSchema,
      name: nameSchema,
      form: formCodeSchema,
      values: countSchema,
      /** Already entered or offered in the new year. */
      there: countSchema,
    }),
  ),
  series: z.array(
    z.strictObject({
      key: z.string(),
      title: nameSchema,
      kind: codeSchema,
      party: nameSchema,
      venue: nameSchema.nullable(),
      count: countSchema,
      /** First and last day as they would be planned. */
      from: daySchema.nullable(),
      to: daySchema.nullable(),
      holidays: countSchema,
    }),
  ),
})
export type YearView = z.infer<typeof yearViewSchema>
