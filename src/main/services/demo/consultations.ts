import type { ConsultationRow } from '../../../shared/statistics/rows.ts'
import { monthOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { anonymousContact, contactAbout } from './contact.ts'
import { idStream } from './ids.ts'
import { type Random, randomStream } from './random.ts'
import { isOpenOn, type RegisteredCase } from './registered-case.ts'
import { workingDaysOf } from './working-days.ts'

/** 相談延べ件数 by month from April, with a seasonal course: more in spring and winter, fewer in August and December. */
const contactsByMonth: Readonly<Record<FiscalYear, readonly number[]>> = {
  2022: [28, 24, 27, 23, 18, 26, 27, 25, 21, 24, 26, 29],
  2023: [30, 25, 28, 26, 20, 29, 29, 27, 22, 26, 28, 30],
  2024: [41, 40, 44, 43, 37, 50, 54, 53, 44, 55, 58, 63],
}

/** How many of a year's contacts are anonymous. */
const anonymousByYear: Readonly<Record<FiscalYear, number>> = { 2022: 9, 2023: 10, 2024: 21 }

/** A contact that is fixed in its day; the other details follow. */
interface Appointment {
  readonly day: Day
  readonly file: RegisteredCase | null
}

/**
 * 相談 of three years, exactly as many a month as planned, ordered by day. Every case has a contact on
 * the day it is opened, none outside its episodes, and at most one a day.
 */
export function demonstrationConsultations(
  seed: number,
  register: readonly RegisteredCase[],
): readonly ConsultationRow[] {
  const random = randomStream(seed, 'contacts')
  const makeId = idStream(seed, 'consultation')
  const seen = new Set<string>()
  return Object.keys(contactsByMonth)
    .map(Number)
    .flatMap((fiscalYear) => appointmentsOf(random, register, fiscalYear))
    .map(({ day, file }): ConsultationRow => {
      const id = makeId(day)
      if (file === null) return { id, ...anonymousContact(random, day) }
      const isFirst = !seen.has(file.id)
      seen.add(file.id)
      return { id, ...contactAbout(random, file, day, isFirst) }
    })
}

function appointmentsOf(
  random: Random,
  register: readonly RegisteredCase[],
  fiscalYear: FiscalYear,
): readonly Appointment[] {
  const months = monthsOf(fiscalYearPeriod(fiscalYear))
  const openings = register.flatMap((file) =>
    file.episodes
      .filter((episode) => fiscalYearOf(episode.opened) === fiscalYear)
      .map((episode): Appointment => ({ day: episode.opened, file })),
  )
  const anonymous = spread(random, months, anonymousByYear[fiscalYear] ?? 0)
  return months.flatMap((month, index) => {
    const fixed: Appointment[] = [
      ...openings.filter(({ day }) => monthOf(day) === month),
      ...anonymous
        .filter((candidate) => candidate === month)
        .map((): Appointment => ({ day: random.pick(workingDaysOf(month)), file: null })),
    ]
    const total = contactsByMonth[fiscalYear]?.[index] ?? 0
    return fill(random, register, month, fixed, total).toSorted(byDay)
  })
}

/** Adds contacts of open cases until the month has `total` of them. */
function fill(
  random: Random,
  register: readonly RegisteredCase[],
  month: Month,
  fixed: readonly Appointment[],
  total: number,
): readonly Appointment[] {
  const days = workingDaysOf(month)
  const taken = new Set(fixed.map(({ day, file }) => `${day} ${file?.id ?? ''}`))
  const open = register.filter((file) => days.some((day) => isOpenOn(file, day)))
  const weights = Object.fromEntries(open.map((file, index) => [String(index), file.person.intensity]))
  const appointments = [...fixed]
  while (appointments.length < total) {
    const file = open[Number(random.weighted(weights))]
    const day = random.pick(days)
    if (file === undefined || !isOpenOn(file, day) || taken.has(`${day} ${file.id}`)) continue
    taken.add(`${day} ${file.id}`)
    appointments.push({ day, file })
  }
  return appointments
}

function spread(random: Random, months: readonly Month[], count: number): readonly Month[] {
  return Array.from({ length: count }, () => random.pick(months))
}

function byDay(left: Appointment, right: Appointment): number {
  return left.day < right.day ? -1 : left.day > right.day ? 1 : 0
}
