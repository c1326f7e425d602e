import type { TimeFrame } from '../../time/day.ts'
import { formatAsOf, formatPeriod } from '../../time/format.ts'
import { sourceLine } from '../../words/papers.ts'

/** The source of a table or figure with its period and as-of date (documents §2). */
export const sourceOfFrame = (frame: TimeFrame): string =>
  sourceLine(formatPeriod(frame.period), formatAsOf(frame.asOf))
