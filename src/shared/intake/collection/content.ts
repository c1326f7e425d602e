import { z } from 'zod'
import { monthSchema } from '../../time/schema.ts'

const key = z.string().min(1).max(400)
const text = z.string().max(400)
const choice = z.strictObject({ code: key, label: text })

const tallyLineSchema = z.strictObject({
  /** `lineId` of statistic and keys: the hidden key of its row. */
  id: key,
  statistic: key,
  keys: z.record(key, key),
  label: text,
  unit: text,
  depth: z.int().min(0).max(2),
  /** Whether it is asked for by month, and for the year (実人数, and what has no months). */
  monthly: z.boolean(),
  yearly: z.boolean(),
  /** Its months add up: the book shows a sum, which is never read back. */
  summed: z.boolean(),
})
export type TallyLine = z.infer<typeof tallyLineSchema>

const recordColumnSchema = z.strictObject({
  /** Hidden key of the column: `supports.2`. */
  key,
  field: key,
  label: text,
  /** Drop-down: a list of `lists`; null: typed. */
  list: key.nullable(),
  input: z.enum(['text', 'day', 'count', 'list']),
  required: z.boolean(),
})
export type RecordColumn = z.infer<typeof recordColumnSchema>

const sheetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tally'),
    key,
    name: text,
    months: z.array(monthSchema).max(12),
    lines: z.array(tallyLineSchema).max(400),
  }),
  z.strictObject({ kind: z.literal('consultations'), key, name: text, month: monthSchema }),
  z.strictObject({
    kind: z.literal('sessions'),
    key,
    name: text,
    months: z.array(monthSchema).max(12),
    /** Kinds of activities that the form takes; a single one is not asked for. */
    kinds: z.array(key).min(1).max(20),
  }),
])
export type CollectionSheet = z.infer<typeof sheetSchema>
export type SheetOf<Kind extends CollectionSheet['kind']> = Extract<CollectionSheet, { kind: Kind }>

/** What stands in a book, kept in the ledger as it was issued: the book is read back by it alone. */
export const collectionContentSchema = z.strictObject({
  version: z.literal(1),
  sheets: z.array(sheetSchema).min(1).max(20),
  /** Columns of the sheets of records, by kind of sheet. */
  columns: z.strictObject({
    consultations: z.array(recordColumnSchema).max(60),
    sessions: z.array(recordColumnSchema).max(60),
  }),
  /** Drop-downs by list: code and label as they were then. */
  lists: z.record(key, z.array(choice).max(400)),
})
export type CollectionContent = z.infer<typeof collectionContentSchema>

export const parseCollectionContent = (json: string): CollectionContent =>
  collectionContentSchema.parse(JSON.parse(json))
