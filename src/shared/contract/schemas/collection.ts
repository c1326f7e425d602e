import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { codeSchema, countSchema, idSchema, nameSchema, revisionSchema } from './common.ts'
import { formSchema, reportStateSchema } from './home.ts'

/** A party's form for some months of one fiscal year. */
export const collectionPlaceSchema = z.strictObject({
  party: codeSchema,
  form: formSchema,
  from: monthSchema,
  to: monthSchema,
})
export type CollectionPlace = z.infer<typeof collectionPlaceSchema>

const monthStateSchema = z.strictObject({ month: monthSchema, state: reportStateSchema })

/** What a party can be asked for, and which months are outstanding. */
export const collectionPartySchema = z.strictObject({
  party: codeSchema,
  name: nameSchema,
  form: formSchema,
  /** The months of the year in which the form is asked for, with the way of reporting. */
  months: z.array(z.strictObject({ ...monthStateSchema.shape, mode: z.enum(['records', 'tally']) })).max(12),
  /** First and last month whose report is not in, told in one way; null: all are in. */
  outstanding: z.strictObject({ from: monthSchema, to: monthSchema }).nullable(),
})
export type CollectionParty = z.infer<typeof collectionPartySchema>

export const collectionIssueSchema = z.strictObject({
  ...collectionPlaceSchema.shape,
  id: idSchema,
  revision: revisionSchema,
  partyName: nameSchema,
  mode: z.enum(['records', 'tally']),
  issuedOn: daySchema,
  dueOn: daySchema,
  fileName: nameSchema,
  months: z.array(monthStateSchema).max(12),
  /** `partly`: some of its months are in. `overdue`: not all are, and the day has passed. */
  state: z.enum(['waiting', 'partly', 'received', 'overdue', 'withdrawn']),
})
export type CollectionIssueView = z.infer<typeof collectionIssueSchema>

/** What will stand in a book. */
export const collectionPreviewSchema = z.strictObject({
  mode: z.enum(['records', 'tally']),
  fileName: nameSchema,
  /** Until when, by the settings: of the last month. */
  dueOn: daySchema,
  sendTo: nameSchema,
  sheets: z
    .array(
      z.strictObject({
        name: nameSchema,
        kind: z.enum(['tally', 'consultations', 'sessions']),
        /** Heads of the columns, or the items of a grid. */
        items: z.array(nameSchema).max(500),
      }),
    )
    .max(30),
  dropDowns: countSchema,
  /** The year's own 実人数 are asked for. */
  asksYear: z.boolean(),
  /** Months of it that are 確定: what comes in for them is listed as late. */
  confirmed: z.array(monthSchema).max(12),
  /** A book for some of these months is out already. */
  issuedBefore: countSchema,
})
export type CollectionPreview = z.infer<typeof collectionPreviewSchema>

export const collectionYearSchema = z.strictObject({ fiscalYear: fiscalYearSchema })
