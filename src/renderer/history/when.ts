import { dayAndTime, dayOfInstant, shortDayAndTime } from '../ui/format.ts'

/** 「12/6（金）17:29」 within the last 300 days, else with its year: 「令和６年12月６日 17:29」. */
export function whenWords(instant: string, now: Date): string {
  const age = now.getTime() - Date.parse(instant)
  return age < 300 * 86_400_000 && dayOfInstant(instant) <= dayOfInstant(now.toISOString())
    ? shortDayAndTime(instant)
    : dayAndTime(instant)
}
