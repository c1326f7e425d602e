import type { CaseEpisodeRow, CaseRow, ClosingReason } from '../../../shared/statistics/rows.ts'
import { addDays, addMonths, daysOf, lastDayOf, monthOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { idStream } from './ids.ts'
import { inventPerson, type Person, turns } from './persons.ts'
import { type Random, randomStream } from './random.ts'
import { workingDays, workingDaysOf } from './working-days.ts'

/** 開始 … 終結 of a case; a second one is a 再開. */
export interface Episode {
  readonly opened: Day
  closed: Day | null
  reason: ClosingReason | null
}

export interface RegisteredCase {
  readonly id: string
  readonly code: string
  readonly person: Person
  readonly beforeLedger: boolean
  readonly householdId: string | null
  readonly episodes: Episode[]
}

interface YearPlan {
  readonly fiscalYear: FiscalYear
  /** New cases by age band, with how many. */
  readonly arrivals: readonly { readonly low: number; readonly high: number; readonly count: number }[]
  readonly closings: number
  readonly reopenings: number
  readonly parties: Readonly<Record<string, number>>
}

const firstDay: Day = '2022-04-01'
const casesBefore = 36

const partiesBefore = { 'neet-contractor': 55, 'support-desk': 30, division: 15 }
const partiesSince = { 'hikikomori-contractor': 52, 'support-desk': 35, division: 13 }

/** The age cap (29歳) went in 令和６年度: from then on all ages arrive, and those whom it had shut out return. */
const years: readonly YearPlan[] = [
  {
    fiscalYear: 2022,
    arrivals: [
      { low: 14, high: 17, count: 6 },
      { low: 18, high: 27, count: 15 },
    ],
    closings: 14,
    reopenings: 1,
    parties: partiesBefore,
  },
  {
    fiscalYear: 2023,
    arrivals: [
      { low: 14, high: 17, count: 7 },
      { low: 18, high: 27, count: 16 },
    ],
    closings: 16,
    reopenings: 2,
    parties: partiesBefore,
  },
  {
    fiscalYear: 2024,
    arrivals: [
      { low: 15, high: 18, count: 8 },
      { low: 19, high: 29, count: 18 },
      { low: 30, high: 39, count: 19 },
      { low: 40, high: 49, count: 16 },
      { low: 50, high: 59, count: 13 },
      { low: 60, high: 66, count: 4 },
    ],
    closings: 24,
    reopenings: 6,
    parties: partiesSince,
  },
]

const closingReasons: Readonly<Record<ClosingReason, number>> = {
  goalReached: 34,
  handedOver: 26,
  wish: 14,
  interrupted: 15,
  movedAway: 8,
  died: 1,
  other: 2,
}

/** The register of cases (支援対象者) of three years, with their episodes, in the order of their codes. */
export function caseRegister(seed: number): readonly RegisteredCase[] {
  const random = randomStream(seed, 'cases')
  const makeId = idStream(seed, 'case')
  const cases: RegisteredCase[] = []
  const open = (person: Person, opened: Day, householdId: string | null = null): void => {
    cases.push({
      id: makeId(opened),
      code: `H${String(cases.length + 1).padStart(3, '0')}`,
      person,
      beforeLedger: opened < firstDay,
      householdId,
      episodes: [{ opened, closed: null, reason: null }],
    })
  }
  for (const opened of earlierOpenings(random)) {
    open(inventPerson(random, monthOf(firstDay), { low: 15, high: 29 }, partiesBefore, 'capped'), opened)
  }
  const makeHousehold = idStream(seed, 'household')
  for (const year of years) {
    const scope = year.fiscalYear < 2024 ? 'capped' : 'open'
    const arrivals = year.arrivals.flatMap((band) => Array.from({ length: band.count }, () => band))
    const days = arrivals
      .map((band) => ({ band, opened: arrivalDay(random, year.fiscalYear) }))
      .toSorted((left, right) => (left.opened < right.opened ? -1 : left.opened > right.opened ? 1 : 0))
    days.forEach(({ band, opened }, index) => {
      // Now and then a brother or sister of the one before comes as well: two cases, one household.
      const siblings = index % 12 === 11
      open(
        inventPerson(random, monthOf(opened), band, year.parties, scope),
        opened,
        siblings ? makeHousehold(opened) : null,
      )
    })
    if (scope === 'capped') closeAtAgeLimit(random, cases, year.fiscalYear)
    reopen(random, cases, year)
    close(random, cases, year)
  }
  return joinHouseholds(cases)
}

/** Rows of the register; the episodes of a case are in order of time. */
export function caseRows(
  seed: number,
  register: readonly RegisteredCase[],
): { readonly cases: readonly CaseRow[]; readonly caseEpisodes: readonly CaseEpisodeRow[] } {
  const makeId = idStream(seed, 'episode')
  return {
    cases: register.map(({ id, code, beforeLedger, householdId }) => ({
      id,
      code,
      mergedInto: null,
      beforeLedger,
      householdId,
    })),
    caseEpisodes: register.flatMap((file) =>
      file.episodes.map((episode) => ({
        id: makeId(episode.opened),
        caseId: file.id,
        openedOn: episode.opened,
        closedOn: episode.closed,
        closingReason: episode.reason,
      })),
    ),
  }
}

/** Whether a case was open on a day: from the day of opening to the day of closing. */
export function isOpenOn(file: RegisteredCase, day: Day): boolean {
  return file.episodes.some(
    (episode) => episode.opened <= day && (episode.closed === null || day <= episode.closed),
  )
}

function earlierOpenings(random: Random): readonly Day[] {
  return Array.from({ length: casesBefore }, () =>
    random.pick(workingDaysOf(addMonths('2022-03', -random.integer(0, 40)))),
  ).toSorted()
}

/** More people come in spring and after the summer holidays than in August and December. */
const seasonal: Readonly<Record<string, number>> = {
  '04': 14,
  '05': 9,
  '06': 10,
  '07': 8,
  '08': 5,
  '09': 11,
  '10': 10,
  '11': 9,
  '12': 5,
  '01': 8,
  '02': 8,
  '03': 8,
}

function arrivalDay(random: Random, fiscalYear: FiscalYear): Day {
  const months = monthsOf(fiscalYearPeriod(fiscalYear))
  const number = random.weighted(seasonal)
  const month = months.find((candidate) => candidate.endsWith(`-${number}`)) ?? (`${fiscalYear}-04` as Month)
  return random.pick(workingDaysOf(month))
}

/** Who turned 30 left the old programme by rule, in the month before the birthday. */
function closeAtAgeLimit(random: Random, cases: readonly RegisteredCase[], fiscalYear: FiscalYear): void {
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

function reopen(random: Random, cases: readonly RegisteredCase[], year: YearPlan): void {
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

function close(random: Random, cases: readonly RegisteredCase[], year: YearPlan): void {
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

/** Gives the case before a marked one the same household. */
function joinHouseholds(cases: readonly RegisteredCase[]): readonly RegisteredCase[] {
  return cases.map((file, index) => {
    const next = cases[index + 1]
    return file.householdId === null && next?.householdId != null
      ? { ...file, householdId: next.householdId }
      : file
  })
}
