import type { LedgerRows } from '../../../shared/statistics/rows.ts'
import type { Action } from '../action.ts'
import { analyse, withBulkCache } from '../bulk.ts'
import { attempt } from '../failures.ts'
import type { HistoryWriter } from '../history/history-writer.ts'
import { type WriterInternals, writerInternals } from '../internals.ts'
import type { Ledger } from '../ledger.ts'
import { type Mutation, runAction } from '../mutate.ts'
import { recordingSettings } from '../repositories/settings.ts'
import { BulkInserter, type Keys } from './bulk-inserter.ts'
import { activityColumns, consultationColumns, flag, nameColumns, tallyColumns } from './to-columns.ts'

export interface InsertedRows {
  /** Rows written, without their child rows. */
  readonly rows: number
}

/**
 * Writes `LedgerRows` as one action, with full history, through prepared statements; ANALYZE after.
 * Referred rows (programmes, parties, venues, cases, consultations) may be in `rows` or in the ledger
 * already. All or nothing. Errors as `mutate`; `invalidValue` {constraint: 'reference' | 'unique' |
 * 'check' …, place}. `onProgress` is told the rows written so far, now and then; it may throw to cancel.
 */
export function insertRows(
  ledger: Ledger,
  action: Action,
  rows: LedgerRows,
  onProgress: (done: number) => void = () => {},
): Mutation<InsertedRows> {
  const internals = writerInternals(ledger)
  return withBulkCache(internals, () => {
    const result = runAction(internals, action, (history) => writeAll(internals, history, rows, onProgress))
    if (!result.ok || result.replayed) return result
    // A failure here is told, though the rows are saved: the same action again is answered from the ledger.
    const analysed = attempt(() => analyse(internals))
    return analysed.ok ? result : { ...analysed, conflict: null }
  })
}

function writeAll(
  internals: WriterInternals,
  history: HistoryWriter,
  rows: LedgerRows,
  onProgress: (done: number) => void,
): InsertedRows {
  let done = 0
  const bulk = new BulkInserter(internals, history, () => {
    done += 1
    if (done % 5_000 === 0) onProgress(done)
  })
  const parties = writeOrganisation(bulk, rows)
  const caseKeys = writeCases(bulk, rows)
  writeContacts(bulk, rows, parties, caseKeys)
  writeCounts(bulk, rows, parties)
  bulk.insert('setting', recordingSettings(internals.connection, rows), (row) => row)
  onProgress(done)
  return { rows: done }
}

function writeOrganisation(bulk: BulkInserter, rows: LedgerRows): Keys {
  bulk.insert('programme', rows.programmes, (row) => ({
    code: row.code,
    predecessor: row.predecessor,
    new_rule: row.newRule,
    programme_name: nameColumns(row.names),
    programme_scope: row.scopes.map(({ from, to, basis, target, ages }) => ({
      valid_from: from,
      valid_to: to,
      basis,
      target,
      age_low: ages.low,
      age_high: ages.high,
    })),
  }))
  const programmes = bulk.keysBy('programme', 'code')
  bulk.insert('party', rows.parties, (row) => ({
    code: row.code,
    corporation: row.corporation,
    programme_key: programmes(row.programme, 'party.programme'),
    contract_from: row.contractFrom,
    contract_to: row.contractTo,
    party_name: nameColumns(row.names),
  }))
  const parties = bulk.keysBy('party', 'code')
  bulk.insert('party_form', rows.partyForms, (row) => ({
    party_key: parties(row.party, 'party_form.party'),
    form: row.form,
    mode: row.mode,
    from_month: row.from,
    to_month: row.to,
  }))
  bulk.insert('venue', rows.venues, (row) => ({ code: row.code, venue_name: nameColumns(row.names) }))
  return parties
}

function writeCases(bulk: BulkInserter, rows: LedgerRows): Keys {
  // A case may be merged into one further down: its key is known before it is written.
  const keys = bulk.keysBy(
    'case_file',
    'id',
    rows.cases.map(({ id }) => id),
  )
  bulk.insert('case_file', rows.cases, (row) => ({
    id: row.id,
    code: row.code,
    merged_into_key: row.mergedInto === null ? null : keys(row.mergedInto, 'case_file.merged_into'),
    before_ledger: flag(row.beforeLedger),
    household_id: row.householdId,
  }))
  bulk.insert('case_episode', rows.caseEpisodes, (row) => ({
    id: row.id,
    case_key: keys(row.caseId, 'case_episode.case'),
    opened_on: row.openedOn,
    closed_on: row.closedOn,
    closing_reason: row.closingReason,
  }))
  return keys
}

function writeContacts(bulk: BulkInserter, rows: LedgerRows, parties: Keys, caseKeys: Keys): void {
  const caseKey = (id: string | null, place: string): number | null =>
    id === null ? null : caseKeys(id, place)
  const consultations = bulk.keysBy(
    'consultation',
    'id',
    rows.consultations.map(({ id }) => id),
  )
  bulk.insert('consultation', rows.consultations, (row) =>
    consultationColumns(row, {
      party_key: parties(row.party, 'consultation.party'),
      case_key: caseKey(row.caseId, 'consultation.case'),
    }),
  )
  bulk.insert('coordination', rows.coordinations, (row) => ({
    id: row.id,
    day: row.day,
    party_key: parties(row.party, 'coordination.party'),
    case_key: caseKey(row.caseId, 'coordination.case'),
    agency: row.agency,
  }))
  bulk.insert('referral', rows.referrals, (row) => ({
    id: row.id,
    day: row.day,
    party_key: parties(row.party, 'referral.party'),
    case_key: caseKey(row.caseId, 'referral.case'),
    consultation_key:
      row.consultationId === null ? null : consultations(row.consultationId, 'referral.consultation'),
    destination: row.destination,
    depth: row.depth,
  }))
}

function writeCounts(bulk: BulkInserter, rows: LedgerRows, parties: Keys): void {
  const venues = bulk.keysBy('venue', 'code')
  bulk.insert('activity', rows.activities, (row) =>
    activityColumns(row, {
      party_key: parties(row.party, 'activity.party'),
      venue_key: row.venue === null ? null : venues(row.venue, 'activity.venue'),
    }),
  )
  bulk.insert('tally', rows.tallies, (row) => tallyColumns(row, parties(row.party, 'tally.party')))
  bulk.insert('report', rows.reports, (row) => ({
    party_key: parties(row.party, 'report.party'),
    form: row.form,
    month: row.month,
    state: row.state,
    zero_declared: flag(row.zeroDeclared),
  }))
}
