import { z } from 'zod'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import { countSchema, handleSchema, nothing } from '../schemas/common.ts'
import {
  backupEntrySchema,
  historyEntrySchema,
  historyProblemSchema,
  writtenFileSchema,
} from '../schemas/ledger.ts'

export const recordsRequests = {
  /** Newest first; `before` is the sequence number where the page before it ended. */
  'history.list': defineRequest({
    input: z.strictObject({
      before: countSchema.nullable(),
      limit: z.int().min(1).max(limits.page),
    }),
    output: z.strictObject({
      entries: z.array(historyEntrySchema).max(limits.page),
      next: countSchema.nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  'history.verify': defineRequest({
    input: nothing,
    output: z.strictObject({
      entries: countSchema,
      problems: z.array(historyProblemSchema).max(limits.page),
    }),
    runs: 'reader',
    kind: 'job',
  }),
  /** `folder` null: the ledger's own two backup places. */
  'backup.create': defineRequest({
    input: z.strictObject({ folder: handleSchema.nullable() }),
    output: z.strictObject({ backup: backupEntrySchema }),
    runs: 'backend',
    kind: 'job',
  }),
  /** Consultations as CSV into a chosen folder. */
  'records.export': defineRequest({
    input: z.strictObject({ folder: handleSchema }),
    output: z.strictObject({ file: writtenFileSchema, rows: countSchema }),
    runs: 'backend',
    kind: 'job',
  }),
}
