import { usualMinimumAge } from '../../../shared/checks/cases.ts'
import { closedDaysOf } from '../../../shared/checks/closed-days.ts'
import type { CheckedContact, CheckRows } from '../../../shared/checks/finding.ts'
import type { CaseRow } from '../../../shared/statistics/rows.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'
import { readActivities } from './activities.ts'
import { readParties, readPartyForms } from './parties.ts'
import { readReports } from './reports.ts'
import { readRecording } from './settings.ts'
import { readTallies } from './tallies.ts'

/**
 * What the checks look at, up to a day, on one unchanging state. Of contacts and cases, which are many, only
 * those about which there may be something to say are read.
 */
export function readCheckRows(reader: LedgerReader, asOf: Day, minimumAge8050 = usualMinimumAge): CheckRows {
  return reader.snapshot(() => {
    const merged = mergedCases(reader)
    const claims = [...claimedTwice(reader, asOf), ...merged]
    const persons = [...grownYounger(reader), ...merged]
    const twice = contactsOfOneDay(reader, asOf)
    const { recordingSince } = readRecording(reader)
    const keys = new Set([
      ...contactsInTallyMonths(reader, asOf),
      ...claimsOf(reader, claims, asOf),
      ...contactsOfCases(reader, persons, asOf),
      ...twice,
      ...youngIn8050(reader, minimumAge8050, asOf),
      ...firstOnClosedDays(reader, asOf),
    ])
    const consultations = contactsOf(reader, [...keys])
    return {
      parties: readParties(reader),
      partyForms: readPartyForms(reader),
      reports: readReports(reader),
      activities: readActivities(reader),
      tallies: readTallies(reader),
      recordingSince,
      minimumAge8050,
      cases: casesWithMerges(reader, [...claims, ...persons, ...casesOfContacts(reader, twice)]),
      consultations,
    }
  })
}

function keysOf(reader: LedgerReader, sql: string, ...parameters: readonly (string | number)[]) {
  const { statements } = readerInternals(reader)
  return statements
    .prepare<{ key: number }>(sql)
    .all(...parameters)
    .map(({ key }) => key)
}

/** Contacts in months that a party tells by tally. A later row of its form may say otherwise: the check knows. */
function contactsInTallyMonths(reader: LedgerReader, asOf: Day): readonly number[] {
  return keysOf(
    reader,
    `SELECT c.key FROM party_form f CROSS JOIN consultation c
       ON c.party_key = f.party_key AND c.month >= f.from_month AND c.month <= ifnull(f.to_month, '9999-12')
     WHERE f.form = 'consultation' AND f.mode = 'tally' AND c.day <= ?`,
    asOf,
  )
}

/** Cases with more than one 「新規」 in a year. */
function claimedTwice(reader: LedgerReader, asOf: Day): readonly number[] {
  return keysOf(
    reader,
    `SELECT DISTINCT case_key AS key FROM (
       SELECT case_key FROM consultation WHERE new_claim = 1 AND case_key IS NOT NULL AND day <= ?
       GROUP BY case_key, fiscal_year HAVING count(*) > 1)`,
    asOf,
  )
}

/** All cases that are one person with another case (名寄せ). */
function mergedCases(reader: LedgerReader): readonly number[] {
  return keysOf(
    reader,
    `SELECT key FROM case_file WHERE merged_into_key IS NOT NULL
     UNION SELECT merged_into_key FROM case_file WHERE merged_into_key IS NOT NULL`,
  )
}

/** Cases of which some age lies below another; whether the younger came later the check sees. */
function grownYounger(reader: LedgerReader): readonly number[] {
  return keysOf(
    reader,
    `SELECT case_key AS key FROM consultation WHERE age_high IS NOT NULL AND case_key IS NOT NULL
     GROUP BY case_key HAVING min(age_high) < max(age_low)`,
  )
}

/** Contacts of a case on a day on which it has another one. */
function contactsOfOneDay(reader: LedgerReader, asOf: Day): readonly number[] {
  return keysOf(
    reader,
    `SELECT c.key FROM (
       SELECT case_key, day FROM consultation WHERE case_key IS NOT NULL
       GROUP BY case_key, day HAVING count(*) > 1) d
     CROSS JOIN consultation c ON c.case_key = d.case_key AND c.day = d.day WHERE c.day <= ?`,
    asOf,
  )
}

function contactsOfCases(reader: LedgerReader, cases: readonly number[], asOf: Day): readonly number[] {
  return keysOf(
    reader,
    `SELECT c.key FROM json_each(?) k CROSS JOIN consultation c ON c.case_key = k.value WHERE c.day <= ?`,
    JSON.stringify(cases),
    asOf,
  )
}

function casesOfContacts(reader: LedgerReader, contacts: readonly number[]): readonly number[] {
  return keysOf(
    reader,
    `SELECT DISTINCT case_key AS key FROM consultation
     WHERE key IN (SELECT value FROM json_each(?)) AND case_key IS NOT NULL`,
    JSON.stringify(contacts),
  )
}

function youngIn8050(reader: LedgerReader, minimumAge: number, asOf: Day): readonly number[] {
  return keysOf(
    reader,
    `SELECT key FROM consultation WHERE household = '8050' AND age_high < ? AND day <= ?`,
    minimumAge,
    asOf,
  )
}

/** The first contact that a party recorded of each closed day. */
function firstOnClosedDays(reader: LedgerReader, asOf: Day): readonly number[] {
  const { statements } = readerInternals(reader)
  const first = statements
    .prepare<number | null>('SELECT min(fiscal_year) FROM consultation')
    .pluck(true)
    .get()
  if (first === undefined || first === null) return []
  const days: (readonly [number, Day])[] = []
  for (let year = first; year <= fiscalYearOf(asOf); year += 1) {
    for (const day of closedDaysOf(year).keys()) if (day <= asOf) days.push([year, day])
  }
  return keysOf(
    reader,
    `SELECT min(c.key) AS key FROM json_each(?) d CROSS JOIN consultation c
       ON c.fiscal_year = json_extract(d.value, '$[0]') AND c.day = json_extract(d.value, '$[1]')
     GROUP BY c.day, c.party_key`,
    JSON.stringify(days),
  )
}

function claimsOf(reader: LedgerReader, cases: readonly number[], asOf: Day): readonly number[] {
  return keysOf(
    reader,
    `SELECT c.key FROM json_each(?) k CROSS JOIN consultation c ON c.case_key = k.value
     WHERE c.new_claim = 1 AND c.day <= ?`,
    JSON.stringify(cases),
    asOf,
  )
}

/** In the order of recording; every case that one of these was merged into is among them. */
function casesWithMerges(reader: LedgerReader, keys: readonly number[]): readonly CaseRow[] {
  const rows = readerInternals(reader)
    .statements.prepare<Omit<CaseRow, 'beforeLedger'> & { readonly before: 0 | 1 }>(
      `SELECT c.id, c.code, o.id AS mergedInto, c.before_ledger AS before, c.household_id AS householdId
       FROM case_file c LEFT JOIN case_file o ON o.key = c.merged_into_key
       WHERE c.key IN (SELECT value FROM json_each(?)) ORDER BY c.key`,
    )
    .all(JSON.stringify(keys))
  return rows.map(({ before, ...row }) => ({ ...row, beforeLedger: before === 1 }))
}

/** In the order of recording. */
function contactsOf(reader: LedgerReader, keys: readonly number[]): readonly CheckedContact[] {
  const rows = readerInternals(reader)
    .statements.prepare<Omit<CheckedContact, 'newClaim'> & { readonly claim: 0 | 1 | null }>(
      `SELECT c.id, c.day, party.code AS party, case_file.id AS caseId, c.new_claim AS claim, c.method,
         c.age_low AS ageLow, c.age_high AS ageHigh, c.household
       FROM consultation c JOIN party ON party.key = c.party_key
       LEFT JOIN case_file ON case_file.key = c.case_key
       WHERE c.key IN (SELECT value FROM json_each(?)) ORDER BY c.key`,
    )
    .all(JSON.stringify(keys))
  return rows.map(({ claim, ...row }) => ({ ...row, newClaim: claim === null ? null : claim === 1 }))
}
