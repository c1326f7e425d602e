import { z } from 'zod'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import { codeSchema, idSchema, instantSchema, nothing, revisionSchema } from '../schemas/common.ts'
import { draftSchema, keptDraftSchema } from '../schemas/drafts.ts'

/** Half-filled entries (architecture §3): never counted, no history, no action id: the last one kept wins. */
export const draftsRequests = {
  /** Newest first. */
  'drafts.list': defineRequest({
    input: z.strictObject({ kind: codeSchema }),
    output: z.strictObject({ drafts: z.array(keptDraftSchema).max(limits.page) }),
    runs: 'reader',
    kind: 'read',
  }),
  /** On the disk when it answers. Another revision than the kept one is `conflict`. */
  'drafts.keep': defineRequest({
    input: draftSchema,
    output: z.strictObject({ revision: revisionSchema, at: instantSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  'drafts.forget': defineRequest({
    input: z.strictObject({ id: idSchema }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
}
