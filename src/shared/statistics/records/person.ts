import type { FiscalYear } from '../../time/day.ts'
import { unknownCode } from '../engine/context.ts'
import type { Contact } from './contact.ts'

/** Attributes of a person that are one value in a fiscal year. */
export const personFields = ['sex', 'economic', 'household', 'schooling', 'area', 'duration'] as const
export type PersonField = (typeof personFields)[number]

export interface Person {
  readonly fields: Readonly<Record<PersonField, string>>
  readonly ageLow: number | null
  readonly ageHigh: number | null
}

const personKey = (fiscalYear: FiscalYear, root: string): string => `${fiscalYear} ${root}`

/** What is known of each person in each fiscal year on the as-of date (domain §3). */
export class Persons {
  readonly #known = new Map<string, Person>()

  /** `contacts` in order of day and recording, none after the as-of date. */
  constructor(contacts: readonly Contact[]) {
    for (const contact of contacts) {
      if (contact.root === null) continue
      const key = personKey(contact.fiscalYear, contact.root)
      const own = ownOf(contact)
      const before = this.#known.get(key)
      this.#known.set(key, before === undefined ? own : merged(before, own))
    }
  }

  /** The person behind a contact; an anonymous contact stands for itself. */
  of(contact: Contact): Person {
    if (contact.root === null) return ownOf(contact)
    return this.#known.get(personKey(contact.fiscalYear, contact.root)) ?? ownOf(contact)
  }
}

function ownOf({ row }: Contact): Person {
  const { sex, economic, household, schooling, area, duration, ageLow, ageHigh } = row
  return { fields: { sex, economic, household, schooling, area, duration }, ageLow, ageHigh }
}

/** The last known value wins; of ages the first, a number before a decade before 不明. */
function merged(before: Person, later: Person): Person {
  const last = (field: PersonField): string =>
    later.fields[field] === unknownCode ? before.fields[field] : later.fields[field]
  const age = precision(later) > precision(before) ? later : before
  return {
    fields: {
      sex: last('sex'),
      economic: last('economic'),
      household: last('household'),
      schooling: last('schooling'),
      area: last('area'),
      duration: last('duration'),
    },
    ageLow: age.ageLow,
    ageHigh: age.ageHigh,
  }
}

/** 2: a number of years, 1: a range, 0: 不明. */
function precision({ ageLow, ageHigh }: Pick<Person, 'ageLow' | 'ageHigh'>): 0 | 1 | 2 {
  if (ageLow === null || ageHigh === null) return 0
  return ageLow === ageHigh ? 2 : 1
}
