import { z } from 'zod'
import { limits } from '../limits.ts'
import { countSchema, handleSchema, instantSchema, nameSchema, pathSchema } from './common.ts'

/** What a folder is chosen for; the dialog's title follows from it. */
export const folderPurposeSchema = z.enum(['newLedger', 'openLedger', 'export', 'backup'])

/** A folder that the user chose; later requests name it by its handle. */
export const chosenFolderSchema = z.strictObject({ handle: handleSchema, path: pathSchema, name: nameSchema })
export type ChosenFolder = z.infer<typeof chosenFolderSchema>

/** Names only, never the contents of a file. */
export const folderListSchema = z.strictObject({
  path: pathSchema,
  parent: pathSchema.nullable(),
  folders: z
    .array(z.strictObject({ name: nameSchema, path: pathSchema, isLedger: z.boolean() }))
    .max(limits.page),
  /** There were more than fit. */
  cut: z.boolean(),
  /** Ways to begin: home folder, documents, drives. */
  places: z.array(z.strictObject({ label: nameSchema, path: pathSchema })),
})
export type FolderList = z.infer<typeof folderListSchema>

/** What a file is chosen for; the kinds of files offered follow from it. */
export const filePurposeSchema = z.enum(['book'])

/** A file that the user chose; later requests name it by its handle. */
export const chosenFileSchema = z.strictObject({ handle: handleSchema, path: pathSchema, name: nameSchema })
export type ChosenFile = z.infer<typeof chosenFileSchema>

/** Folders as in `FolderList`, with the files of the purpose's kinds beside them, newest first. */
export const fileListSchema = z.strictObject({
  ...folderListSchema.shape,
  files: z
    .array(
      z.strictObject({
        name: nameSchema,
        path: pathSchema,
        bytes: countSchema,
        changedAt: instantSchema,
      }),
    )
    .max(limits.page),
})
export type FileList = z.infer<typeof fileListSchema>

/** Kept on the PC, for this user, never in the ledger; nothing about persons. */
export const preferencesSchema = z.strictObject({
  contrast: z.enum(['system', 'normal', 'high']),
  exportFolder: pathSchema.nullable(),
  exportFormats: z.array(z.enum(['pdf', 'xlsx'])).max(2),
  previewZoom: z.number().min(0.25).max(4),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = {
  contrast: 'system',
  exportFolder: null,
  exportFormats: ['pdf', 'xlsx'],
  previewZoom: 1,
}
