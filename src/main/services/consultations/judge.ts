import type { Household8050Rule } from '../../../shared/codes/code-list.ts'
import type { CaseFacts, JudgedContact, Warning } from '../../../shared/consultations/warnings.ts'
import { warningsOf } from '../../../shared/consultations/warnings.ts'
import type { ConsultationListRow } from '../../../shared/contract/schemas/consultations.ts'
import { newContacts, reopeningsOf } from '../../../shared/statistics/records/newness.ts'
import type { ProgrammeRow } from '../../../shared/statistics/rows.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { readProgrammes } from '../../ledger/repositories/programmes.ts'
import { kept } from '../../ledger/repositories/register/kept.ts'
import {
  type CaseContact,
  contactsOfCases,
  episodesOfCases,
  type RegisterFacts,
} from '../../ledger/repositories/register/rows.ts'
import { readRecording } from '../../ledger/repositories/settings.ts'
import { type CaseMap, readCaseMap } from '../../ledger/statistics/case-map.ts'

export type Newness = ConsultationListRow['newness']

/** What is said of a record that the record itself does not hold. */
export interface Judgement {
  readonly newness: Newness
  readonly warnings: readonly Warning[]
}

/** What the judgements of a moment share. */
export interface Bench {
  readonly cases: CaseMap
  readonly rules: ReadonlyMap<string, ProgrammeRow['newRule']>
  readonly recordingSince: Day
  readonly earlierCasesKnown: boolean
  readonly rule8050: Household8050Rule
  readonly today: Day
}

export function benchOf(reader: LedgerReader, today: Day): Bench {
  return kept(reader, `bench ${today}`, () => newBench(reader, today))
}

function newBench(reader: LedgerReader, today: Day): Bench {
  const programmes = new Map(readProgrammes(reader).map((row) => [row.code, row.newRule]))
  const rules = readParties(reader).map(
    (row) => [row.code, programmes.get(row.programme) ?? 'firstEver'] as const,
  )
  return {
    cases: readCaseMap(reader),
    rules: new Map(rules),
    ...readRecording(reader),
    rule8050: readCodeLists(reader).household8050,
    today,
  }
}

/** What is known of persons: their contacts and episodes, by root case. */
interface Known {
  readonly contacts: ReadonlyMap<number, readonly CaseContact[]>
  readonly episodes: ReadonlyMap<number, CaseFacts['episodes']>
  /** Keys of the contacts that make their person 新規. */
  readonly isNew: ReadonlySet<number>
}

function knownOf(reader: LedgerReader, roots: Iterable<number>, bench: Bench): Known {
  const members = [...new Set(roots)].flatMap((root) => bench.cases.membersOf(root))
  const contacts = contactsOfCases(reader, members)
  const episodes = episodesOfCases(reader, members)
  const rootOf = (key: number): string => String(bench.cases.rootOf(key))
  const reopenings = reopeningsOf(
    episodes.map((episode, index) => ({
      id: String(index),
      caseId: String(episode.caseKey),
      openedOn: episode.openedOn,
      closedOn: episode.closedOn,
      closingReason: null,
    })),
    { rootOf: (id) => rootOf(Number(id)), beforeLedger: new Set(), householdOf: (root) => root },
    lastDayOf('9999-12'),
  )
  const found = newContacts(
    contacts.map((contact) => ({
      row: contact,
      root: rootOf(contact.caseKey),
      fiscalYear: fiscalYearOf(contact.day),
    })),
    {
      roots: {
        rootOf: (id) => id,
        beforeLedger: new Set([...bench.cases.beforeLedger].map(String)),
        householdOf: (root) => root,
      },
      reopenings,
      rules: bench.rules,
      recordingSince: bench.recordingSince,
    },
  )
  return {
    contacts: Map.groupBy(contacts, (contact) => bench.cases.rootOf(contact.caseKey)),
    episodes: Map.groupBy(episodes, (episode) => bench.cases.rootOf(episode.caseKey)),
    isNew: new Set([...found].map((contact) => contact.row.key)),
  }
}

function factsOf(known: Known, root: number): CaseFacts {
  return {
    contacts: (known.contacts.get(root) ?? []).map((contact) => ({
      number: contact.key,
      day: contact.day,
      method: contact.method,
      age: { low: contact.ageLow, high: contact.ageHigh },
    })),
    episodes: known.episodes.get(root) ?? [],
  }
}

/** 新規 / 継続 and the doubts of rows, by their keys. */
export function judgeRows(
  reader: LedgerReader,
  rows: readonly RegisterFacts[],
  bench: Bench,
): ReadonlyMap<number, Judgement> {
  const roots = rows.flatMap((row) => (row.caseKey === null ? [] : [bench.cases.rootOf(row.caseKey)]))
  const known = knownOf(reader, roots, bench)
  const facts = new Map<number, CaseFacts>()
  return new Map(
    rows.map((row) => {
      const root = row.caseKey === null ? null : bench.cases.rootOf(row.caseKey)
      const own = root === null ? null : (facts.get(root) ?? factsOf(known, root))
      if (root !== null && own !== null) facts.set(root, own)
      const newness = root === null ? null : newnessOf(row, root, known.isNew.has(row.key), bench)
      const contact = {
        number: row.key,
        day: row.day,
        method: row.method,
        age: { low: row.ageLow, high: row.ageHigh },
        household: row.household,
        newClaim: row.newClaim === null ? null : row.newClaim === 1,
      }
      const isNew = newness === 'new' ? true : newness === 'continuing' ? false : null
      const { today, rule8050 } = bench
      return [row.key, { newness, warnings: warningsOf(contact, own, { today, rule: rule8050, isNew }) }]
    }),
  )
}

/** What would be said of a contact that is not recorded, or not as it is typed now. */
export function judgeTyped(
  reader: LedgerReader,
  contact: Omit<JudgedContact, 'newClaim'> & { readonly party: string },
  caseKey: number | null,
  bench: Bench,
): Judgement {
  const root = caseKey === null ? null : bench.cases.rootOf(caseKey)
  const facts = root === null ? null : factsOf(knownOf(reader, [root], bench), root)
  const about = { today: bench.today, rule: bench.rule8050, isNew: null }
  const warnings = warningsOf({ ...contact, newClaim: null }, facts, about)
  if (root === null || facts === null) return { newness: null, warnings }
  const earlier = facts.contacts.some((other) => other.number !== contact.number && other.day <= contact.day)
  const isFirst = !earlier && !bench.cases.beforeLedger.has(root)
  return { newness: newnessOf(contact, root, isFirst, bench), warnings }
}

/** In the ledger's first year whoever came may have come before, unless the earlier cases were given (domain §3). */
function newnessOf(contact: { readonly day: Day }, root: number, isNew: boolean, bench: Bench): Newness {
  if (!isNew) return 'continuing'
  const firstYear = fiscalYearOf(contact.day) <= fiscalYearOf(bench.recordingSince)
  return firstYear && !bench.earlierCasesKnown && !bench.cases.beforeLedger.has(root) ? 'unsure' : 'new'
}
