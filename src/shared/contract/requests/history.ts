import { z } from 'zod'
import { daySchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import {
  actionIdSchema,
  codeSchema,
  countSchema,
  idSchema,
  instantSchema,
  nameSchema,
  nothing,
  revisionSchema,
  textSchema,
} from '../schemas/common.ts'
import { historyActionSchema, historyItemSchema, undoBlockSchema } from '../schemas/history.ts'

const page = z.int().min(1).max(100)
const undone = z.strictObject({
  /** The action that was undone or redone, and its name. */
  of: idSchema,
  name: nameSchema,
  rows: countSchema,
  /** What changed, so that a screen may look whether it is concerned. */
  tables: z.array(codeSchema).max(100),
})

export const historyRequests = {
  /** The history of a record, or of one field of it; newest first. `field` as in `history/fields.ts`. */
  'history.ofRow': defineRequest({
    input: z.strictObject({
      table: codeSchema,
      id: idSchema,
      field: codeSchema.nullable(),
      before: countSchema.nullable(),
      limit: page,
    }),
    output: z.strictObject({
      /** 「相談 No.349」; '' for a row without history. */
      subject: nameSchema,
      /** The field's label and its value now; null without `field`. */
      label: nameSchema.nullable(),
      current: textSchema.nullable(),
      /** Null: the record was removed. */
      revision: revisionSchema.nullable(),
      items: z.array(historyItemSchema).max(100),
      next: countSchema.nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** All rows of one action in the order in which they were written. */
  'history.action': defineRequest({
    input: z.strictObject({ actionId: idSchema, after: countSchema.nullable(), limit: page }),
    output: z.strictObject({
      action: historyActionSchema,
      items: z.array(historyItemSchema).max(100),
      next: countSchema.nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** Actions, newest first; every condition that is given must hold. */
  'history.search': defineRequest({
    input: z.strictObject({
      who: nameSchema.nullable(),
      /** Kinds of action. */
      kinds: z.array(codeSchema).max(limits.list),
      table: codeSchema.nullable(),
      /** Days in the office's time, both included. */
      from: daySchema.nullable(),
      to: daySchema.nullable(),
      /** A case's code, a record's number (`No.349`), a name of an activity or party, words of a reason. */
      text: nameSchema,
      before: countSchema.nullable(),
      limit: page,
    }),
    output: z.strictObject({
      actions: z.array(historyActionSchema).max(100),
      next: countSchema.nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** Who and what the history knows, for its filters. */
  'history.facets': defineRequest({
    input: nothing,
    output: z.strictObject({
      who: z.array(nameSchema).max(limits.page),
      kinds: z.array(z.strictObject({ kind: codeSchema, words: nameSchema })).max(limits.page),
      tables: z.array(z.strictObject({ table: codeSchema, words: nameSchema })).max(100),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** What 元に戻す and やり直す would do now, and the last twenty actions. */
  'history.undoList': defineRequest({
    input: nothing,
    output: z.strictObject({
      undo: historyActionSchema.nullable(),
      redo: historyActionSchema.nullable(),
      actions: z.array(historyActionSchema).max(20),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** Why an action cannot be undone (or redone) now; empty when it can. At most 50 rows, and how many there are. */
  'history.undoBlocks': defineRequest({
    input: z.strictObject({ of: idSchema }),
    output: z.strictObject({
      name: nameSchema,
      count: countSchema,
      blocks: z.array(undoBlockSchema).max(50),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** All or nothing. `undoBlocked` {count}, `undoNotPossible`; the rows are told by `history.undoBlocks`. */
  'history.undo': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, of: idSchema }),
    output: undone,
    runs: 'writer',
    kind: 'write',
  }),
  /** Only until the next new action. */
  'history.redo': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, of: idSchema }),
    output: undone,
    runs: 'writer',
    kind: 'write',
  }),
  /** 「51 に戻す」: writes what stood in a field before the entry `sequence`, as a new action. */
  'history.putBack': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      table: codeSchema,
      id: idSchema,
      field: codeSchema,
      sequence: countSchema,
      /** The revision that was seen. */
      seen: revisionSchema,
      reason: z.string().max(2_000),
    }),
    output: z.strictObject({ revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  /** Whether the PC's clock stands before the latest entry of the history. */
  'history.clock': defineRequest({
    input: nothing,
    output: z.strictObject({
      behind: z.strictObject({ now: instantSchema, latest: instantSchema }).nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
}
