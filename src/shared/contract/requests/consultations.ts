import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import {
  actionIdSchema,
  codeSchema,
  countSchema,
  idSchema,
  nameSchema,
  nothing,
  revisionSchema,
} from '../schemas/common.ts'
import {
  aboutCaseSchema,
  attributesSchema,
  caseDetailSchema,
  caseSummarySchema,
  closingReasonSchema,
  consultationFilterSchema,
  consultationRowSchema,
  consultationSchema,
  consultationSortSchema,
  lockedSchema,
  newnessSchema,
  warningSchema,
} from '../schemas/consultations.ts'

const reasonSchema = z.string().max(2_000)
const saved = z.strictObject({ id: idSchema, number: countSchema, revision: revisionSchema })

export const consultationsRequests = {
  /**
   * A window of the register: `limit` rows from `offset` on of those that the filter leaves, in order. A null
   * offset asks for the last ones: a register opens at its end.
   */
  'consultations.list': defineRequest({
    input: z.strictObject({
      filter: consultationFilterSchema,
      sort: consultationSortSchema,
      offset: countSchema.nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      total: countSchema,
      offset: countSchema,
      rows: z.array(consultationRowSchema).max(200),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** Where a record stands among those that the filter leaves; null when it is not among them. */
  'consultations.place': defineRequest({
    input: z.strictObject({ filter: consultationFilterSchema, sort: consultationSortSchema, id: idSchema }),
    output: z.strictObject({ index: countSchema.nullable(), number: countSchema.nullable() }),
    runs: 'reader',
    kind: 'read',
  }),
  /** 「２月分 12件　年度計 349件」, and the number that the next record would get. */
  'consultations.counts': defineRequest({
    input: z.strictObject({
      period: z.strictObject({ from: monthSchema, to: monthSchema }).nullable(),
      fiscalYear: fiscalYearSchema,
    }),
    output: z.strictObject({
      inPeriod: countSchema,
      inYear: countSchema,
      nextNumber: countSchema,
      /** The record with the greatest number: its values are offered to the next. */
      lastId: idSchema.nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** How many records of these months are in doubt (要確認). Apart from the counts: it looks at every record. */
  'consultations.warned': defineRequest({
    input: z.strictObject({ from: monthSchema, to: monthSchema }),
    output: z.strictObject({ count: countSchema }),
    runs: 'reader',
    kind: 'read',
  }),
  /** 報告元 that report consultations, with their names, contracts and what they may record. */
  'consultations.parties': defineRequest({
    input: z.strictObject({ day: daySchema }),
    output: z.strictObject({
      parties: z
        .array(
          z.strictObject({
            code: codeSchema,
            name: nameSchema,
            contractFrom: daySchema,
            contractTo: daySchema.nullable(),
            /** Its contract holds the day. */
            isCurrent: z.boolean(),
            locked: lockedSchema,
          }),
        )
        .max(limits.page),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  'consultations.read': defineRequest({
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({
      id: idSchema,
      number: countSchema,
      revision: revisionSchema,
      consultation: consultationSchema,
      caseOf: caseSummarySchema.nullable(),
      newClaim: z.boolean().nullable(),
      newness: newnessSchema,
      warnings: z.array(warningSchema).max(20),
      locked: lockedSchema,
      /** The month in question, as the user reads it. */
      lockedMonth: nameSchema,
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** The doubts about what is being typed. `id` null: not recorded yet. */
  'consultations.judge': defineRequest({
    input: z.strictObject({
      id: idSchema.nullable(),
      caseId: idSchema.nullable(),
      day: daySchema,
      party: codeSchema,
      method: codeSchema,
      household: codeSchema,
      ageLow: consultationSchema.shape.ageLow,
      ageHigh: consultationSchema.shape.ageHigh,
    }),
    output: z.strictObject({
      warnings: z.array(warningSchema).max(20),
      newness: newnessSchema,
      locked: lockedSchema,
      /** The party's contract does not hold the day. */
      contract: z.strictObject({ from: daySchema, to: daySchema.nullable() }).nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** `id` is made by the client (it is the draft's): the draft of that id is forgotten with the save. */
  'consultations.create': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: z.uuid(),
      consultation: consultationSchema,
      about: aboutCaseSchema,
    }),
    output: z.strictObject({
      ...saved.shape,
      caseOf: z.strictObject({ id: idSchema, code: nameSchema }).nullable(),
    }),
    runs: 'writer',
    kind: 'write',
  }),
  /** Only the fields that changed. Another revision than `revision` is `conflict`. */
  'consultations.change': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      changes: consultationSchema.partial(),
      about: aboutCaseSchema.nullable(),
      reason: reasonSchema,
    }),
    output: saved,
    runs: 'writer',
    kind: 'write',
  }),
  /** With a reason; undoable. */
  'consultations.remove': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      reason: reasonSchema,
    }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** The case of a code as it is typed (any width, any case), and what its last contact leaves to the next. */
  'cases.find': defineRequest({
    input: z.strictObject({ code: nameSchema }),
    output: z.strictObject({
      found: z
        .strictObject({
          ...caseSummarySchema.shape,
          contacts: countSchema,
          last: z.strictObject({ day: daySchema, method: codeSchema, caller: codeSchema }).nullable(),
          attributes: attributesSchema.nullable(),
        })
        .nullable(),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  'cases.read': defineRequest({
    input: z.strictObject({ id: idSchema }),
    output: caseDetailSchema,
    runs: 'reader',
    kind: 'read',
  }),
  /** Cases by code, a window at a time. */
  'cases.list': defineRequest({
    input: z.strictObject({
      search: nameSchema,
      which: z.enum(['all', 'open', 'closed', 'beforeLedger', 'merged']),
      offset: countSchema,
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      total: countSchema,
      rows: z
        .array(
          z.strictObject({
            ...caseSummarySchema.shape,
            beforeLedger: z.boolean(),
            contacts: countSchema,
            lastDay: daySchema.nullable(),
          }),
        )
        .max(200),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** 終結 of the running episode. `caseNotOpen` when there is none. */
  'cases.close': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      on: daySchema,
      closingReason: closingReasonSchema,
      reason: reasonSchema,
    }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** 再開. `caseStillOpen` while an episode runs. */
  'cases.reopen': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, id: idSchema, on: daySchema }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** Puts a wrong date or reason of an episode right. */
  'cases.changeEpisode': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      openedOn: daySchema,
      closedOn: daySchema.nullable(),
      closingReason: closingReasonSchema.nullable(),
      reason: reasonSchema,
    }),
    output: z.strictObject({ revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  /** What a 名寄せ would join. `caseCircle` when both are one already. */
  'cases.mergePreview': defineRequest({
    input: z.strictObject({ fromId: idSchema, intoId: idSchema }),
    output: z.strictObject({
      from: caseDetailSchema,
      into: caseDetailSchema,
      /** 確定 periods that would be counted otherwise; their stored values stay. */
      confirmed: z
        .array(
          z.strictObject({ name: nameSchema, fiscalYear: fiscalYearSchema, month: monthSchema.nullable() }),
        )
        .max(6_000),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /** 名寄せ: a map, the records stay (domain §8). Taken back by undo. */
  'cases.merge': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      fromId: idSchema,
      revision: revisionSchema,
      intoId: idSchema,
      reason: reasonSchema,
    }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** 世帯: `withId` null takes the case out of its household. */
  'cases.linkHousehold': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      withId: idSchema.nullable(),
    }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** Whether the case existed before the ledger began (domain §3). */
  'cases.setBeforeLedger': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      beforeLedger: z.boolean(),
    }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** 以前からの支援対象者: a list of codes that existed before the ledger began. Known codes are only marked. */
  'cases.addEarlier': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      codes: z.array(z.string().trim().min(1).max(40)).min(1).max(limits.page),
    }),
    output: z.strictObject({ added: countSchema, marked: countSchema }),
    runs: 'writer',
    kind: 'write',
  }),
}
