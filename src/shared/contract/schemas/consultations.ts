import { z } from 'zod'
import { warningCodes } from '../../consultations/warnings.ts'
import { daySchema, monthSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { codeSchema, countSchema, idSchema, nameSchema, revisionSchema, textSchema } from './common.ts'

const ageSchema = z.int().min(0).max(150).nullable()
const codesSchema = z.array(codeSchema).max(40)

export const depthSchema = z.enum(['informed', 'introduced', 'accompanied', 'useConfirmed'])

/** One contact as it is written: codes of the lists, `unknown` is 不明. */
export const consultationSchema = z.strictObject({
  day: daySchema,
  party: codeSchema,
  method: codeSchema,
  caller: codeSchema,
  companions: codesSchema,
  /** Both ends included; both null is 不明. */
  ageLow: ageSchema,
  ageHigh: ageSchema,
  sex: codeSchema,
  schooling: codeSchema,
  economic: codeSchema,
  household: codeSchema,
  area: codeSchema,
  duration: codeSchema,
  route: codeSchema,
  mainTopic: codeSchema,
  topics: codesSchema,
  factors: codesSchema,
  supports: codesSchema,
  /** つなぎ先, with how far it went. */
  referrals: z.array(z.strictObject({ destination: codeSchema, depth: depthSchema })).max(20),
  /** What その他 of a list means. */
  others: z.array(z.strictObject({ list: codeSchema, text: z.string().min(1).max(limits.name) })).max(20),
  note: z.string().max(limits.text),
})
export type Consultation = z.infer<typeof consultationSchema>

/** Whom a contact is about: a known case, one that begins with it, or nobody that is known (匿名). */
export const aboutCaseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), id: idSchema }),
  z.strictObject({ kind: z.literal('new'), code: z.string().trim().min(1).max(40) }),
  z.strictObject({ kind: z.literal('none') }),
])
export type AboutCase = z.infer<typeof aboutCaseSchema>

/** A doubt about a record: it never stops a save (domain §7). */
export const warningSchema = z.strictObject({
  code: z.enum(warningCodes),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** 新規 or 継続 by the programme's rule; `unsure` where earlier cases are not known; null for an anonymous contact. */
export const newnessSchema = z.enum(['new', 'continuing', 'unsure']).nullable()

export const consultationRowSchema = z.strictObject({
  /** No.: the row's key, never given again. */
  number: countSchema,
  id: idSchema,
  day: daySchema,
  party: codeSchema,
  method: codeSchema,
  caller: codeSchema,
  caseId: idSchema.nullable(),
  caseCode: nameSchema.nullable(),
  ageLow: ageSchema,
  ageHigh: ageSchema,
  sex: codeSchema,
  newness: newnessSchema,
  mainTopic: codeSchema,
  destinations: codesSchema,
  warnings: z.array(warningSchema).max(20),
})
export type ConsultationListRow = z.infer<typeof consultationRowSchema>

export const sortColumns = ['number', 'day', 'method', 'caller', 'case', 'age', 'sex', 'mainTopic'] as const

export const consultationFilterSchema = z.strictObject({
  /** Months, both included; null is every day. */
  period: z.strictObject({ from: monthSchema, to: monthSchema }).nullable(),
  party: codeSchema.nullable(),
  method: codeSchema.nullable(),
  caller: codeSchema.nullable(),
  /** A case with all that were merged into it. */
  caseId: idSchema.nullable(),
  /** Number, code of a case, words of the note, labels of codes. */
  search: z.string().max(limits.name),
  /** Only records that have a warning. */
  warned: z.boolean(),
})
export type ConsultationFilter = z.infer<typeof consultationFilterSchema>

export const consultationSortSchema = z.strictObject({
  column: z.enum(sortColumns),
  direction: z.enum(['up', 'down']),
})
export type ConsultationSort = z.infer<typeof consultationSortSchema>

/** Why a record may not be changed: its month is 確定, or told by tally. */
export const lockedSchema = z.enum(['periodConfirmed', 'reportedByTally']).nullable()

export const caseSummarySchema = z.strictObject({
  id: idSchema,
  code: nameSchema,
  revision: revisionSchema,
  /** The case that it stands for now, after 名寄せ; itself where it was not merged. */
  root: z.strictObject({ id: idSchema, code: nameSchema }),
  state: z.enum(['open', 'closed', 'none']),
})

/** One earlier contact of a case, as the panel lists it. */
export const earlierContactSchema = z.strictObject({
  id: idSchema,
  number: countSchema,
  day: daySchema,
  caseCode: nameSchema,
  method: codeSchema,
  caller: codeSchema,
  mainTopic: codeSchema,
  destinations: codesSchema,
  note: textSchema,
})
export type EarlierContact = z.infer<typeof earlierContactSchema>

/** What a contact leaves to the next one of the same case. */
export const attributesSchema = consultationSchema.pick({
  ageLow: true,
  ageHigh: true,
  sex: true,
  schooling: true,
  economic: true,
  household: true,
  area: true,
  duration: true,
  route: true,
  factors: true,
})
export type CaseAttributes = z.infer<typeof attributesSchema>

export const closingReasonSchema = z.enum([
  'goalReached',
  'handedOver',
  'wish',
  'interrupted',
  'movedAway',
  'died',
  'other',
])

export const episodeSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  caseCode: nameSchema,
  openedOn: daySchema,
  closedOn: daySchema.nullable(),
  closingReason: closingReasonSchema.nullable(),
})

/** Everything about a case; of a merged one, of all that are one person. */
export const caseDetailSchema = z.strictObject({
  ...caseSummarySchema.shape,
  beforeLedger: z.boolean(),
  /** Codes that are the same person, this one among them. */
  members: z.array(
    z.strictObject({
      id: idSchema,
      code: nameSchema,
      revision: revisionSchema,
      mergedInto: idSchema.nullable(),
    }),
  ),
  household: z.array(z.strictObject({ id: idSchema, code: nameSchema })),
  episodes: z.array(episodeSchema).max(limits.list),
  contacts: countSchema,
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** Newest first. */
  earlier: z.array(earlierContactSchema).max(50),
  /** Of the last contact, not 不明 where an earlier one knew. */
  attributes: attributesSchema.nullable(),
})
export type CaseDetail = z.infer<typeof caseDetailSchema>
