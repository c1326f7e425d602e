import { z } from 'zod'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import {
  actionIdSchema,
  countSchema,
  fileHandleSchema,
  handleSchema,
  idSchema,
  nothing,
  revisionSchema,
  textSchema,
} from '../schemas/common.ts'
import { writtenFileSchema } from '../schemas/ledger.ts'
import {
  blockPositionSchema,
  editionSchema,
  paperDraftSchema,
  paperEntrySchema,
  paperFieldSchema,
  paperFormatSchema,
  paperSettingsSchema,
  paperViewSchema,
  placeSchema,
  templateEntrySchema,
} from '../schemas/papers.ts'

const byId = z.strictObject({ id: idSchema })
const seen = { actionId: actionIdSchema, id: idSchema, revision: revisionSchema }

export const papersRequests = {
  'papers.templates': defineRequest({
    input: nothing,
    output: z.strictObject({ templates: z.array(templateEntrySchema) }),
    runs: 'reader',
    kind: 'read',
  }),
  'papers.list': defineRequest({
    input: nothing,
    output: z.strictObject({ papers: z.array(paperEntrySchema).max(limits.page) }),
    runs: 'reader',
    kind: 'read',
  }),
  'papers.create': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, settings: paperSettingsSchema }),
    output: paperDraftSchema,
    runs: 'writer',
    kind: 'write',
  }),
  'papers.read': defineRequest({
    input: byId,
    output: z.strictObject({ draft: paperDraftSchema, view: paperViewSchema }),
    runs: 'reader',
    kind: 'read',
  }),
  /** A mismatch of `revision` is `conflict`. */
  'papers.changeSettings': defineRequest({
    input: z.strictObject({ ...seen, settings: paperSettingsSchema }),
    output: paperDraftSchema,
    runs: 'writer',
    kind: 'write',
  }),
  /** Replaces the words of a place; `text` null puts the template's words back. */
  'papers.edit': defineRequest({
    input: z.strictObject({ ...seen, place: placeSchema, text: textSchema.nullable() }),
    output: paperDraftSchema,
    runs: 'writer',
    kind: 'write',
  }),
  'papers.remove': defineRequest({
    input: z.strictObject(seen),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** The PDF as it would be exported, and where each block stands in it. */
  'papers.preview': defineRequest({
    input: byId,
    output: z.strictObject({
      file: fileHandleSchema,
      pageCount: countSchema,
      places: z.array(blockPositionSchema),
      revision: revisionSchema,
    }),
    runs: 'backend',
    kind: 'job',
  }),
  /**
   * The names that `papers.export` would give now: numbered where the folder (null: not chosen yet) holds
   * files of the usual names.
   */
  'papers.fileNames': defineRequest({
    input: z.strictObject({
      id: idSchema,
      formats: z.array(paperFormatSchema).min(1).max(2),
      folder: handleSchema.nullable(),
    }),
    output: z.strictObject({ names: z.array(textSchema), numbered: z.boolean() }),
    runs: 'backend',
    kind: 'read',
  }),
  /**
   * Writes the files into a chosen folder, each to a temporary name first. Files that are there already
   * stay: the new ones get a number.
   */
  'papers.export': defineRequest({
    input: z.strictObject({
      id: idSchema,
      formats: z.array(paperFormatSchema).min(1).max(2),
      edition: editionSchema,
      folder: handleSchema,
    }),
    output: z.strictObject({
      files: z.array(z.strictObject({ ...writtenFileSchema.shape, format: paperFormatSchema })),
    }),
    runs: 'backend',
    kind: 'job',
  }),
  /** Every number that the paper may print. */
  'papers.fields': defineRequest({
    input: byId,
    output: z.strictObject({ fields: z.array(paperFieldSchema) }),
    runs: 'reader',
    kind: 'read',
  }),
}
