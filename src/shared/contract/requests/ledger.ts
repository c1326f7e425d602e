import { z } from 'zod'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import { appErrorSchema } from '../schemas/app-error.ts'
import {
  actionIdSchema,
  handleSchema,
  idSchema,
  nameSchema,
  nothing,
  passphraseSchema,
  pathSchema,
} from '../schemas/common.ts'
import { backupEntrySchema, ledgerStatusSchema, staffSchema } from '../schemas/ledger.ts'

/** Eight groups of four letters (`recoveryKeyText`). */
const recoveryKeySchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){7}$/)
const staffName = z.string().trim().min(1).max(limits.code)

export const ledgerRequests = {
  /** Makes `name.daicho` in a chosen folder and opens it; the recovery key is told here and never again. */
  'ledger.create': defineRequest({
    input: z.strictObject({
      folder: handleSchema,
      name: nameSchema.min(1),
      passphrase: passphraseSchema,
      staffName,
    }),
    output: z.strictObject({
      path: pathSchema,
      /** Given whatever comes after: a ledger that was made and cannot be opened still needs it. */
      recoveryKey: recoveryKeySchema,
      ledger: ledgerStatusSchema.nullable(),
      /** Why it could not be opened; null when it is open. */
      failure: appErrorSchema.nullable(),
    }),
    runs: 'backend',
    kind: 'job',
  }),
  /** Makes a demonstration ledger in a chosen folder, or (null) in the user's data folder, and opens it. */
  'ledger.createDemo': defineRequest({
    input: z.strictObject({ folder: handleSchema.nullable() }),
    output: ledgerStatusSchema,
    runs: 'backend',
    kind: 'job',
  }),
  /** `passphrase` null: the published key of the demonstration ledger is tried. */
  'ledger.open': defineRequest({
    input: z.strictObject({
      path: pathSchema,
      passphrase: passphraseSchema.nullable(),
      readOnly: z.boolean(),
    }),
    output: ledgerStatusSchema,
    runs: 'backend',
    kind: 'job',
  }),
  /** Opens the demonstration ledger of the user's data folder, making it when it is not there. */
  'ledger.openDemo': defineRequest({
    input: nothing,
    output: ledgerStatusSchema,
    runs: 'backend',
    kind: 'job',
  }),
  'ledger.close': defineRequest({ input: nothing, output: nothing, runs: 'backend', kind: 'job' }),
  /** Null while no ledger is open. */
  'ledger.status': defineRequest({
    input: nothing,
    output: z.strictObject({ ledger: ledgerStatusSchema.nullable() }),
    runs: 'backend',
    kind: 'read',
  }),
  /** Backups of a ledger, newest first; works when the ledger itself does not open. */
  'ledger.backups': defineRequest({
    input: z.strictObject({ path: pathSchema, passphrase: passphraseSchema.nullable() }),
    output: z.strictObject({ backups: z.array(backupEntrySchema).max(limits.page) }),
    runs: 'backend',
    kind: 'read',
  }),
  /** Puts a backup in the ledger's place; the replaced ledger is kept beside it (`kept`). */
  'ledger.restore': defineRequest({
    input: z.strictObject({
      backup: pathSchema,
      path: pathSchema,
      passphrase: passphraseSchema.nullable(),
    }),
    output: z.strictObject({ kept: pathSchema.nullable(), ledger: ledgerStatusSchema }),
    runs: 'backend',
    kind: 'job',
  }),
  'staff.list': defineRequest({
    input: nothing,
    output: z.strictObject({ staff: z.array(staffSchema).max(limits.page), chosen: idSchema.nullable() }),
    runs: 'backend',
    kind: 'read',
  }),
  'staff.add': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, name: staffName }),
    output: staffSchema,
    runs: 'writer',
    kind: 'write',
  }),
  /** Who is working now; every write is recorded under this name. */
  'staff.choose': defineRequest({
    input: z.strictObject({ id: idSchema }),
    output: staffSchema,
    runs: 'backend',
    kind: 'read',
  }),
}
