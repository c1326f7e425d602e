import { firstDayOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../ledger.ts'
import type { CaseMap } from './case-map.ts'
import { asText, plucked } from './raw-rows.ts'
import { dayOfContact, type YearContacts } from './year-contacts.ts'

export interface NewnessInputs {
  readonly cases: CaseMap
  readonly reopenings: ReadonlyMap<number, readonly string[]>
  /** Key of a party → its programme's 新規 rule. */
  readonly rules: ReadonlyMap<number, string>
  readonly recordingSince: Day
}

/** The last contact of a case before a day: one step into an index for each case asked for. */
export function lastContactSql(allParties: boolean): string {
  const scope = allParties ? '' : ' AND party_key IN (SELECT value FROM json_each(@scope))'
  return `SELECT (
    SELECT max(day) FROM consultation INDEXED BY consultation_case
    WHERE case_key = asked.value AND day < @start${scope})
  FROM json_each(@asked) AS asked ORDER BY asked.key`
}

/**
 * 1 for each contact that makes its person 新規, at most one for a person in the year (domain §3). `scope`
 * holds the keys of the parties within which a contact can be the first; null is all of them.
 */
export function newContactsOf(
  reader: LedgerReader,
  year: YearContacts,
  scope: ReadonlySet<number> | null,
  inputs: NewnessInputs,
): Uint8Array {
  const last = lastBefore(reader, year, scope, inputs.cases)
  const flags = new Uint8Array(year.size)
  const seen = new Uint8Array(year.roots.length)
  const settled = new Uint8Array(year.roots.length)
  for (let row = 0; row < year.size; row += 1) {
    const person = year.person[row] ?? -1
    if (person < 0 || settled[person] === 1) continue
    const party = year.party[row] ?? 0
    if (scope !== null && !scope.has(party)) continue
    const first = seen[person] === 0
    seen[person] = 1
    const rule = inputs.rules.get(party) ?? 'firstEver'
    const root = year.roots[person] ?? 0
    if (isNew({ first, rule, root, before: last[person] ?? null, row }, year, inputs)) {
      flags[row] = 1
      settled[person] = 1
    }
    // Days are read only where some programme counts a 再開 as 新規.
    if (year.needs.days) last[person] = dayOfContact(year, row)
  }
  return flags
}

interface Candidate {
  /** The person's first contact of the year within the scope. */
  readonly first: boolean
  readonly rule: string
  readonly root: number
  /** The last contact before: in earlier years, or (where reopenings matter) in this one. */
  readonly before: string | null
  readonly row: number
}

function isNew(candidate: Candidate, year: YearContacts, inputs: NewnessInputs): boolean {
  const { first, rule, root, before, row } = candidate
  const known = inputs.cases.beforeLedger.has(root)
  if (rule === 'notInPreviousYear') {
    if (!first) return false
    if (before === null) return !(known && year.fiscalYear === fiscalYearOf(inputs.recordingSince))
    return before < firstDayOf(fiscalYearPeriod(year.fiscalYear - 1).from)
  }
  if (first && before === null && !known) return true
  if (rule === 'firstEver') return false
  const day = dayOfContact(year, row)
  return (inputs.reopenings.get(root) ?? []).some(
    (opened) => opened <= day && (before === null || before < opened),
  )
}

function lastBefore(
  reader: LedgerReader,
  year: YearContacts,
  scope: ReadonlySet<number> | null,
  cases: CaseMap,
): (string | null)[] {
  const start = firstDayOf(fiscalYearPeriod(year.fiscalYear).from)
  const members: number[] = []
  const persons: number[] = []
  year.roots.forEach((root, person) => {
    for (const key of cases.membersOf(root)) {
      members.push(key)
      persons.push(person)
    }
  })
  // In the order of the index, where neighbours lie on the same page. Member and place are packed into
  // one number: sorting numbers by themselves is many times as fast as by a function.
  const places = 2 ** Math.ceil(Math.log2(members.length + 1))
  const order = Float64Array.from(members, (key, index) => key * places + index).sort()
  const asked = order.map((packed) => Math.floor(packed / places))
  const parties = scope === null ? {} : { scope: JSON.stringify([...scope]) }
  const days = plucked(reader, lastContactSql(scope === null), {
    asked: `[${asked.join()}]`,
    start,
    ...parties,
  })
  const last: (string | null)[] = year.roots.map(() => null)
  days.forEach((day, index) => {
    const person = persons[(order[index] ?? 0) - (asked[index] ?? 0) * places] ?? 0
    const text = day === null ? null : asText(day)
    const before = last[person] ?? null
    if (text !== null && (before === null || before < text)) last[person] = text
  })
  return last
}
