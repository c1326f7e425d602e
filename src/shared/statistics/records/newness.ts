import type { Day } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import type { LedgerRows, ProgrammeRow } from '../rows.ts'
import type { Contact } from './contact.ts'
import type { Roots } from './roots.ts'

/** Days on which a case was opened again after it had been closed (再開), by root case. */
export function reopeningsOf(
  episodes: LedgerRows['caseEpisodes'],
  roots: Roots,
  asOf: Day,
): ReadonlyMap<string, readonly Day[]> {
  const found = new Map<string, Day[]>()
  const byRoot = Map.groupBy(episodes, (episode) => roots.rootOf(episode.caseId))
  for (const [root, own] of byRoot) {
    const days = own.flatMap(({ openedOn }) =>
      openedOn <= asOf &&
      own.some((one) => one.openedOn < openedOn && one.closedOn !== null && one.closedOn <= openedOn)
        ? [openedOn]
        : [],
    )
    if (days.length > 0) found.set(root, days)
  }
  return found
}

export interface NewnessFacts {
  readonly roots: Roots
  readonly reopenings: ReadonlyMap<string, readonly Day[]>
  readonly rules: ReadonlyMap<string, ProgrammeRow['newRule']>
  readonly recordingSince: Day
}

/** Party → 新規 rule of its programme. */
export function newRules(rows: Pick<LedgerRows, 'parties' | 'programmes'>): NewnessFacts['rules'] {
  const byProgramme = new Map(rows.programmes.map((row) => [row.code, row.newRule]))
  return new Map(rows.parties.map((row) => [row.code, byProgramme.get(row.programme) ?? 'firstEver']))
}

/** As much of a contact as decides whether it makes its person 新規. */
export type NewnessContact = Pick<Contact, 'root' | 'fiscalYear'> & {
  readonly row: Pick<Contact['row'], 'day' | 'party'>
}

/**
 * The contacts that make a person 新規, at most one for a person and fiscal year (domain §3). `contacts`
 * are those of the scope in order; the rule is that of the programme of the contact's own party.
 */
export function newContacts<One extends NewnessContact>(
  contacts: readonly One[],
  facts: NewnessFacts,
): ReadonlySet<One> {
  const found = new Set<One>()
  const counted = new Set<string>()
  const last = new Map<string, Day>()
  for (const contact of contacts) {
    if (contact.root === null) continue
    const before = last.get(contact.root) ?? null
    last.set(contact.root, contact.row.day)
    const inYear = `${contact.fiscalYear} ${contact.root}`
    if (!counted.has(inYear) && isNew(contact, contact.root, before, facts)) {
      counted.add(inYear)
      found.add(contact)
    }
  }
  return found
}

function isNew(contact: NewnessContact, root: string, before: Day | null, facts: NewnessFacts): boolean {
  const rule = facts.rules.get(contact.row.party) ?? 'firstEver'
  const known = facts.roots.beforeLedger.has(root)
  if (rule === 'notInPreviousYear') {
    // A case from before the ledger may have come in the year before the first one.
    const unsure = known && contact.fiscalYear === fiscalYearOf(facts.recordingSince)
    return before === null ? !unsure : fiscalYearOf(before) < contact.fiscalYear - 1
  }
  if (before === null && !known) return true
  if (rule === 'firstEver') return false
  const reopenings = facts.reopenings.get(root) ?? []
  return reopenings.some((day) => day <= contact.row.day && (before === null || before < day))
}
