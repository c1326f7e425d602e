import { z } from 'zod'
import { fiscalYearSchema, monthSchema, timeFrameSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import {
  codeSchema,
  countSchema,
  handleSchema,
  idSchema,
  instantSchema,
  nameSchema,
  pathSchema,
  revisionSchema,
  textSchema,
} from './common.ts'

export const staffSchema = z.strictObject({ id: idSchema, name: nameSchema, active: z.boolean() })
export type Staff = z.infer<typeof staffSchema>

/** The open ledger, as the frame's top line shows it. */
export const ledgerStatusSchema = z.strictObject({
  path: pathSchema,
  name: nameSchema,
  city: nameSchema,
  /** Figures are invented: the demonstration ledger. */
  fictional: z.boolean(),
  /** Opened for reading only, and why not more (`asked`: it could be written); null when it can be written. */
  readOnly: z.enum(['inUse', 'damaged', 'folder', 'asked']).nullable(),
  /** The look through a large ledger's file that runs behind its opening; null where it was done at once. */
  check: z.enum(['pending', 'whole', 'damaged']).nullable(),
  staff: staffSchema.nullable(),
  /** Frame to begin with: the latest year with data. */
  frame: timeFrameSchema,
  yearsWithData: z.array(fiscalYearSchema),
  revision: revisionSchema,
  lastSavedAt: instantSchema.nullable(),
  lastBackupAt: instantSchema.nullable(),
})
export type LedgerStatus = z.infer<typeof ledgerStatusSchema>

export const backupReasonSchema = z.enum([
  'start',
  'close',
  'hourly',
  'migration',
  'import',
  'restore',
  'manual',
])

export const backupEntrySchema = z.strictObject({
  path: pathSchema,
  takenAt: instantSchema,
  reason: backupReasonSchema,
  /** Opened with the key and compared after it was written; false when its manifest does not say so. */
  verified: z.boolean(),
  historyCount: countSchema,
  /** History entries of the ledger now that the backup lacks; null when the ledger cannot be read. */
  missing: countSchema.nullable(),
  bytes: countSchema,
})
export type BackupEntry = z.infer<typeof backupEntrySchema>

export const recentLedgerSchema = z.strictObject({
  path: pathSchema,
  name: nameSchema,
  openedAt: instantSchema,
  fictional: z.boolean(),
  /** Whether the folder is still there. */
  present: z.boolean(),
})
export type RecentLedger = z.infer<typeof recentLedgerSchema>

export const historyEntrySchema = z.strictObject({
  sequence: countSchema,
  at: instantSchema,
  who: nameSchema,
  /** Code of the action: `papers.edit`. */
  action: nameSchema,
  change: z.enum(['insert', 'update', 'delete', 'none']),
  table: nameSchema,
  rowId: nameSchema,
  reason: textSchema,
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** What `verify` found wrong: kind and place; empty when the chain is whole. */
export const historyProblemSchema = z.strictObject({
  kind: nameSchema,
  sequence: countSchema.nullable(),
  table: nameSchema.nullable(),
  rowId: nameSchema.nullable(),
})
export type HistoryProblem = z.infer<typeof historyProblemSchema>

export const findingSchema = z.strictObject({
  rule: nameSchema,
  severity: z.enum(['error', 'warning']),
  message: textSchema,
  /** Where: 「令和６年５月　相談　○○委託」. */
  place: textSchema,
  /** The place as a stable name, and the values that the rule saw: an acknowledgement holds for both. */
  placeKey: z.string().max(limits.text),
  fingerprint: z.string().max(limits.text),
  /** A warning may be left standing with a reason; an error stays until it is put right. */
  canBeAcknowledged: z.boolean(),
  /** 確認済（理由あり）, or null while it is open. */
  acknowledgement: z.strictObject({ id: idSchema, revision: revisionSchema, reason: textSchema }).nullable(),
  /** The rule in a few words: 「桁の誤りの可能性」. */
  title: nameSchema,
  /** Today's value and the one that it was compared with, in words; '' where there is none. */
  now: nameSchema,
  compared: nameSchema,
  /** Where it leads: codes of the party and statistic, the month, and the record by its table. */
  party: codeSchema.nullable(),
  partyName: nameSchema.nullable(),
  statistic: codeSchema.nullable(),
  month: monthSchema.nullable(),
  fiscalYear: fiscalYearSchema,
  table: codeSchema.nullable(),
  rowId: idSchema.nullable(),
  /** The value stands in a cut of the statistic (男性, 30代): its own course is not the statistic's. */
  isCut: z.boolean(),
})
export type Finding = z.infer<typeof findingSchema>

/** A file that was written outside the ledger; `handle` lets the screen show it in its folder. */
export const writtenFileSchema = z.strictObject({
  handle: handleSchema,
  path: pathSchema,
  name: nameSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type WrittenFile = z.infer<typeof writtenFileSchema>
