import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema, timeFrameSchema } from '../../time/schema.ts'
import { defineRequest } from '../request.ts'
import {
  actionIdSchema,
  codeSchema,
  countSchema,
  idSchema,
  nameSchema,
  nothing,
  revisionSchema,
  textSchema,
} from '../schemas/common.ts'
import {
  confirmOverviewSchema,
  formPeriodSchema,
  lateArrivalSchema,
  outstandingSchema,
  periodStandingSchema,
  submissionSchema,
} from '../schemas/confirming.ts'
import { formSchema } from '../schemas/home.ts'

const place = z.strictObject({
  party: codeSchema,
  form: formSchema,
  /** How many 警告 without a reason the user saw: more of them now is `warningsNotSeen`. */
  warningsSeen: countSchema,
})

export const confirmingRequests = {
  /** What can be 確定 in a month or year, row by row, and what stands against it. */
  'confirming.overview': defineRequest({
    input: z.strictObject({ fiscalYear: fiscalYearSchema, month: monthSchema.nullable() }),
    output: confirmOverviewSchema,
    runs: 'reader',
    kind: 'read',
  }),
  /** The state of every month and year that a party owes in a fiscal year, and what was handed in. */
  'confirming.states': defineRequest({
    input: z.strictObject({ fiscalYear: fiscalYearSchema }),
    output: z.strictObject({
      standings: z.array(periodStandingSchema).max(6_000),
      submissions: z.array(submissionSchema).max(200),
    }),
    runs: 'reader',
    kind: 'read',
  }),
  /**
   * 確定 of a month or year of some parties' forms, all or none; 全体 of a form follows by itself with its last
   * party. Stores the values. Errors: `confirmRefused` {count, list}, `warningsNotSeen` {count}, `busy`.
   */
  'confirming.confirm': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      fiscalYear: fiscalYearSchema,
      month: monthSchema.nullable(),
      places: z.array(place).min(1).max(400),
      reason: nameSchema,
    }),
    output: z.strictObject({ confirmed: countSchema, whole: z.array(formSchema).max(6) }),
    runs: 'backend',
    kind: 'write',
  }),
  /**
   * 確定解除, with what stands on it: the year of the party, 全体. A month goes back to 受領. Errors:
   * `reasonMissing`, `notConfirmed`, and `periodSubmitted` unless `submitAgain` says that it is known.
   */
  'confirming.reopen': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      party: codeSchema,
      form: formSchema,
      fiscalYear: fiscalYearSchema,
      month: monthSchema.nullable(),
      reason: nameSchema,
      submitAgain: z.boolean(),
    }),
    output: z.strictObject({ year: z.boolean(), whole: countSchema, submissions: countSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  /** 「国・都へ提出済み」: to whom, when. */
  'submissions.record': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      ...formPeriodSchema.shape,
      recipient: nameSchema.min(1),
      submittedOn: daySchema,
    }),
    output: z.strictObject({ id: idSchema, revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  /** Something is to be changed: 再提出が必要, with the reason; the period takes writes again. */
  'submissions.needAgain': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      reason: nameSchema,
    }),
    output: z.strictObject({ revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  /** It was handed in again. */
  'submissions.submitAgain': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      submittedOn: daySchema,
    }),
    output: z.strictObject({ revision: revisionSchema }),
    runs: 'writer',
    kind: 'write',
  }),
  /** It was recorded by mistake. Error: `reasonMissing`. */
  'submissions.withdraw': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      reason: nameSchema,
    }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** What came in for periods that were 確定; of all years what still waits, of one year everything. */
  'late.list': defineRequest({
    input: z.strictObject({ fiscalYear: fiscalYearSchema.nullable() }),
    output: z.strictObject({ total: countSchema, arrivals: z.array(lateArrivalSchema).max(500) }),
    runs: 'reader',
    kind: 'read',
  }),
  /** Writes a late row as a record of its month. Errors: `periodConfirmed` until 確定解除, those of the record. */
  'late.take': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, id: idSchema, revision: revisionSchema }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** 反映しない, and why. Error: `reasonMissing`. */
  'late.dismiss': defineRequest({
    input: z.strictObject({
      actionId: actionIdSchema,
      id: idSchema,
      revision: revisionSchema,
      reason: nameSchema,
    }),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** 依頼文 to go with a 差戻し: what is to be mended, from the reason and from 点検; also as a text file. */
  'reports.letter': defineRequest({
    input: z.strictObject({
      party: codeSchema,
      form: formSchema,
      month: monthSchema,
      /** What else is to be mended, a line each: the rows that 取込 refused, the reason. */
      points: z.array(textSchema).max(200),
      replyBy: daySchema.nullable(),
    }),
    output: z.strictObject({ text: z.string().max(100_000), name: nameSchema }),
    runs: 'reader',
    kind: 'read',
  }),
  /** 督促: the outstanding reports of a fiscal year by party, latest first. */
  'reports.outstanding': defineRequest({
    input: z.strictObject({ frame: timeFrameSchema }),
    output: z.strictObject({ today: daySchema, parties: z.array(outstandingSchema).max(200) }),
    runs: 'reader',
    kind: 'read',
  }),
}
