import { z } from 'zod'
import { codeSchema, idSchema, instantSchema, nameSchema, revisionSchema } from './common.ts'

/** What is half filled in: fields as text, as the screen holds them. Its meaning is the screen's own. */
export const draftContentSchema = z.record(
  z.string().min(1).max(60),
  z.union([z.string().max(20_000), z.number(), z.boolean(), z.null(), z.array(z.string().max(200)).max(100)]),
)

export const draftSchema = z.strictObject({
  id: idSchema,
  /** What is being entered: `consultation`, `activity`. */
  kind: codeSchema,
  /** The row that is being changed; null for a new one. */
  targetId: idSchema.nullable(),
  content: draftContentSchema,
  /** 0 before it was first kept. */
  revision: revisionSchema,
})
export type Draft = z.infer<typeof draftSchema>
export type DraftContent = z.infer<typeof draftContentSchema>

export const keptDraftSchema = z.strictObject({
  ...draftSchema.shape,
  staff: nameSchema,
  updatedAt: instantSchema,
})
export type KeptDraft = z.infer<typeof keptDraftSchema>
