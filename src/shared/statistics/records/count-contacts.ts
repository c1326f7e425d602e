import type { StatisticContext } from '../engine/context.ts'
import { type CountRequest, type Counts, countKey } from '../engine/counter.ts'
import { sliceCode } from '../engine/slices.ts'
import type { Contact } from './contact.ts'
import { codesOfBreakdown, passesFilter } from './fields.ts'
import { type NewnessFacts, newContacts } from './newness.ts'
import type { Person, Persons } from './person.ts'

export interface ContactFacts extends NewnessFacts {
  /** In order of day and recording, none after the as-of date. */
  readonly contacts: readonly Contact[]
  readonly persons: Persons
}

/** Contacts of the request with the persons behind them, filtered. */
export function selectContacts(
  request: CountRequest,
  facts: ContactFacts,
  context: StatisticContext,
): readonly (readonly [Contact, Person])[] {
  const { source } = request
  const only = source.kind === 'contacts' ? source.only : null
  const ownFilter =
    only === null ? [] : [{ field: only.breakdown, operator: 'is', codes: [only.code] } as const]
  const filters = [...request.where, ...ownFilter].map((filter) => passesFilter(filter, context))
  return facts.contacts
    .filter((contact) => request.included.get(contact.row.party)?.has(contact.month) === true)
    .map((contact) => [contact, facts.persons.of(contact)] as const)
    .filter(([contact, person]) => filters.every((passes) => passes(contact, person)))
}

/** Events, persons, 新規, 継続 or households of the request, by slice and codes. */
export function countContacts(request: CountRequest, facts: ContactFacts, context: StatisticContext): Counts {
  const count = request.source.kind === 'contacts' ? request.source.count : 'events'
  const selected = selectContacts(request, facts, context)
  const cuts = request.keys.map((key) => codesOfBreakdown(key, context))
  const groups = new Map<string, Contact[]>()
  for (const [contact, person] of selected) {
    const combinations = cuts.reduce<readonly (readonly string[])[]>(
      (before, cut) => before.flatMap((codes) => cut(contact, person).map((code) => [...codes, code])),
      [[]],
    )
    for (const codes of combinations) {
      const key = countKey(sliceCode(contact.month, request.time), codes)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [contact])
      else group.push(contact)
    }
  }
  const isNew =
    count === 'new' || count === 'continuing'
      ? newContacts(
          facts.contacts.filter((contact) => request.scope.has(contact.row.party)),
          facts,
        )
      : new Set<Contact>()
  return new Map([...groups].map(([key, contacts]) => [key, measure(contacts, count, isNew, facts)]))
}

function measure(
  contacts: readonly Contact[],
  count: 'events' | 'persons' | 'new' | 'continuing' | 'households',
  isNew: ReadonlySet<Contact>,
  facts: ContactFacts,
): number {
  if (count === 'events') return contacts.length
  if (count === 'new') return contacts.filter((contact) => isNew.has(contact)).length
  const persons = new Set(contacts.flatMap((contact) => contact.root ?? []))
  if (count === 'households') return new Set([...persons].map((root) => facts.roots.householdOf(root))).size
  // 継続 is whoever came and was not 新規 there: so 新規 + 継続 = 実 in every cell. Over several years a
  // person can be 新規 more than once and still is one person.
  if (count === 'continuing') {
    for (const contact of contacts)
      if (contact.root !== null && isNew.has(contact)) persons.delete(contact.root)
  }
  return persons.size
}

/** Contacts, or persons, with at least one code of a multiple-choice breakdown. */
export function countWithAny(
  breakdown: string,
  request: CountRequest,
  facts: ContactFacts,
  context: StatisticContext,
): number {
  const cut = codesOfBreakdown(breakdown, context)
  const any = selectContacts(request, facts, context).filter(
    ([contact, person]) => cut(contact, person).length > 0,
  )
  if (request.source.kind === 'contacts' && request.source.count === 'events') return any.length
  return new Set(any.flatMap(([contact]) => contact.root ?? [])).size
}
