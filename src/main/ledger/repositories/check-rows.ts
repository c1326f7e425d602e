import type { CheckedContact, CheckRows } from '../../../shared/checks/finding.ts'
import type { CaseRow } from '../../../shared/statistics/rows.ts'
import type { Day } from '../../../shared/time/day.ts'
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
export function readCheckRows(reader: LedgerReader, asOf: Day): CheckRows {
  return reader.snapshot(() => {
    const cases = claimedTwice(reader, asOf)
    const keys = new Set([...contactsInTallyMonths(reader, asOf), ...claimsOf(reader, cases, asOf)])
    return {
      parties: readParties(reader),
      partyForms: readPartyForms(reader),
      reports: readReports(reader),
      activities: readActivities(reader),
      tallies: readTallies(reader),
      recordingSince: readRecording(reader).recordingSince,
      cases: casesWithMerges(reader, cases),
      consultations: contactsOf(reader, [...keys]),
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

/** Cases with more than one 「新規」 in a year, and all that are one person with another case. */
function claimedTwice(reader: LedgerReader, asOf: Day): readonly number[] {
  return keysOf(
    reader,
    `SELECT DISTINCT case_key AS key FROM (
       SELECT case_key FROM consultation WHERE new_claim = 1 AND case_key IS NOT NULL AND day <= ?
       GROUP BY case_key, fiscal_year HAVING count(*) > 1)
     UNION SELECT key FROM case_file WHERE merged_into_key IS NOT NULL
     UNION SELECT merged_into_key FROM case_file WHERE merged_into_key IS NOT NULL`,
    asOf,
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
      `SELECT c.id, c.day, party.code AS party, case_file.id AS caseId, c.new_claim AS claim
       FROM consultation c JOIN party ON party.key = c.party_key
       LEFT JOIN case_file ON case_file.key = c.case_key
       WHERE c.key IN (SELECT value FROM json_each(?)) ORDER BY c.key`,
    )
    .all(JSON.stringify(keys))
  return rows.map(({ claim, ...row }) => ({ ...row, newClaim: claim === null ? null : claim === 1 }))
}
