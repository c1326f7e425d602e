import { z } from 'zod'
import { daySchema } from '../../time/schema.ts'
import { defineRequest } from '../request.ts'
import {
  collectionIssueSchema,
  collectionPartySchema,
  collectionPlaceSchema,
  collectionPreviewSchema,
  collectionYearSchema,
} from '../schemas/collection.ts'
import { actionIdSchema, handleSchema, idSchema, nameSchema, revisionSchema } from '../schemas/common.ts'
import { writtenFileSchema } from '../schemas/ledger.ts'

/** Collection books (回収用の様式): made, listed, withdrawn. They come back through 取込. */
export const collectionRequests = {
  /** The books of a fiscal year, newest first, and whether their months are in. */
  'collection.list': defineRequest({
    input: collectionYearSchema,
    output: z.strictObject({ issues: z.array(collectionIssueSchema).max(500) }),
    runs: 'reader',
    kind: 'read',
  }),
  /** 報告元 and 様式 of a fiscal year with the months that are not in. */
  'collection.parties': defineRequest({
    input: collectionYearSchema,
    output: z.strictObject({ parties: z.array(collectionPartySchema).max(500) }),
    runs: 'reader',
    kind: 'read',
  }),
  /**
   * What a book would hold. `invalidPeriod` for months of two years; `reportedByTally`, `reportedByRecords` where the
   * way of reporting changes within them; `unknownParty` where the form is not asked for.
   */
  'collection.preview': defineRequest({
    input: collectionPlaceSchema,
    output: collectionPreviewSchema,
    runs: 'reader',
    kind: 'read',
  }),
  /** Writes the book into a folder under a free name, and keeps what was issued. Errors as `collection.preview`. */
  'collection.issue': defineRequest({
    input: z.strictObject({
      ...collectionPlaceSchema.shape,
      actionId: actionIdSchema,
      dueOn: daySchema,
      sendTo: nameSchema,
      folder: handleSchema,
    }),
    output: z.strictObject({ id: idSchema, file: writtenFileSchema }),
    runs: 'backend',
    kind: 'write',
  }),
  /** Takes a book back: what comes in with its mark is an ordinary book from now on. `conflict`, `notFound`. */
  'collection.withdraw': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, id: idSchema, revision: revisionSchema }),
    output: z.strictObject({ revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
}
