import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { codeSchema, countSchema, idSchema, nameSchema, revisionSchema, textSchema } from './common.ts'
import { formSchema, reportStateSchema } from './home.ts'

/** A month, or the year itself (`month` null), of a form. */
export const formPeriodSchema = z.strictObject({
  form: formSchema,
  fiscalYear: fiscalYearSchema,
  month: monthSchema.nullable(),
})

/** 入力中 → 確認済 → 確定 (domain §8). */
export const periodStateSchema = z.enum(['open', 'checked', 'confirmed'])
export type PeriodState = z.infer<typeof periodStateSchema>

/** Why a period cannot be 確定 now; null where it can, or is. */
export const confirmObstacleSchema = z.enum(['notChecked', 'monthsOpen', 'errors', 'notOver'])
export type ConfirmObstacle = z.infer<typeof confirmObstacleSchema>

export const confirmRowSchema = z.strictObject({
  party: codeSchema,
  name: nameSchema,
  form: formSchema,
  state: periodStateSchema,
  /** Of the month's report; null for a year. */
  report: reportStateSchema.nullable(),
  confirmedOn: daySchema.nullable(),
  /** Its main figure: 「12件」; null where the form has none. */
  figure: nameSchema.nullable(),
  errors: countSchema,
  /** 警告 that nobody gave a reason for. */
  warnings: countSchema,
  acknowledged: countSchema,
  /** What 点検 says, errors first. */
  findings: z.array(z.strictObject({ severity: z.enum(['error', 'warning']), message: textSchema })).max(5),
  obstacle: confirmObstacleSchema.nullable(),
  /** Of a year: the months that are not 確定 yet. */
  openMonths: z.array(monthSchema).max(12),
})
export type ConfirmRow = z.infer<typeof confirmRowSchema>

export const confirmOverviewSchema = z.strictObject({
  fiscalYear: fiscalYearSchema,
  month: monthSchema.nullable(),
  rows: z.array(confirmRowSchema).max(400),
  /** 全体 of each form that is 確定. */
  whole: z.array(z.strictObject({ form: formSchema, confirmedOn: daySchema })).max(6),
})
export type ConfirmOverview = z.infer<typeof confirmOverviewSchema>

/** Where the data stands, for the screens on which it is entered. */
export const periodStandingSchema = z.strictObject({
  party: codeSchema,
  name: nameSchema,
  form: formSchema,
  /** Null: the year. */
  month: monthSchema.nullable(),
  state: periodStateSchema,
  confirmedOn: daySchema.nullable(),
})
export type PeriodStanding = z.infer<typeof periodStandingSchema>

export const submissionSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  form: formSchema,
  fiscalYear: fiscalYearSchema,
  month: monthSchema.nullable(),
  recipient: nameSchema,
  submittedOn: daySchema,
  /** 再提出が必要, and why. */
  needsAgain: z.boolean(),
  why: nameSchema,
})
export type Submission = z.infer<typeof submissionSchema>

export const lateArrivalSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  party: codeSchema,
  name: nameSchema,
  form: formSchema,
  fiscalYear: fiscalYearSchema,
  month: monthSchema.nullable(),
  /** 「４月３日　電話　H041」: the row in words, without its free text. */
  words: textSchema,
  /** 「月報.xlsx　相談　12行目」. */
  place: textSchema,
  arrivedOn: daySchema,
  state: z.enum(['waiting', 'taken', 'dismissed']),
  /** The period is still 確定: it can be taken over only after 確定解除. */
  shut: z.boolean(),
})
export type LateArrivalView = z.infer<typeof lateArrivalSchema>

/** A report that has not come, or went back (督促). */
export const outstandingSchema = z.strictObject({
  party: codeSchema,
  name: nameSchema,
  reports: z
    .array(
      z.strictObject({
        form: formSchema,
        month: monthSchema,
        sentBack: z.boolean(),
        dueOn: daySchema,
        daysLate: countSchema,
      }),
    )
    .max(400),
  /** Ready to be copied. */
  text: z.string().max(20_000),
})
export type Outstanding = z.infer<typeof outstandingSchema>
