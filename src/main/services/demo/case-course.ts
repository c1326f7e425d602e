import { addDays, addMonths, daysOf, lastDayOf, monthOf } from '../../../shared/time/calendar.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { closingReasons, type YearPlan } from './case-plan.ts'
import { turns } from './persons.ts'
import type { Random } from './random.ts'
import type { RegisteredCase } from './registered-case.ts'
import { workingDays, workingDaysOf } from './working-days.ts'

/** Who turned 30 left the old programme by rule, in the month before the birthday. */
export function closeAtAgeLimit(
  random: Random,
  cases: readonly RegisteredCase[],
  fiscalYear: FiscalYear,
): void {
  const { from, to } = daysOf(fiscalYearPeriod(fiscalYear))
  for (const file of cases) {
    const episode = file.episodes.at(-1)
    const last = lastDayOf(addMonths(turns(file.person, 30), -1))
    if (episode === undefined || episode.closed !== null || last < from || last > to) continue
    const days = workingDaysOf(monthOf(last)).filter((day) => day >= addDays(episode.opened, 14))
    episode.closed = days.length > 0 ? random.pick(days) : episode.opened
    episode.reason = 'other'
  }
}

/** 再開 of cases that ended without their goal; first those whom the age cap had shut out. */
export function reopen(random: Random, cases: readonly RegisteredCase[], year: YearPlan): void {
  const { from, to } = daysOf(fiscalYearPeriod(year.fiscalYear))
  const candidates = cases.filter((file) => {
    const last = file.episodes.at(-1)
    const mayReturn = last?.reason === 'interrupted' || last?.reason === 'wish' || last?.reason === 'other'
    const young = year.fiscalYear >= 2024 || turns(file.person, 30) > monthOf(to)
    return last?.closed != null && last.closed < from && mayReturn && young
  })
  const shutOut = candidates.filter((file) => file.episodes.at(-1)?.reason === 'other')
  const others = candidates.filter((file) => file.episodes.at(-1)?.reason !== 'other')
  for (const file of [...shutOut, ...others].slice(0, year.reopenings)) {
    const opened = random.pick(workingDays(addDays(from, 10), addDays(to, -60)))
    file.episodes.push({ opened, closed: null, reason: null })
  }
}

/** 終結 of cases that were open for a while. */
export function close(random: Random, cases: readonly RegisteredCase[], year: YearPlan): void {
  const { from, to } = daysOf(fiscalYearPeriod(year.fiscalYear))
  const candidates = cases.filter((file) => {
    const last = file.episodes.at(-1)
    return last !== undefined && last.closed === null && addDays(last.opened, 90) < to
  })
  for (let left = year.closings; left > 0 && candidates.length > 0; left -= 1) {
    const [file] = candidates.splice(random.integer(0, candidates.length - 1), 1)
    const episode = file?.episodes.at(-1)
    if (episode === undefined) continue
    const earliest = addDays(episode.opened, 60)
    const days = workingDays(earliest > from ? earliest : from, to)
    if (days.length === 0) continue
    episode.closed = random.pick(days)
    episode.reason = random.weighted(closingReasons)
  }
}
