import { z } from 'zod'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import { handleSchema, nothing, pathSchema } from '../schemas/common.ts'
import { recentLedgerSchema } from '../schemas/ledger.ts'
import {
  chosenFileSchema,
  chosenFolderSchema,
  fileListSchema,
  filePurposeSchema,
  folderListSchema,
  folderPurposeSchema,
  preferencesSchema,
} from '../schemas/platform.ts'

/** What differs between the doors; each door has its own implementation of these. */
export const platformRequests = {
  /**
   * Window: `path` is where the system's dialog begins. Local browser host: `path` is the folder that the
   * user picked from `platform.listFolders`. `folder` null: the user turned back.
   */
  'platform.chooseFolder': defineRequest({
    input: z.strictObject({ purpose: folderPurposeSchema, path: pathSchema.nullable() }),
    output: z.strictObject({ folder: chosenFolderSchema.nullable() }),
    runs: 'platform',
    kind: 'job',
  }),
  /** Local browser host only (the window answers `unknownRequest`). `path` null: the user's home folder. */
  'platform.listFolders': defineRequest({
    input: z.strictObject({ path: pathSchema.nullable() }),
    output: folderListSchema,
    runs: 'platform',
    kind: 'read',
  }),
  /**
   * Window: the system's dialog, beginning at `path`. Local browser host: `path` is the file that the user picked
   * from `platform.listFiles`. `file` null: the user turned back. Errors: `fileMissing`.
   */
  'platform.chooseFile': defineRequest({
    input: z.strictObject({ purpose: filePurposeSchema, path: pathSchema.nullable() }),
    output: z.strictObject({ file: chosenFileSchema.nullable() }),
    runs: 'platform',
    kind: 'job',
  }),
  /** Local browser host only (the window answers `unknownRequest`). `path` null: the user's home folder. */
  'platform.listFiles': defineRequest({
    input: z.strictObject({ purpose: filePurposeSchema, path: pathSchema.nullable() }),
    output: fileListSchema,
    runs: 'platform',
    kind: 'read',
  }),
  'platform.recentLedgers': defineRequest({
    input: nothing,
    output: z.strictObject({ ledgers: z.array(recentLedgerSchema).max(limits.list) }),
    runs: 'platform',
    kind: 'read',
  }),
  /** Takes a ledger off the list; the ledger itself is not touched. */
  'platform.forgetLedger': defineRequest({
    input: z.strictObject({ path: pathSchema }),
    output: nothing,
    runs: 'platform',
    kind: 'read',
  }),
  /** Shows a written file in its folder. */
  'platform.reveal': defineRequest({
    input: z.strictObject({ handle: handleSchema }),
    output: z.strictObject({ shown: z.boolean() }),
    runs: 'platform',
    kind: 'read',
  }),
  'platform.preferences': defineRequest({
    input: nothing,
    output: preferencesSchema,
    runs: 'platform',
    kind: 'read',
  }),
  'platform.setPreferences': defineRequest({
    input: preferencesSchema,
    output: preferencesSchema,
    runs: 'platform',
    kind: 'read',
  }),
}
