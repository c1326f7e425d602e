import { firstDayOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../ledger.ts'
import type { CaseMap } from './case-map.ts'
import { numberOfDay, packed, unpackNumbers } from './packed-columns.ts'
import { asBytes, packedRow } from './raw-rows.ts'
import { dayOfContact, type YearContacts } from './year-contacts.ts'

export interface NewnessInputs {
  readonly cases: CaseMap
  readonly reopenings: ReadonlyMap<number, readonly string[]>
  /** Key of a party → its programme's 新規 rule. */
  readonly rules: ReadonlyMap<number, string>
  readonly recordingSince: Day
}

/** The last contacts of cases before a day, packed: one step into an index for each case asked for. */
export function lastContactSql(allParties: boolean): string {
  const scope = allParties ? '' : ' AND party_key IN (SELECT value FROM json_each(@scope))'
  return `SELECT ${packed("ifnull(last, '')")} FROM (SELECT (
      SELECT max(day) FROM consultation INDEXED BY consultation_case
      WHERE case_key = asked.value AND day < @start${scope}) AS last
    FROM json_each(@asked) AS asked ORDER BY asked.key)`
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
    if (isNew({ first, rule, root, before: last[person] ?? never, row }, year, inputs)) {
      flags[row] = 1
      settled[person] = 1
    }
    // Days are read only where some programme counts a 再開 as 新規.
    if (year.needs.days) last[person] = dayOfContact(year, row)
  }
  return flags
}

/** No contact before: before every day. */
const never = 0

interface Candidate {
  /** The person's first contact of the year within the scope. */
  readonly first: boolean
  readonly rule: string
  readonly root: number
  /** Day of the last contact before: in earlier years, or (where reopenings matter) in this one. */
  readonly before: number
  readonly row: number
}

function isNew(candidate: Candidate, year: YearContacts, inputs: NewnessInputs): boolean {
  const { first, rule, root, before, row } = candidate
  const known = inputs.cases.beforeLedger.has(root)
  if (rule === 'notInPreviousYear') {
    if (!first) return false
    if (before === never) return !(known && year.fiscalYear === fiscalYearOf(inputs.recordingSince))
    return before < numberOfDay(firstDayOf(fiscalYearPeriod(year.fiscalYear - 1).from))
  }
  if (first && before === never && !known) return true
  if (rule === 'firstEver') return false
  const day = dayOfContact(year, row)
  return (inputs.reopenings.get(root) ?? [])
    .map(numberOfDay)
    .some((opened) => opened <= day && before < opened)
}

/** By person of the year: the day of the last contact before it (20240401), or `never`. */
function lastBefore(
  reader: LedgerReader,
  year: YearContacts,
  scope: ReadonlySet<number> | null,
  cases: CaseMap,
): Int32Array {
  // One more than the person of each case, by its key: cases are asked in the order of the index, where
  // neighbours lie on the same page.
  const personOf = new Uint32Array(largestKey(year.roots, cases) + 1)
  year.roots.forEach((root, person) => {
    for (const key of cases.membersOf(root)) personOf[key] = person + 1
  })
  const asked: number[] = []
  for (let key = 0; key < personOf.length; key += 1) if (personOf[key] !== 0) asked.push(key)
  const parties = scope === null ? {} : { scope: JSON.stringify([...scope]) }
  const start = firstDayOf(fiscalYearPeriod(year.fiscalYear).from)
  const [days] = packedRow(reader, lastContactSql(scope === null), {
    asked: JSON.stringify(asked),
    start,
    ...parties,
  })
  const last = new Int32Array(year.roots.length)
  unpackNumbers(asBytes(days), new Int32Array(asked.length)).forEach((day, index) => {
    const person = (personOf[asked[index] ?? 0] ?? 0) - 1
    last[person] = Math.max(last[person] ?? never, day)
  })
  return last
}

function largestKey(roots: readonly number[], cases: CaseMap): number {
  let largest = 0
  for (const root of roots) {
    for (const key of cases.membersOf(root)) largest = Math.max(largest, key)
  }
  return largest
}
