import type { CaseEpisodeRow, CaseRow, ClosingReason } from '../../../shared/statistics/rows.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter, RowReference } from '../writer.ts'

export function readCases(reader: LedgerReader): readonly CaseRow[] {
  const rows = reader.all(
    build
      .selectFrom('case_file')
      .leftJoin('case_file as into', 'into.key', 'case_file.merged_into_key')
      .select([
        'case_file.id',
        'case_file.code',
        'into.id as mergedInto',
        'case_file.before_ledger as before',
        'case_file.household_id as householdId',
      ])
      .orderBy('case_file.key'),
  )
  return rows.map(({ id, code, mergedInto, before, householdId }) => ({
    id,
    code,
    mergedInto,
    beforeLedger: before === 1,
    householdId,
  }))
}

export function readCaseEpisodes(reader: LedgerReader): readonly CaseEpisodeRow[] {
  return reader.all(
    build
      .selectFrom('case_episode')
      .innerJoin('case_file', 'case_file.key', 'case_episode.case_key')
      .select([
        'case_episode.id',
        'case_file.id as caseId',
        'opened_on as openedOn',
        'closed_on as closedOn',
        'closing_reason as closingReason',
      ])
      .orderBy('case_episode.key'),
  )
}

interface StoredCase {
  readonly key: number
  readonly id: string
  readonly revision: number
  readonly merged_into_key: number | null
}

function requireCase(reader: LedgerReader, id: string): StoredCase {
  const row = reader.get(
    build.selectFrom('case_file').select(['key', 'id', 'revision', 'merged_into_key']).where('id', '=', id),
  )
  return row ?? fail('notFound', { table: 'case_file', id })
}

function lastEpisode(reader: LedgerReader, caseKey: number) {
  return reader.get(
    build
      .selectFrom('case_episode')
      .select(['id', 'revision', 'opened_on', 'closed_on'])
      .where('case_key', '=', caseKey)
      .orderBy('opened_on', 'desc')
      .orderBy('key', 'desc')
      .limit(1),
  )
}

/** 開始: a new case with its first episode. A code that is there already is `invalidValue`. */
export function openCase(
  write: LedgerWriter,
  about: { readonly code: string; readonly on: Day; readonly householdId?: string | null },
): RowReference {
  const reference = write.insert('case_file', {
    code: about.code,
    merged_into_key: null,
    before_ledger: 0,
    household_id: about.householdId ?? null,
  })
  write.insert('case_episode', {
    case_key: reference.key,
    opened_on: about.on,
    closed_on: null,
    closing_reason: null,
  })
  return reference
}

/** 終結 of the running episode; `invalidValue` when there is none, or the day is before its start. */
export function closeCase(write: LedgerWriter, caseId: string, on: Day, reason: ClosingReason): void {
  const last = lastEpisode(write, requireCase(write, caseId).key)
  if (last === undefined || last.closed_on !== null) {
    fail('invalidValue', { constraint: 'notOpen', place: 'case_episode' })
  }
  write.update('case_episode', last.id, last.revision, { closed_on: on, closing_reason: reason })
}

/** 再開: a further episode; `invalidValue` while one is running, or before the last one ended. */
export function reopenCase(write: LedgerWriter, caseId: string, on: Day): void {
  const { key } = requireCase(write, caseId)
  const last = lastEpisode(write, key)
  if (last !== undefined && (last.closed_on === null || on < last.closed_on)) {
    fail('invalidValue', { constraint: 'notClosed', place: 'case_episode' })
  }
  write.insert('case_episode', { case_key: key, opened_on: on, closed_on: null, closing_reason: null })
}

/**
 * 名寄せ: two codes found to be one person. A map, the rows stay (domain §3); `into` must not be merged
 * into `from` already, however far along the map.
 */
export function mergeCases(write: LedgerWriter, fromId: string, seen: number, intoId: string): void {
  const from = requireCase(write, fromId)
  const into = requireCase(write, intoId)
  for (let step: StoredCase | undefined = into; step !== undefined; step = follow(write, step)) {
    if (step.key === from.key) fail('invalidValue', { constraint: 'circle', place: 'case_file.merged_into' })
  }
  write.update('case_file', from.id, seen, { merged_into_key: into.key })
}

function follow(reader: LedgerReader, from: StoredCase): StoredCase | undefined {
  if (from.merged_into_key === null) return undefined
  return reader.get(
    build
      .selectFrom('case_file')
      .select(['key', 'id', 'revision', 'merged_into_key'])
      .where('key', '=', from.merged_into_key),
  )
}
