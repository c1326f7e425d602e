import { z } from 'zod'
import { cellSchema } from '../../cell/schema.ts'
import { bookProfileSchema } from '../../intake/profile.ts'
import { fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import {
  codeSchema,
  countSchema,
  idSchema,
  instantSchema,
  nameSchema,
  revisionSchema,
  sha256Schema,
  textSchema,
} from './common.ts'

/** A session of the intake thread: one opened book, kept in memory until it is closed, applied or 30 minutes old. */
export const intakeSessionSchema = z.uuid()

export const bookKindSchema = z.enum(['consultations', 'sessions', 'tally', 'indicators'])

export const bookPlaceSchema = z.strictObject({
  sheet: nameSchema,
  row: countSchema,
  /** 1-based; null: the whole row. */
  column: countSchema.nullable(),
})

export { bookProfileSchema }

export const bookSummarySchema = z.strictObject({
  name: nameSchema,
  format: z.enum(['xlsx', 'csv']),
  digest: sha256Schema,
  /** Of a CSV, found from its bytes. */
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16', 'cp932']).nullable(),
  sheets: z.array(
    z.strictObject({ name: nameSchema, hidden: z.boolean(), rows: countSchema, columns: countSchema }),
  ),
  findings: z.array(
    z.strictObject({
      code: codeSchema,
      sheet: nameSchema.nullable(),
      row: countSchema.nullable(),
      column: countSchema.nullable(),
      count: countSchema,
      /** In words: 「外部リンクが３か所あります（読みません）」. */
      message: textSchema,
    }),
  ),
  /** Issued by this tool as a collection book. */
  isCollection: z.boolean(),
})
export type BookSummary = z.infer<typeof bookSummarySchema>

/** Something that cannot be known from the book; the answer is kept in the profile. */
export const intakeQuestionSchema = z.strictObject({
  /** Names the question in `profile.answers`: `dash`, `brackets` … */
  code: codeSchema,
  message: textSchema,
  /** How often it stands in the book, and the first places. */
  count: countSchema,
  examples: z.array(z.strictObject({ place: bookPlaceSchema, text: nameSchema })).max(5),
  choices: z.array(z.strictObject({ code: codeSchema, label: nameSchema })).max(200),
  /** What stands in the profile now, or null while nobody answered. */
  answer: codeSchema.nullable(),
})
export type IntakeQuestion = z.infer<typeof intakeQuestionSchema>

/** A value that no list knows, as it stands in the book: taught once, it is kept in `profile.values`. */
export const unknownWordSchema = z.strictObject({
  /** Names the list in `profile.values`: of a code list, or `statistic`, `venue`, `party`. */
  list: codeSchema,
  listLabel: nameSchema,
  text: nameSchema,
  count: countSchema,
  /** The first one. */
  place: bookPlaceSchema,
  choices: z.array(z.strictObject({ code: codeSchema, label: nameSchema })).max(500),
})
export type UnknownWord = z.infer<typeof unknownWordSchema>

export const columnFates = ['taken', 'ignored', 'twice', 'dropped'] as const

export const layoutColumnSchema = z.strictObject({
  /** 1-based. */
  column: countSchema,
  /** As it is shown: 「受付日」. */
  head: nameSchema,
  /** Its name in `SheetRule.columns`. */
  key: nameSchema,
  /** `twice`: an earlier column is read for its field. `dropped`: it holds who a person is, and is never read. */
  fate: z.enum(columnFates),
  field: codeSchema,
  code: codeSchema.nullable(),
})
export type LayoutColumn = z.infer<typeof layoutColumnSchema>

/** A sheet as a profile reads it. */
export const sheetLayoutSchema = z.strictObject({
  name: nameSchema,
  hidden: z.boolean(),
  /** Rows that hold anything. */
  rows: countSchema,
  /** Its name with what changes replaced: the `sheet` of its rule. */
  pattern: nameSchema,
  use: z.boolean(),
  kind: bookKindSchema.nullable(),
  /** Row numbers of its head; empty: none was found. */
  headRows: z.array(countSchema).max(2),
  columns: z.array(layoutColumnSchema).max(400),
  /** Why it is not read. */
  why: z.enum(['empty', 'noHead', 'notChosen', 'otherKind']).nullable(),
})
export type SheetLayout = z.infer<typeof sheetLayoutSchema>

/** What a column can be, in the order in which it is offered. */
export const columnChoiceSchema = z.strictObject({
  kind: bookKindSchema,
  field: codeSchema,
  code: codeSchema.nullable(),
  label: nameSchema,
})
export type ColumnChoice = z.infer<typeof columnChoiceSchema>

/** The first rows as they stand in the file. */
export const sheetPreviewSchema = z.strictObject({
  columns: countSchema,
  rows: z
    .array(
      z.strictObject({
        number: countSchema,
        hidden: z.boolean(),
        /** One a column; null: the column holds who a person is, and is not shown. */
        cells: z.array(nameSchema.nullable()).max(60),
      }),
    )
    .max(40),
  merges: z
    .array(
      z.strictObject({
        fromRow: countSchema,
        fromColumn: countSchema,
        toRow: countSchema,
        toColumn: countSchema,
      }),
    )
    .max(400),
  hiddenColumns: z.array(countSchema).max(400),
})
export type SheetPreview = z.infer<typeof sheetPreviewSchema>

export const rowOutcomes = ['new', 'changed', 'same', 'refused', 'ignored', 'late'] as const
export const rowOutcomeSchema = z.enum(rowOutcomes)

/** read = new + changed + same + refused + ignored + late; `gone` stand in the ledger and no longer in the book. */
export const accountingSchema = z.strictObject({
  read: countSchema,
  new: countSchema,
  changed: countSchema,
  same: countSchema,
  refused: countSchema,
  ignored: countSchema,
  late: countSchema,
  gone: countSchema,
})
export type Accounting = z.infer<typeof accountingSchema>

export const rowProblemSchema = z.strictObject({
  code: codeSchema,
  place: bookPlaceSchema,
  /** Head of the column: 「受付日」. */
  column: nameSchema,
  value: nameSchema,
  /** In words: what is wrong, what to do. */
  message: textSchema,
})

/** One row of the preview, or one of the ledger's rows that is gone from the book (`place` null). */
export const intakeRowSchema = z.strictObject({
  /** Within the session: for keys of a list. */
  index: countSchema,
  outcome: z.enum([...rowOutcomes, 'gone']),
  place: bookPlaceSchema.nullable(),
  /** The record in a few words: 「４月３日　H041　電話」; '' where there is none. */
  title: textSchema,
  /** Why it is refused, ignored or late; null otherwise. */
  reason: z.strictObject({ code: codeSchema, message: textSchema }).nullable(),
  changes: z.array(
    z.strictObject({ field: codeSchema, label: nameSchema, before: textSchema, after: textSchema }),
  ),
  /** What was typed, and what it was taken for. */
  readings: z.array(
    z.strictObject({
      place: bookPlaceSchema,
      label: nameSchema,
      text: nameSchema,
      as: textSchema,
      took: z.enum(['plain', 'alias', 'ditto', 'partOf', 'answer', 'computed', 'unknown']),
    }),
  ),
  problem: rowProblemSchema.nullable(),
  warnings: z.array(rowProblemSchema),
})
export type IntakeRow = z.infer<typeof intakeRowSchema>

/** Which rows a list shows. `warned`: those with a warning, whatever becomes of them. */
export const rowFilterSchema = z.enum(['all', ...rowOutcomes, 'gone', 'warned'])
export type RowFilter = z.infer<typeof rowFilterSchema>

/** Where the book's records belong. */
export const touchedMonthSchema = z.strictObject({
  party: codeSchema,
  partyName: nameSchema,
  /** Null: the year's own values. */
  month: monthSchema.nullable(),
  fiscalYear: fiscalYearSchema,
  ...accountingSchema.pick({ new: true, changed: true, same: true, late: true, gone: true }).shape,
})

export const dryRunSchema = z.strictObject({
  accounting: accountingSchema,
  /** Rows with a warning. */
  warned: countSchema,
  /** Case codes that the ledger does not know yet: they become new cases. */
  newCases: countSchema,
  questions: z.array(intakeQuestionSchema),
  unknownWords: z.array(unknownWordSchema).max(200),
  /** About sheets and the book as a whole, and what contradicts itself; the first ones. */
  findings: z.array(rowProblemSchema).max(200),
  /** Columns that hold who a person is: nothing of them was read. */
  dropped: z.array(z.strictObject({ sheet: nameSchema, column: countSchema, head: nameSchema })).max(200),
  months: z.array(touchedMonthSchema).max(600),
  /** Nothing stands against applying it. */
  applicable: z.boolean(),
})
export type DryRun = z.infer<typeof dryRunSchema>

/** A statistic before and after, by the statistics engine. */
export const intakeSumSchema = z.strictObject({
  statistic: codeSchema,
  label: nameSchema,
  unit: nameSchema,
  party: codeSchema,
  partyName: nameSchema,
  fiscalYear: fiscalYearSchema,
  /** Null: the year. */
  month: monthSchema.nullable(),
  before: cellSchema,
  after: cellSchema,
})
export type IntakeSum = z.infer<typeof intakeSumSchema>

export const storedProfileSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  name: nameSchema,
  kind: bookKindSchema,
  /** Null: of no party (indicators). */
  party: codeSchema.nullable(),
  profile: bookProfileSchema,
})
export type StoredProfile = z.infer<typeof storedProfileSchema>

export const bookReceiptSchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  who: nameSchema,
  fileName: nameSchema,
  digest: sha256Schema,
  kind: bookKindSchema,
  party: codeSchema.nullable(),
  partyName: nameSchema.nullable(),
  fromMonth: monthSchema.nullable(),
  toMonth: monthSchema.nullable(),
  accounting: accountingSchema,
  withdrawn: countSchema,
  /** The action of the undo list, and whether it stands. */
  actionId: idSchema,
})
export type BookReceipt = z.infer<typeof bookReceiptSchema>
