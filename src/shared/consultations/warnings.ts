import { type AgeRange, householdsCheck } from '../codes/age.ts'
import type { Household8050Rule } from '../codes/code-list.ts'
import type { Day } from '../time/day.ts'

/** Doubts about a contact (domain §7); a warning stops neither typing nor saving. */
export const warningCodes = [
  /** The day is after today. {today} */
  'future',
  /** Under the age of 8050. {minimumAge} */
  'tooYoungFor8050',
  /** The known age is cut by the age of 8050. {minimumAge} */
  'unclearFor8050',
  /** Younger than in an earlier contact of the case. {before, day, number} */
  'younger',
  /** The same day, case and channel. {number} */
  'duplicate',
  /** No episode of the case is open on that day. {day} */
  'notOpen',
  /** Told as 新規, but it is 継続 by the rule. */
  'claimedNew',
] as const
export type WarningCode = (typeof warningCodes)[number]

export interface Warning {
  readonly code: WarningCode
  readonly parameters: Readonly<Record<string, string | number>>
}

/** A contact as the rules see it; `number` is null while it is not recorded. */
export interface JudgedContact {
  readonly number: number | null
  readonly day: Day
  readonly method: string
  readonly age: AgeRange
  readonly household: string
  readonly newClaim: boolean | null
}

export interface CaseFacts {
  /** Contacts of the case (after 名寄せ), in any order; the judged one may be among them. */
  readonly contacts: readonly Pick<JudgedContact, 'number' | 'day' | 'method' | 'age'>[]
  readonly episodes: readonly { readonly openedOn: Day; readonly closedOn: Day | null }[]
}

/**
 * All doubts about a contact. `facts` null: anonymous, or a case that begins with it. `isNew` null: not
 * known. An age counts as younger only when the whole range lies below one that was known before.
 */
export function warningsOf(
  contact: JudgedContact,
  facts: CaseFacts | null,
  about: { readonly today: Day; readonly rule: Household8050Rule; readonly isNew: boolean | null },
): readonly Warning[] {
  const found: Warning[] = []
  const { today, rule } = about
  if (contact.day > today) found.push({ code: 'future', parameters: { today } })
  const household = householdsCheck(contact.household, contact.age, rule)
  if (household !== null) {
    const code = household === 'tooYoung' ? 'tooYoungFor8050' : 'unclearFor8050'
    found.push({ code, parameters: { minimumAge: rule.minimumAge } })
  }
  if (facts !== null) {
    const others = facts.contacts.filter((other) => other.number === null || other.number !== contact.number)
    const younger = youngerThan(contact, others)
    if (younger !== null) found.push(younger)
    const same = others.find((other) => other.day === contact.day && other.method === contact.method)
    if (same !== undefined) found.push({ code: 'duplicate', parameters: { number: same.number ?? 0 } })
    if (facts.episodes.length > 0 && !facts.episodes.some((episode) => holds(episode, contact.day))) {
      found.push({ code: 'notOpen', parameters: { day: contact.day } })
    }
  }
  if (contact.newClaim === true && about.isNew === false) found.push({ code: 'claimedNew', parameters: {} })
  return found
}

function youngerThan(contact: JudgedContact, others: CaseFacts['contacts']): Warning | null {
  const { high } = contact.age
  if (high === null) return null
  const older = others
    .filter((other) => isBefore(other, contact) && other.age.low !== null && other.age.low > high)
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
  if (older === undefined) return null
  return {
    code: 'younger',
    parameters: { before: older.age.low ?? 0, day: older.day, number: older.number ?? 0 },
  }
}

const isBefore = (other: CaseFacts['contacts'][number], contact: JudgedContact): boolean =>
  other.day < contact.day ||
  (other.day === contact.day && (other.number ?? Number.MAX_SAFE_INTEGER) < (contact.number ?? Infinity))

const holds = (episode: CaseFacts['episodes'][number], day: Day): boolean =>
  episode.openedOn <= day && (episode.closedOn === null || day <= episode.closedOn)
