import { findBreakdown } from '../catalogue/breakdowns.ts'
import type { Filter } from '../definition.ts'
import type { StatisticContext } from '../engine/context.ts'
import { unknownCode } from '../engine/context.ts'
import type { Contact } from './contact.ts'
import type { Person, PersonField } from './person.ts'
import { personFields } from './person.ts'

/** The codes under which a contact stands in a breakdown: one, or any number for multiple choices. */
export type CodesOf = (contact: Contact, person: Person) => readonly string[]

const isPersonField = (code: string): code is PersonField =>
  (personFields as readonly string[]).includes(code)

/** How a contact is cut by a breakdown; merged codes count as the one that they were merged into. */
export function codesOfBreakdown(breakdown: string, context: StatisticContext): CodesOf {
  const { codes } = context
  const list = findBreakdown(breakdown)?.list ?? breakdown
  const one = (code: string): readonly string[] => [codes.canonical(list, code)]
  const many = (all: readonly string[]): readonly string[] => [
    ...new Set(all.map((code) => codes.canonical(list, code))),
  ]
  if (breakdown.startsWith('ageBand')) {
    return (_, person) => [codes.ageBand(breakdown, person.ageLow, person.ageHigh)]
  }
  if (isPersonField(breakdown)) return (_, person) => one(person.fields[breakdown])
  switch (breakdown) {
    case 'method':
      return ({ row }) => one(row.method)
    case 'caller':
      return ({ row }) => one(row.caller)
    case 'callerGroup':
      return ({ row }) => [codes.callerGroup(row.caller)]
    case 'route':
      return ({ row }) => one(row.route)
    case 'mainTopic':
      return ({ row }) => one(row.mainTopic)
    case 'support':
      return ({ row }) => many(row.supports)
    case 'companion':
      return ({ row }) => many(row.companions)
    case 'topic':
      return ({ row }) => many(row.topics)
    case 'factor':
      return ({ row }) => many(row.factors)
    default:
      return () => [unknownCode]
  }
}

/** Whether a contact passes a filter. An age that the filter's edge cuts is 不明, and passes neither way. */
export function passesFilter(
  filter: Filter,
  context: StatisticContext,
): (contact: Contact, person: Person) => boolean {
  if ('age' in filter) {
    const { age, operator } = filter
    return (_, { ageLow, ageHigh }) =>
      ageLow !== null && ageHigh !== null && (operator === '>=' ? ageLow >= age : ageHigh <= age)
  }
  const wanted = new Set(filter.codes)
  const codesOf = codesOfBreakdown(filter.field, context)
  const is = filter.operator === 'is'
  return (contact, person) => codesOf(contact, person).some((code) => wanted.has(code)) === is
}
