import { z } from 'zod'
import { isDay, isMonth } from './calendar.ts'
import type { Day, Month, TimeFrame } from './day.ts'
import { isFiscalYear } from './frame.ts'

/** Shapes for doors and files; the meaning of a frame is checked by `validateFrame`. */
export const daySchema = z.custom<Day>(isDay, 'day')
export const monthSchema = z.custom<Month>(isMonth, 'month')
export const fiscalYearSchema = z.number().refine(isFiscalYear, 'fiscalYear')
export const periodSchema = z.strictObject({ from: monthSchema, to: monthSchema })

export const timeFrameSchema: z.ZodType<TimeFrame> = z.strictObject({
  fiscalYear: fiscalYearSchema,
  period: periodSchema,
  asOf: daySchema,
})
