import type { ConsultationRow } from '../../../shared/statistics/rows.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { ageIn, durationIn, householdIn, knownAge, schoolingIn } from './persons.ts'
import type { Random } from './random.ts'
import type { RegisteredCase } from './registered-case.ts'
import * as weights from './weights.ts'

type Contact = Omit<ConsultationRow, 'id'>

const unknown = 'unknown'

/** One contact about a known case. `isFirst`: the first that the ledger has of it. */
export function contactAbout(random: Random, file: RegisteredCase, day: Day, isFirst: boolean): Contact {
  const { person } = file
  const month = monthOf(day)
  const age = knownAge(person, month, isFirst)
  const old = ageIn(person, month) >= 40
  const method = random.weighted(weights.methods[fiscalYearOf(day)] ?? weights.methodsAnonymous)
  const caller = random.weighted(old ? weights.callersOld : weights.callersYoung)
  const household = householdIn(person, month)
  const mainTopic = random.weighted(old ? weights.topicsOld : weights.topicsYoung)
  return {
    day,
    party: partyOn(random, person.party, day),
    caseId: file.id,
    method,
    supports: supportsOf(random, method),
    caller,
    companions: companionsOf(random, method, caller),
    ageLow: age.low,
    ageHigh: age.high,
    sex: person.sex,
    schooling: schoolingIn(person, month),
    economic: person.economic,
    household,
    area: person.area,
    duration: durationIn(person, month),
    route: person.route,
    mainTopic,
    topics: otherTopics(random, mainTopic, old),
    factors: household === weights.households.eightyFifty ? [...person.factors, household] : person.factors,
    newClaim: isFirst && !file.beforeLedger,
    note: random.chance(weights.shareWithNote) ? random.pick(weights.notes) : '',
  }
}

/** A contact of someone who did not say who is concerned: it counts in 延べ, never in 実. */
export function anonymousContact(random: Random, day: Day): Contact {
  const mainTopic = random.weighted(weights.topicsYoung)
  return {
    day,
    party: partyOn(random, 'support-desk', day),
    caseId: null,
    method: random.weighted(weights.methodsAnonymous),
    supports: supportsOf(random, ''),
    caller: random.weighted(weights.callersAnonymous),
    companions: [],
    ageLow: null,
    ageHigh: null,
    sex: unknown,
    schooling: unknown,
    economic: unknown,
    household: unknown,
    area: unknown,
    duration: unknown,
    route: unknown,
    mainTopic,
    topics: [],
    factors: [],
    newClaim: null,
    note: '',
  }
}

/** Mostly the case's own party, sometimes another; the contractor of that time (the contract changed in 令和６年度). */
function partyOn(random: Random, usual: string, day: Day): string {
  const party = random.chance(0.12) ? random.pick(['division', 'support-desk', 'contractor']) : usual
  if (!party.endsWith('contractor')) return party
  return day >= '2024-04-01' ? 'hikikomori-contractor' : 'neet-contractor'
}

function supportsOf(random: Random, method: string): readonly string[] {
  const chosen = weights.supports.filter((support) => random.chance(support.share)).map(({ code }) => code)
  const accompanied = method === weights.outreachMethod && random.chance(weights.accompaniment.shareOfVisits)
  if (accompanied) return [...chosen, weights.accompaniment.code]
  return chosen.length > 0 ? chosen : [weights.supports[0]?.code ?? unknown]
}

function companionsOf(random: Random, method: string, caller: string): readonly string[] {
  const faceToFace = method === weights.outreachMethod || method === weights.officeMethod
  if (!faceToFace || !random.chance(0.3)) return []
  const companion = random.weighted(weights.companions)
  return companion === caller ? [] : [companion]
}

function otherTopics(random: Random, mainTopic: string, old: boolean): readonly string[] {
  const table = old ? weights.topicsOld : weights.topicsYoung
  const count = random.weighted({ 0: 45, 1: 38, 2: 17 })
  const chosen = Array.from({ length: Number(count) }, () => random.weighted(table))
  return [...new Set(chosen)].filter((topic) => topic !== mainTopic)
}
