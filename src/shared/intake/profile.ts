import { z } from 'zod'
import type { FiscalYear } from '../time/day.ts'
import { fiscalYearSchema } from '../time/schema.ts'
import { type AnswerCode, type Answers, answerChoices, answerCodes, bookKinds } from './answers.ts'
import type { BookKind } from './staged.ts'

export { type AnswerCode, type Answers, answerChoices, answerCodes, bookKinds }

/** One column by its head words, wherever it stands. */
export interface ColumnRule {
  /** Folded, with the head above it where there are two lines: 「対象者/年齢」. */
  readonly head: string
  /** A field of the kind, or `ignored`. */
  readonly field: string
  /** The item that the column stands for: 本人 of 参加者数, 住まい of 相談内容. */
  readonly code: string | null
}

export interface SheetRule {
  /** The sheet's name with what changes replaced: 「{月}」, 「第{期}四半期」 (`sheetPattern`). */
  readonly sheet: string
  readonly use: boolean
  readonly kind: BookKind | null
  readonly columns: readonly ColumnRule[]
  /** What the sessions of the sheet are where no column says it. */
  readonly activityKind: string | null
}

/** How the books of a party are read: kept in the ledger, applied to the next book of the same shape. */
export interface BookProfile {
  readonly version: 1
  readonly kind: BookKind
  /** Null: not known, or told by a column row by row. */
  readonly party: string | null
  /** Null: as the book itself says. */
  readonly fiscalYear: FiscalYear | null
  readonly sheets: readonly SheetRule[]
  /** What the user taught: list (or `statistic`, `venue`, `party`) → the text as written → code. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly answers: Answers
}

const word = z.string().min(1).max(120)
const code = z.string().min(1).max(80)

const columnRuleSchema = z.strictObject({ head: word, field: code, code: code.nullable() })

const sheetRuleSchema = z.strictObject({
  sheet: z.string().max(120),
  use: z.boolean(),
  kind: z.enum(bookKinds).nullable(),
  columns: z.array(columnRuleSchema).max(400),
  activityKind: code.nullable(),
})

/** A profile as it is stored and sent. */
export const bookProfileSchema = z.strictObject({
  version: z.literal(1),
  kind: z.enum(bookKinds),
  party: code.nullable(),
  fiscalYear: fiscalYearSchema.nullable(),
  sheets: z.array(sheetRuleSchema).max(300),
  values: z.record(code, z.record(word, code)),
  answers: z.strictObject({
    dash: z.enum(answerChoices.dash).optional(),
    brackets: z.enum(answerChoices.brackets).optional(),
    money: z.enum(answerChoices.money).optional(),
    privateText: z.enum(answerChoices.privateText).optional(),
    emptyCase: z.enum(answerChoices.emptyCase).optional(),
  }),
})

/** Reads a profile from JSON. Throws a ZodError that names the place. */
export const parseBookProfile = (json: unknown): BookProfile => bookProfileSchema.parse(json) as BookProfile
