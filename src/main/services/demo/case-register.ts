import { addMonths, monthOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { close, closeAtAgeLimit, reopen } from './case-course.ts'
import { casePlan, partiesBefore, seasonalArrivals } from './case-plan.ts'
import { idStream } from './ids.ts'
import { inventPerson, type Person } from './persons.ts'
import { type Random, randomStream } from './random.ts'
import type { RegisteredCase } from './registered-case.ts'
import { workingDaysOf } from './working-days.ts'

const firstDay: Day = '2022-04-01'
const casesBefore = 36

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
  for (const year of casePlan) {
    const scope = year.fiscalYear < 2024 ? 'capped' : 'open'
    const arrivals = year.arrivals.flatMap((band) => Array.from({ length: band.count }, () => band))
    const days = arrivals
      .map((band) => ({ band, opened: arrivalDay(random, year.fiscalYear) }))
      .toSorted((left, right) => (left.opened < right.opened ? -1 : left.opened > right.opened ? 1 : 0))
    days.forEach(({ band, opened }, index) => {
      // Now and then a brother or sister of the one before comes as well: two cases, one household.
      const elder = index % 12 === 11 ? cases.at(-1) : undefined
      const ages = elder === undefined ? band : (days[index - 1]?.band ?? band)
      const person = inventPerson(random, monthOf(opened), ages, year.parties, scope)
      if (elder === undefined) open(person, opened)
      else open(siblingOf(elder.person, person), opened, makeHousehold(opened))
    })
    if (scope === 'capped') closeAtAgeLimit(random, cases, year.fiscalYear)
    reopen(random, cases, year)
    close(random, cases, year)
  }
  return joinHouseholds(cases)
}

function earlierOpenings(random: Random): readonly Day[] {
  return Array.from({ length: casesBefore }, () =>
    random.pick(workingDaysOf(addMonths('2022-03', -random.integer(0, 40)))),
  ).toSorted()
}

function arrivalDay(random: Random, fiscalYear: FiscalYear): Day {
  const months = monthsOf(fiscalYearPeriod(fiscalYear))
  const number = random.weighted(seasonalArrivals)
  const month = months.find((candidate) => candidate.endsWith(`-${number}`)) ?? (`${fiscalYear}-04` as Month)
  return random.pick(workingDaysOf(month))
}

/** Brothers and sisters of a household live with their parents, in one place. */
function siblingOf(elder: Person, person: Person): Person {
  return { ...person, livesWith: 'parents', area: elder.area, economic: elder.economic }
}

/** Gives the case before a marked one the same household. */
function joinHouseholds(cases: readonly RegisteredCase[]): readonly RegisteredCase[] {
  return cases.map((file, index) => {
    const younger = cases[index + 1]
    return file.householdId === null && younger?.householdId != null
      ? { ...file, householdId: younger.householdId, person: { ...file.person, livesWith: 'parents' } }
      : file
  })
}
