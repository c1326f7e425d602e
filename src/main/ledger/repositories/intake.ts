import type { Accounting, BookReceipt, StoredProfile } from '../../../shared/contract/schemas/intake.ts'
import type { BookKind } from '../../../shared/intake/staged.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import { nameOn } from '../../../shared/time/names.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build, type Query } from '../query.ts'
import type { LedgerWriter, RowReference } from '../writer.ts'
import { readParties } from './parties.ts'

/** Profiles of books, by party and name. */
export function readProfiles(reader: LedgerReader): readonly StoredProfile[] {
  return reader
    .all(
      build
        .selectFrom('intake_profile as p')
        .leftJoin('party', 'party.key', 'p.party_key')
        .select(['p.id', 'p.revision', 'p.name', 'p.kind', 'party.code as party', 'p.content'])
        .orderBy('p.key'),
    )
    .map(({ content, ...rest }) => ({
      ...rest,
      profile: JSON.parse(content) as StoredProfile['profile'],
    }))
}

/** Stores a profile; `seen` 0 with a null id is a new one. @throws AppFailure `unknownParty`, `nameTaken`, `conflict`. */
export function saveProfile(
  write: LedgerWriter,
  profile: Omit<StoredProfile, 'id' | 'revision'> & { readonly id: string | null },
  seen: number,
): RowReference {
  const { id, name, kind, party, profile: content } = profile
  const taken = readProfiles(write).some(
    (other) => other.id !== id && other.kind === kind && other.party === party && other.name === name,
  )
  if (taken) fail('nameTaken', { name })
  const columns = { name, kind, party_key: partyKey(write, party), content: JSON.stringify(content) }
  return id === null
    ? write.insert('intake_profile', columns)
    : write.update('intake_profile', id, seen, columns)
}

export function removeProfile(write: LedgerWriter, id: string, seen: number): void {
  write.remove('intake_profile', id, seen)
}

/** A book that is being applied. */
export interface NewReceipt {
  readonly fileName: string
  readonly digest: string
  readonly kind: BookKind
  readonly party: string | null
  readonly months: { readonly from: BookReceipt['fromMonth']; readonly to: BookReceipt['toMonth'] }
  readonly accounting: Accounting
  readonly withdrawn: number
  readonly staff: string
  readonly at: string
  readonly actionId: string
}

export function insertReceipt(write: LedgerWriter, receipt: NewReceipt): void {
  write.insert('book_receipt', {
    file_name: receipt.fileName,
    digest: receipt.digest,
    kind: receipt.kind,
    party_key: partyKey(write, receipt.party),
    from_month: receipt.months.from,
    to_month: receipt.months.to,
    counts: JSON.stringify(receipt.accounting),
    withdrawn: receipt.withdrawn,
    staff: receipt.staff,
    at: receipt.at,
    action_id: receipt.actionId,
  })
}

const receiptsQuery = () =>
  build
    .selectFrom('book_receipt as r')
    .leftJoin('party', 'party.key', 'r.party_key')
    .select([
      'r.id',
      'r.at',
      'r.staff as who',
      'r.file_name as fileName',
      'r.digest',
      'r.kind',
      'party.code as party',
      'r.from_month as fromMonth',
      'r.to_month as toMonth',
      'r.counts',
      'r.withdrawn',
      'r.action_id as actionId',
    ])
    .orderBy('r.key', 'desc')

type QueryRow<Q> = Q extends Query<infer Row> ? Row : never
type ReceiptRow = QueryRow<ReturnType<typeof receiptsQuery>>

/** What came in, newest first. */
export function readReceipts(
  reader: LedgerReader,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly receipts: readonly BookReceipt[]; readonly total: number } {
  const total = reader.get(
    build.selectFrom('book_receipt').select((of) => of.fn.countAll<number>().as('count')),
  )
  const rows = reader.all(receiptsQuery().limit(limit).offset(offset))
  const parties = readParties(reader)
  return { receipts: rows.map((row) => receiptOf(row, parties)), total: total?.count ?? 0 }
}

/** The last time that a file of these bytes was applied, or null. */
export function receiptOfDigest(reader: LedgerReader, digest: string): BookReceipt | null {
  const row = reader.get(receiptsQuery().where('r.digest', '=', digest).limit(1))
  return row === undefined ? null : receiptOf(row, readParties(reader))
}

/** What an action applied, or null: an action without a receipt, or none. */
export function receiptOfAction(reader: LedgerReader, actionId: string): BookReceipt | null {
  const row = reader.get(receiptsQuery().where('r.action_id', '=', actionId).limit(1))
  return row === undefined ? null : receiptOf(row, readParties(reader))
}

function receiptOf(row: ReceiptRow, parties: ReturnType<typeof readParties>): BookReceipt {
  const { counts, ...rest } = row
  const party = parties.find(({ code }) => code === row.party)
  const named = party && row.toMonth !== null ? nameOn(party.names, lastDayOf(row.toMonth)) : null
  return {
    ...rest,
    partyName: party === undefined ? null : (named ?? party.names.at(-1)?.name ?? party.code),
    accounting: JSON.parse(counts) as Accounting,
  }
}

function partyKey(reader: LedgerReader, code: string | null): number | null {
  if (code === null) return null
  const row = reader.get(build.selectFrom('party').select('key').where('code', '=', code))
  return row?.key ?? fail('unknownParty', { party: code })
}
