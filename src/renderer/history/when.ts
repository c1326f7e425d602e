import { formatDay } from '../../shared/time/format.ts'
import { dayAndTime, dayOfInstant, shortDayAndTime } from '../ui/format.ts'

/** 「12/6（金）17:29」 within the last 300 days, else with its year: 「令和６年12月６日 17:29」. */
export function whenWords(instant: string, now: Date): string {
  return isOfLate(instant, now) ? shortDayAndTime(instant) : dayAndTime(instant)
}

/** For narrow columns: what is older says its day alone, 「令和６年12月６日」. */
export function shortWhenWords(instant: string, now: Date): string {
  return isOfLate(instant, now) ? shortDayAndTime(instant) : formatDay(dayOfInstant(instant))
}

function isOfLate(instant: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(instant)
  return age < 300 * 86_400_000 && dayOfInstant(instant) <= dayOfInstant(now.toISOString())
}
