import { addMonths, monthParts, monthsBetween } from '../../../shared/time/calendar.ts'
import type { Month } from '../../../shared/time/day.ts'
import type { Random } from './random.ts'
import * as weights from './weights.ts'

/**
 * An invented person concerned (支援対象者) with the attributes that stay the same from contact to
 * contact. There is no name: not even an invented one.
 */
export interface Person {
  readonly born: Month
  readonly ageKnown: 'exact' | 'decade' | 'notAtFirst' | 'never'
  readonly sex: string
  readonly economic: string
  readonly area: string
  readonly route: string
  readonly factors: readonly string[]
  /** 期間: when the withdrawal (ひきこもり) began, or null when nobody said. */
  readonly withdrawnSince: Month | null
  readonly livesWith: keyof typeof weights.households
  readonly inSchool: boolean
  /** The party that has most of the contacts. */
  readonly party: string
  /** How often this person is in contact, relative to others. */
  readonly intensity: number
}

/** Completed years in a month. */
export function ageIn(person: Person, month: Month): number {
  return Math.floor(monthsBetween(person.born, month) / 12)
}

/** Age as a range, as the recorder knew it: exact, by the decade, or not at all (domain §3). */
export function knownAge(
  person: Person,
  month: Month,
  isFirst: boolean,
): { readonly low: number | null; readonly high: number | null } {
  const age = ageIn(person, month)
  if (person.ageKnown === 'never' || (person.ageKnown === 'notAtFirst' && isFirst)) {
    return { low: null, high: null }
  }
  if (person.ageKnown === 'decade') {
    const decade = Math.floor(age / 10) * 10
    return { low: decade, high: decade + 9 }
  }
  return { low: age, high: age }
}

/** 在学区分, by the school year (which begins in April). */
export function schoolingIn(person: Person, month: Month): string {
  const { year, month: number } = monthParts(month)
  const schoolYear = number >= 4 ? year : year - 1
  const born = monthParts(person.born)
  const gradeYear = schoolYear - (born.month >= 4 ? born.year : born.year - 1)
  if (gradeYear <= 14) return weights.schooling.juniorHigh
  if (gradeYear === 15) return weights.schooling.lastJuniorHigh
  if (person.inSchool && gradeYear <= 18) return weights.schooling.high
  if (person.inSchool && gradeYear <= 22) return weights.schooling.university
  return weights.schooling.none
}

/** 世帯: 8050 is a person of 40 or more with a parent of 65 or more (domain §4). */
export function householdIn(person: Person, month: Month): string {
  if (person.livesWith === 'parents' && ageIn(person, month) >= 40) return weights.households.eightyFifty
  return weights.households[person.livesWith]
}

/** 期間 (ひきこもりの期間) as of a month. */
export function durationIn(person: Person, month: Month): string {
  if (person.withdrawnSince === null) return weights.durations.unknown
  const months = monthsBetween(person.withdrawnSince, month)
  return weights.durations.steps.find((step) => months < step.below)?.code ?? weights.durations.longest
}

/** The month in which the person turns `age`. */
export function turns(person: Person, age: number): Month {
  return addMonths(person.born, age * 12)
}

/** Invents a person who comes into contact in a month, in an age band given as completed years. */
export function inventPerson(
  random: Random,
  opened: Month,
  ages: { readonly low: number; readonly high: number },
  parties: Readonly<Record<string, number>>,
  scope: 'capped' | 'open',
): Person {
  const age = random.integer(ages.low, ages.high)
  const born = addMonths(opened, -(age * 12 + random.integer(0, 11)))
  const old = age >= 40
  return {
    born,
    // A decade is only used where it lies wholly inside the old target ages (14–29).
    ageKnown: random.weighted(
      age < 20 ? weights.ageKnownYoung : scope === 'capped' ? weights.ageKnownCapped : weights.ageKnown,
    ),
    sex: random.weighted(weights.sexes),
    economic: random.weighted(scope === 'capped' ? weights.economicCapped : weights.economicOpen),
    area: random.weighted(weights.areas),
    route: random.weighted(old ? weights.routesOld : age < 20 ? weights.routesYoung : weights.routes),
    factors: factorsOf(random, age),
    withdrawnSince: random.chance(0.2) ? null : addMonths(opened, -withdrawnMonths(random, age)),
    livesWith: random.weighted(old ? weights.livesWithOld : weights.livesWithYoung),
    inSchool: age <= 22 && random.chance(0.45),
    party: random.weighted(parties),
    intensity: random.pick(weights.intensities),
  }
}

function factorsOf(random: Random, age: number): readonly string[] {
  return weights.factors
    .filter((factor) => random.chance(age >= 40 ? factor.old : factor.young))
    .map((factor) => factor.code)
}

function withdrawnMonths(random: Random, age: number): number {
  const longest = Math.max(8, (age - 12) * 12)
  const share = random.next() ** 2
  return Math.max(2, Math.floor(share * Math.min(longest, 300)))
}
