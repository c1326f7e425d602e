import { z } from 'zod'
import { fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { defineRequest } from '../request.ts'
import { actionIdSchema, countSchema, idSchema, instantSchema, revisionSchema } from '../schemas/common.ts'
import {
  lineKeySchema,
  monthlyCellSchema,
  monthlyChangeSchema,
  monthlyMonthSchema,
  monthlyPartySchema,
  monthlyPlaceSchema,
  monthlySheetSchema,
  mostCells,
  mostLines,
} from '../schemas/monthly.ts'

export const monthlyRequests = {
  /** 報告元 and 様式 of a year, those that report by tally first. */
  'monthly.parties': defineRequest({
    input: z.strictObject({ fiscalYear: fiscalYearSchema }),
    output: z.strictObject({ parties: z.array(monthlyPartySchema).max(500) }),
    runs: 'reader',
    kind: 'read',
  }),
  /** The sheet of a party's form for a year; `unknownParty` where there is none. */
  'monthly.sheet': defineRequest({
    input: monthlyPlaceSchema,
    output: monthlySheetSchema,
    runs: 'reader',
    kind: 'read',
  }),
  /** What changed in a sheet after an entry of the history, whoever did it. */
  'monthly.changes': defineRequest({
    input: z.strictObject({ ...monthlyPlaceSchema.shape, since: countSchema }),
    output: z.strictObject({
      sequence: countSchema,
      months: z.array(monthlyMonthSchema).length(12),
      cells: z.array(monthlyCellSchema).max(mostCells),
      /** Rows that are no more: an entry that was undone. */
      removed: z.array(idSchema).max(mostCells),
      itemsRevision: revisionSchema,
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /**
   * Writes cells as one action. `conflict` {id, seen, current} when one of them changed since; then nothing
   * is written. `periodConfirmed`, `reportedByRecords` where a month takes nothing; `invalidValue`.
   */
  'monthly.save': defineRequest({
    input: z.strictObject({
      ...monthlyPlaceSchema.shape,
      actionId: actionIdSchema,
      /** What the user did: it names the action in the history. */
      how: z.enum(['type', 'paste', 'fill', 'clear', 'offer', 'adopt', 'comment']),
      cells: z.array(monthlyChangeSchema).min(1).max(mostCells),
    }),
    output: z.strictObject({ at: instantSchema, cells: z.array(monthlyCellSchema).max(mostCells) }),
    runs: 'writer',
    kind: 'write',
  }),
  /** 「０件」 of a month that is told by records; `revision` is the report's, 0 while there is none. */
  'monthly.declareZero': defineRequest({
    input: z.strictObject({
      ...monthlyPlaceSchema.shape,
      actionId: actionIdSchema,
      month: monthSchema,
      zeroDeclared: z.boolean(),
      revision: revisionSchema,
    }),
    output: z.strictObject({ at: instantSchema, revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  /** Which items stand on the sheet; `revision` is that of the items before, 0 while there are none. */
  'monthly.setItems': defineRequest({
    input: z.strictObject({
      ...monthlyPlaceSchema.shape,
      actionId: actionIdSchema,
      revision: revisionSchema,
      items: z.array(lineKeySchema).max(mostLines),
    }),
    output: z.strictObject({ at: instantSchema, revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
}
