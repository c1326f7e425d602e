import { addDays } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'

const last = 2_958_465
const between1900And1904 = 1_462

/**
 * The day of a serial number; the time of day is left off. In the 1900 system 1 is 1900-01-01, 60 is the
 * 29 February that never was, 61 is 1900-03-01; in the 1904 system 0 is 1904-01-01.
 * Null where the number stands for no day: negative, below 1, the day that never was, after 9999.
 */
export function daySerial(serial: number, date1904: boolean): Day | null {
  const whole = Math.floor(serial) + (date1904 ? between1900And1904 : 0)
  if (!(whole >= 1 && whole <= last) || whole === 60) return null
  return addDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole)
}
