import { z } from 'zod'
import type { PaperDraft, PaperSettings } from '../../paper/draft.ts'
import { daySchema, fiscalYearSchema, timeFrameSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { blockSchema, inlineSchema } from './blocks.ts'
import {
  codeSchema,
  countSchema,
  idSchema,
  instantSchema,
  nameSchema,
  revisionSchema,
  textSchema,
} from './common.ts'
import { proven, type Same } from './same-type.ts'
import { cellSchema, filterSchema, statisticQuerySchema } from './statistics.ts'

export const templateCodeSchema = z.enum(['council', 'annual', 'tables'])
/** Formats that can be written now; others are refused by name (`unknownFormat`). */
export const paperFormatSchema = z.enum(['pdf', 'xlsx'])
export const editionSchema = z.enum(['internal', 'public'])

export const paperSettingsSchema = z.strictObject({
  template: templateCodeSchema,
  frame: timeFrameSchema,
  title: nameSchema,
  number: nameSchema,
  meeting: nameSchema,
  meetingDate: daySchema.nullable(),
  numbering: z.enum(['city', 'national']),
  wording: z.enum(['asWritten', 'tidied']),
  withFigures: z.boolean(),
  tables: z
    .array(
      z.strictObject({
        statistic: codeSchema,
        by: z.array(codeSchema).max(10),
        fiscalYears: z.array(fiscalYearSchema).min(1).max(20),
        where: z.array(filterSchema).max(20).exactOptional(),
        party: codeSchema.exactOptional(),
      }),
    )
    .max(limits.list),
})
proven<Same<z.infer<typeof paperSettingsSchema>, PaperSettings>>()

/** A block's id, or `blockId/index` for a label line or list item. */
export const placeSchema = z.string().min(1).max(limits.name)

export const paperDraftSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  settings: paperSettingsSchema,
  edits: z.record(placeSchema, textSchema),
})
proven<Same<z.infer<typeof paperDraftSchema>, PaperDraft>>()

/** A place whose words may be changed: its text now, as the template gave it, and with its fields filled. */
export const paperPlaceSchema = z.strictObject({
  place: placeSchema,
  blockId: idSchema,
  /** 「目的」 of a label line, the mark of a list item, or ''. */
  label: nameSchema,
  /** As edited, number fields as `{{name}}`. */
  text: textSchema,
  /** As the template wrote it. */
  original: textSchema,
  edited: z.boolean(),
  inlines: z.array(inlineSchema),
})
export type PaperPlace = z.infer<typeof paperPlaceSchema>

export const styleFindingSchema = z.strictObject({
  id: idSchema,
  rule: codeSchema,
  severity: z.enum(['error', 'warning']),
  place: placeSchema,
  blockId: idSchema,
  message: textSchema,
  /** The words meant, and where they stand in `text` of the place (UTF-16 units, end excluded). */
  excerpt: textSchema,
  start: countSchema,
  end: countSchema,
  suggestion: textSchema.nullable(),
})
export type StyleFinding = z.infer<typeof styleFindingSchema>

export const paperFieldSchema = z.strictObject({
  name: codeSchema,
  label: nameSchema,
  display: nameSchema,
  cell: cellSchema,
  /** Whether the text uses it now. */
  used: z.boolean(),
  /** Where the number comes from, in words: statistic, period, as-of date. */
  source: textSchema,
  /** The query and its row that the number stands in, for 算出根拠; null for one that is worked out of others. */
  origin: z.strictObject({ query: statisticQuerySchema, keys: z.array(codeSchema) }).nullable(),
})
export type PaperField = z.infer<typeof paperFieldSchema>

export const outlineEntrySchema = z.strictObject({
  blockId: idSchema,
  level: z.int().min(1).max(4),
  mark: nameSchema,
  text: textSchema,
  findings: countSchema,
})

/** The paper as the editor shows it; the look is the preview's business. */
export const paperViewSchema = z.strictObject({
  frameText: nameSchema,
  standing: nameSchema,
  stamps: z.array(nameSchema),
  outline: z.array(outlineEntrySchema),
  blocks: z.array(blockSchema),
  places: z.array(paperPlaceSchema),
  fields: z.array(paperFieldSchema),
  findings: z.array(styleFindingSchema),
})
export type PaperView = z.infer<typeof paperViewSchema>

export const paperEntrySchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  template: templateCodeSchema,
  title: nameSchema,
  meeting: nameSchema,
  meetingDate: daySchema.nullable(),
  frame: timeFrameSchema,
  changedAt: instantSchema,
  changedBy: nameSchema,
})
export type PaperEntry = z.infer<typeof paperEntrySchema>

export const templateEntrySchema = z.strictObject({
  code: templateCodeSchema,
  label: nameSchema,
  description: textSchema,
  formats: z.array(paperFormatSchema),
  /** Settings to begin with: the ledger's latest year with data, its period and as-of date. */
  defaults: paperSettingsSchema,
})
export type TemplateEntry = z.infer<typeof templateEntrySchema>

/** Where a block stands in the PDF: page from 1, top and bottom in points from the page's top. */
export const blockPositionSchema = z.strictObject({
  blockId: idSchema,
  page: z.int().min(1),
  top: z.number(),
  bottom: z.number(),
})
export type BlockPosition = z.infer<typeof blockPositionSchema>
