import type { Day, FiscalYear } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import type { StatisticContext } from '../engine/context.ts'
import type { CountRequest, Counts, RecordCounter } from '../engine/counter.ts'
import type { LedgerRows } from '../rows.ts'
import {
  countActivities,
  countUndated,
  type HeldActivity,
  heldActivities,
  withCanonicalCodes,
} from './activities.ts'
import { contactsOf } from './contact.ts'
import { type ContactFacts, countContacts, countWithAny, selectContacts } from './count-contacts.ts'
import { countEpisodes } from './count-episodes.ts'
import { countPlain } from './count-plain.ts'
import { newRules, reopeningsOf } from './newness.ts'
import { Persons } from './person.ts'
import { rootsOf } from './roots.ts'

/**
 * Counts plain rows: the definition of every number, by plain loops. It keeps what it has derived for an
 * as-of date, so one counter serves many queries over the same, unchanged rows.
 */
export function pureCounter(rows: LedgerRows): RecordCounter {
  const roots = rootsOf(rows.cases)
  const rules = newRules(rows)
  const factsOn = remembered((asOf): ContactFacts => {
    const contacts = contactsOf(rows.consultations, roots, asOf)
    return {
      contacts,
      persons: new Persons(contacts),
      roots,
      rules,
      reopenings: reopeningsOf(rows.caseEpisodes, roots, asOf),
      recordingSince: rows.recordingSince,
    }
  })
  const heldOn = remembered((asOf): readonly HeldActivity[] => heldActivities(rows.activities, asOf))
  const years = yearsWithData(rows)

  function count(request: CountRequest, context: StatisticContext): Counts {
    switch (request.source.kind) {
      case 'contacts':
        return countContacts(request, factsOn(request.asOf), context)
      case 'coordinations':
        return countPlain(request, rows.coordinations, context, (row, key) =>
          key === 'agency' ? row.agency : null,
        )
      case 'referrals': {
        const counted = rows.referrals.filter((row) => context.referralDepths.includes(row.depth))
        return countPlain(request, counted, context, (row, key) =>
          key === 'destination' ? row.destination : key === 'depth' ? row.depth : null,
        )
      }
      case 'episodes':
        return countEpisodes(request, rows.caseEpisodes, roots, context)
      case 'sessions':
      case 'attendance':
      case 'measures':
        return countActivities(request, withCanonicalCodes(heldOn(request.asOf), context.codes))
      default:
        return new Map()
    }
  }

  return {
    hasData: (fiscalYear) => years.has(fiscalYear),
    count,
    anonymous: (request, context) =>
      selectContacts(request, factsOn(request.asOf), context).filter(([contact]) => contact.root === null)
        .length,
    withAny: (breakdown, request, context) =>
      countWithAny(breakdown, request, factsOn(request.asOf), context),
    undated: (request, context) =>
      countUndated(request, withCanonicalCodes(heldOn(request.asOf), context.codes)),
  }
}

function remembered<T>(make: (asOf: Day) => T): (asOf: Day) => T {
  const known = new Map<Day, T>()
  return (asOf) => {
    const found = known.get(asOf) ?? make(asOf)
    known.set(asOf, found)
    return found
  }
}

/**
 * Fiscal years of which the ledger holds anything: a contact, an activity that was held, a tally, a case
 * opened or closed since recording began. What is only planned is no data yet.
 */
function yearsWithData(rows: LedgerRows): ReadonlySet<FiscalYear> {
  return new Set([
    ...[...rows.consultations, ...rows.coordinations, ...rows.referrals].map((row) => fiscalYearOf(row.day)),
    ...[...rows.activities.filter((row) => row.held !== null), ...rows.tallies].map((row) => row.fiscalYear),
    ...rows.caseEpisodes
      .flatMap((row) => [row.openedOn, row.closedOn ?? row.openedOn])
      .filter((day) => day >= rows.recordingSince)
      .map((day) => fiscalYearOf(day)),
  ])
}
