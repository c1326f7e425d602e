import type { Day } from './day.ts'

/** The calendar day in Japan at an instant: days are Asia/Tokyo, whatever zone the PC is set to (architecture §4). */
export function dayInJapan(instant: Date): Day {
  // Swedish writes dates as ISO does.
  return instant.toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' }) as Day
}
