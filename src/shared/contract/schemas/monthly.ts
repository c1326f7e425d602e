import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { codeSchema, countSchema, idSchema, nameSchema, revisionSchema, textSchema } from './common.ts'
import { formSchema, reportStateSchema } from './home.ts'
import { cellSchema } from './statistics.ts'

/** The most lines that a sheet may have, and the most cells that one action may write. */
export const mostLines = 400
export const mostCells = 6_000

const keysSchema = z.record(codeSchema, codeSchema)

export const lineKeySchema = z.strictObject({ statistic: codeSchema, keys: keysSchema })

export const entrySchema = z.strictObject({
  state: z.enum([
    'value',
    'blank',
    'notApplicable',
    'cancelled',
    'postponed',
    'notDone',
    'unknown',
    'suppressed',
  ]),
  value: z.int().nullable(),
  flags: z.array(z.enum(['provisional', 'revised', 'estimate'])).max(3),
  adopted: z.boolean(),
  comment: textSchema,
})

/** Where an entry stands: a line, and a month (null: the year's own value). */
const placeSchema = z.strictObject({ ...lineKeySchema.shape, month: monthSchema.nullable() })

export const monthlyCellSchema = z.strictObject({
  ...placeSchema.shape,
  ...entrySchema.shape,
  id: idSchema,
  revision: revisionSchema,
})
export type MonthlyCell = z.infer<typeof monthlyCellSchema>

/** What is to be saved; `seen` is the revision that the screen knows, 0 where there is none yet. */
export const monthlyChangeSchema = z.strictObject({
  ...placeSchema.shape,
  ...entrySchema.shape,
  seen: revisionSchema,
})
export type MonthlyChange = z.infer<typeof monthlyChangeSchema>

export const monthlyMonthSchema = z.strictObject({
  month: monthSchema,
  /** How the party tells this month; `unlisted`: the form was not asked for. */
  mode: z.enum(['records', 'tally', 'unlisted']),
  state: reportStateSchema,
  zeroDeclared: z.boolean(),
  /** Of the report; 0 while there is none. */
  revision: revisionSchema,
})
export type MonthlyMonth = z.infer<typeof monthlyMonthSchema>

export const monthlyPlaceSchema = z.strictObject({
  party: codeSchema,
  form: formSchema,
  fiscalYear: fiscalYearSchema,
})
export type MonthlyPlace = z.infer<typeof monthlyPlaceSchema>

export const monthlyPartySchema = z.strictObject({
  party: codeSchema,
  name: nameSchema,
  form: formSchema,
  /** `mixed`: the way of reporting changes within the year. */
  mode: z.enum(['records', 'tally', 'mixed']),
})
export type MonthlyParty = z.infer<typeof monthlyPartySchema>

const labelsSchema = z.record(codeSchema, z.array(z.strictObject({ code: codeSchema, label: nameSchema })))

export const monthlySheetSchema = z.strictObject({
  ...monthlyPlaceSchema.shape,
  name: nameSchema,
  today: daySchema,
  /** Number of the last history entry that this sheet knows: `monthly.changes` goes on from it. */
  sequence: countSchema,
  months: z.array(monthlyMonthSchema).length(12),
  /** The year itself is 確定: its own values take nothing. */
  yearConfirmed: z.boolean(),
  /** The items as chosen; 0 while the catalogue's own are shown. */
  itemsRevision: revisionSchema,
  items: z.array(lineKeySchema).max(mostLines),
  cells: z.array(monthlyCellSchema).max(mostCells),
  /** The year before: values only. */
  previous: z.array(z.strictObject({ ...placeSchema.shape, ...entrySchema.shape })).max(mostCells),
  /** What the statistics count for the months that are told by records. */
  counted: z.array(z.strictObject({ ...placeSchema.shape, cell: cellSchema })).max(mostCells),
  /** Codes of the breakdowns by which an item can be cut, in printing order. */
  labels: labelsSchema,
})
export type MonthlySheet = z.infer<typeof monthlySheetSchema>
