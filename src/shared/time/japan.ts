import type { Day } from './day.ts'

/** Japan is nine hours ahead all year, since 1951. */
const aheadMs = 9 * 3_600_000

/**
 * The calendar day in Japan at an instant: days are Asia/Tokyo, whatever zone the PC is set to (architecture §4).
 * Counted, not asked of the system's tables of zones: loading them costs 25 ms of a start.
 */
export function dayInJapan(instant: Date): Day {
  return new Date(instant.getTime() + aheadMs).toISOString().slice(0, 10) as Day
}
