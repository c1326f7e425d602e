import { z } from 'zod'
import { fiscalYearSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import {
  actionIdSchema,
  codeSchema,
  countSchema,
  handleSchema,
  idSchema,
  instantSchema,
  nameSchema,
  nothing,
  revisionSchema,
} from '../schemas/common.ts'
import {
  accountingSchema,
  bookKindSchema,
  bookProfileSchema,
  bookReceiptSchema,
  bookSummarySchema,
  columnChoiceSchema,
  dryRunSchema,
  intakeRowSchema,
  intakeSessionSchema,
  intakeSumSchema,
  rowFilterSchema,
  sheetLayoutSchema,
  sheetPreviewSchema,
  storedProfileSchema,
} from '../schemas/intake.ts'
import { writtenFileSchema } from '../schemas/ledger.ts'

/**
 * 取込: choose (`platform.chooseFile`) → open → read (as often as the profile changes) → rows, sums → apply.
 * The book is kept in a thread of its own, never in the ledger; until `intake.apply` nothing is written.
 */
export const intakeRequests = {
  /**
   * Reads a file and proposes what it is. Errors: `fileMissing`, `tooLarge`, and those of the reader of books
   * (`bookNotReadable` …). `profile` is a stored one that fits (`profileId`), else a proposed one.
   */
  'intake.open': defineRequest({
    input: z.strictObject({
      file: handleSchema,
      /** Of the window: for days without a year, and to notice the book of another year. */
      fiscalYear: fiscalYearSchema,
    }),
    output: z.strictObject({
      session: intakeSessionSchema,
      book: bookSummarySchema,
      /** Null: nothing in the book looks like a record; the user says what it is. */
      kind: bookKindSchema.nullable(),
      profile: bookProfileSchema.nullable(),
      profileId: idSchema.nullable(),
      profileName: nameSchema.nullable(),
      /** The same file came in before. */
      receivedBefore: bookReceiptSchema.nullable(),
    }),
    runs: 'backend',
    kind: 'job',
  }),
  /** What each sheet and column is by a profile, and what a column can be. Reads no row of the body. */
  'intake.layout': defineRequest({
    input: z.strictObject({ session: intakeSessionSchema, profile: bookProfileSchema }),
    output: z.strictObject({
      sheets: z.array(sheetLayoutSchema).max(300),
      choices: z.array(columnChoiceSchema).max(1_000),
    }),
    runs: 'intake',
    kind: 'read',
  }),
  /** The first rows of a sheet as they stand; columns that hold who a person is are left out. */
  'intake.preview': defineRequest({
    input: z.strictObject({ session: intakeSessionSchema, sheet: nameSchema }),
    output: sheetPreviewSchema,
    runs: 'intake',
    kind: 'read',
  }),
  /** Reads the book by a profile and compares it with the ledger (試行): writes nothing. */
  'intake.read': defineRequest({
    input: z.strictObject({ session: intakeSessionSchema, profile: bookProfileSchema }),
    output: dryRunSchema,
    runs: 'intake',
    kind: 'job',
  }),
  /** A window of the rows; `notFound` before the first `intake.read` and after the session's end. */
  'intake.rows': defineRequest({
    input: z.strictObject({
      session: intakeSessionSchema,
      filter: rowFilterSchema,
      offset: countSchema,
      limit: z.int().min(1).max(limits.page),
    }),
    output: z.strictObject({ rows: z.array(intakeRowSchema).max(limits.page), total: countSchema }),
    runs: 'intake',
    kind: 'read',
  }),
  /** The statistics concerned, as they are and as they would be. `withdrawGone`: without the rows that are gone. */
  'intake.sums': defineRequest({
    input: z.strictObject({ session: intakeSessionSchema, withdrawGone: z.boolean() }),
    output: z.strictObject({ sums: z.array(intakeSumSchema).max(2_000) }),
    runs: 'intake',
    kind: 'job',
  }),
  /**
   * Writes the last `intake.read` as one action, all or nothing; compared again when the ledger changed since.
   * The session stays, for the annotated copy. Can be cancelled until writing begins. `conflict` when the ledger keeps changing.
   */
  'intake.apply': defineRequest({
    input: z.strictObject({
      session: intakeSessionSchema,
      actionId: actionIdSchema,
      /** Also takes out the ledger's rows that are gone from the book; else they are kept. */
      withdrawGone: z.boolean(),
    }),
    output: z.strictObject({ at: instantSchema, accounting: accountingSchema, withdrawn: countSchema }),
    runs: 'backend',
    kind: 'write',
  }),
  /** A copy of the user's file with comments and colours on the cells concerned, under a free name. */
  'intake.annotated': defineRequest({
    input: z.strictObject({ session: intakeSessionSchema, folder: handleSchema }),
    output: z.strictObject({ file: writtenFileSchema, marks: countSchema }),
    runs: 'backend',
    kind: 'job',
  }),
  /** Ends a session and forgets its book; also one that has ended. */
  'intake.close': defineRequest({
    input: z.strictObject({ session: intakeSessionSchema }),
    output: nothing,
    runs: 'intake',
    kind: 'read',
  }),
  'intake.profiles': defineRequest({
    input: nothing,
    output: z.strictObject({ profiles: z.array(storedProfileSchema).max(limits.page) }),
    runs: 'reader',
    kind: 'read',
  }),
  /** `id` null: a new one. `nameTaken` within party and kind; `conflict`. */
  'intake.saveProfile': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema.nullable(),
      revision: revisionSchema,
      name: nameSchema.min(1),
      kind: bookKindSchema,
      party: codeSchema.nullable(),
      profile: bookProfileSchema,
    }),
    output: z.strictObject({ id: idSchema, revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  'intake.removeProfile': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, id: idSchema, revision: revisionSchema }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** What came in, newest first. */
  'intake.receipts': defineRequest({
    input: z.strictObject({ offset: countSchema, limit: z.int().min(1).max(limits.page) }),
    output: z.strictObject({ receipts: z.array(bookReceiptSchema).max(limits.page), total: countSchema }),
    runs: 'reader',
    kind: 'read',
  }),
}
