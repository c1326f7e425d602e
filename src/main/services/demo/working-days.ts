import { addDays, daysBetween, firstDayOf, lastDayOf, weekdayOf } from '../../../shared/time/calendar.ts'
import type { Day, Month } from '../../../shared/time/day.ts'

/** 国民の祝日 and 振替休日 of 令和4–6年度. */
const holidays: ReadonlySet<Day> = new Set<Day>([
  ...(['2022-04-29', '2022-05-03', '2022-05-04', '2022-05-05', '2022-07-18', '2022-08-11'] as const),
  ...(['2022-09-19', '2022-09-23', '2022-10-10', '2022-11-03', '2022-11-23'] as const),
  ...(['2023-01-01', '2023-01-02', '2023-01-09', '2023-02-11', '2023-02-23', '2023-03-21'] as const),
  ...(['2023-04-29', '2023-05-03', '2023-05-04', '2023-05-05', '2023-07-17', '2023-08-11'] as const),
  ...(['2023-09-18', '2023-09-23', '2023-10-09', '2023-11-03', '2023-11-23'] as const),
  ...(['2024-01-01', '2024-01-08', '2024-02-11', '2024-02-12', '2024-02-23', '2024-03-20'] as const),
  ...(['2024-04-29', '2024-05-03', '2024-05-04', '2024-05-05', '2024-05-06', '2024-07-15'] as const),
  ...(['2024-08-11', '2024-08-12', '2024-09-16', '2024-09-22', '2024-09-23', '2024-10-14'] as const),
  ...(['2024-11-03', '2024-11-04', '2024-11-23', '2025-01-01', '2025-01-13', '2025-02-11'] as const),
  ...(['2025-02-23', '2025-02-24', '2025-03-20'] as const),
])

/** 閉庁日: Saturdays, Sundays, holidays and 29 December – 3 January. */
export function isClosedDay(day: Day): boolean {
  const weekday = weekdayOf(day)
  const monthDay = day.slice(5)
  return weekday === 0 || weekday === 6 || holidays.has(day) || monthDay >= '12-29' || monthDay <= '01-03'
}

/** Working days from `from` to `to`, both included; empty when there is none. */
export function workingDays(from: Day, to: Day): readonly Day[] {
  const count = daysBetween(from, to) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index)).filter(
    (day) => !isClosedDay(day),
  )
}

/** Working days of a month. */
export function workingDaysOf(month: Month): readonly Day[] {
  return workingDays(firstDayOf(month), lastDayOf(month))
}

/** The next working day on or after `day`. */
export function nextWorkingDay(day: Day): Day {
  let candidate = day
  while (isClosedDay(candidate)) candidate = addDays(candidate, 1)
  return candidate
}
