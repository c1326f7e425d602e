import { z } from 'zod'
import { codeSchema, countSchema, idSchema, instantSchema, nameSchema, textSchema } from './common.ts'

/** One field that was changed, in words; null: nothing stood or stands there. */
export const fieldChangeSchema = z.strictObject({
  field: codeSchema,
  label: nameSchema,
  before: textSchema.nullable(),
  after: textSchema.nullable(),
})
export type FieldChangeWords = z.infer<typeof fieldChangeSchema>

/** One change of one row: who, when, what, before → after, why. */
export const historyItemSchema = z.strictObject({
  sequence: countSchema,
  at: instantSchema,
  who: nameSchema,
  /** Code of the action (`consultations.save`), and its words: 「相談の入力」. */
  action: nameSchema,
  actionWords: nameSchema,
  actionId: idSchema,
  change: z.enum(['insert', 'update', 'delete', 'none']),
  table: nameSchema,
  rowId: nameSchema,
  /** 「相談 No.349」. */
  subject: nameSchema,
  reason: textSchema,
  changes: z.array(fieldChangeSchema).max(200),
  /** The values were disposed of by rule (廃棄済). */
  disposed: z.boolean(),
})
export type HistoryItem = z.infer<typeof historyItemSchema>

/**
 * `done`: stands; `undone`: was undone and may be redone; `step`: is itself an undo or redo; `fixed`: cannot be
 * undone by its kind (a ledger's making, a restore).
 */
export const undoStateSchema = z.enum(['done', 'undone', 'step', 'fixed'])
export type UndoState = z.infer<typeof undoStateSchema>

/** A user action as one line of the history. */
export const historyActionSchema = z.strictObject({
  actionId: idSchema,
  /** The last of its entries; the list's order. */
  sequence: countSchema,
  at: instantSchema,
  who: nameSchema,
  action: nameSchema,
  /** 「相談 No.349 の入力」, as undo names it. */
  name: nameSchema,
  /** 「入力」. */
  operation: nameSchema,
  /** 「相談 No.349」, 「月報の値 480か所」. */
  subject: nameSchema,
  reason: textSchema,
  /** The first field that changed, where one row did; null for several rows. */
  change: fieldChangeSchema.nullable(),
  /** Fields that changed, where one row did. */
  fields: countSchema,
  inserted: countSchema,
  updated: countSchema,
  deleted: countSchema,
  state: undoStateSchema,
  /** Undo (of what stands) or redo (of what was undone) is possible now, as far as a quick look can tell. */
  possible: z.boolean(),
})
export type HistoryAction = z.infer<typeof historyActionSchema>

/** Why an undo is refused, a row each. */
export const undoBlockSchema = z.strictObject({
  /**
   * `changedLater`: another action changed the row; `differs`: it is not as the action left it; `confirmed`:
   * its period was 確定; `referred`: other records refer to it; `taken`: its place is taken by another record;
   * `disposed`: its values were disposed of.
   */
  reason: z.enum(['changedLater', 'differs', 'confirmed', 'referred', 'taken', 'disposed']),
  table: nameSchema,
  rowId: nameSchema,
  subject: nameSchema,
  /** The action that came after it, or the record that refers to it, in words. */
  by: nameSchema.nullable(),
  /** Its action, where there is one. */
  actionId: idSchema.nullable(),
})
export type UndoBlock = z.infer<typeof undoBlockSchema>
