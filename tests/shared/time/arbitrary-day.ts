import fc from 'fast-check'
import { addDays, daysBetween } from '../../../src/shared/time/calendar.ts'
import type { Day } from '../../../src/shared/time/day.ts'

/** Any day from the first of 昭和 to the end of 2100. */
export const anyDay = fc
  .integer({ min: 0, max: daysBetween('1926-12-25', '2100-12-31') })
  .map((count): Day => addDays('1926-12-25', count))
