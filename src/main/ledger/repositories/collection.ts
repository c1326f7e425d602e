import { type CollectionContent, parseCollectionContent } from '../../../shared/intake/collection/content.ts'
import type { CollectionIssue } from '../../../shared/intake/collection/issue.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter, RowReference } from '../writer.ts'
import { partyKey } from './monthly.ts'

/** An issued book as the list shows it. */
export interface StoredIssue extends Omit<CollectionIssue, 'content'> {
  readonly revision: number
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly fileName: string
  readonly withdrawnOn: Day | null
}

const issues = () =>
  build
    .selectFrom('collection_issue as i')
    .innerJoin('party', 'party.key', 'i.party_key')
    .select([
      'i.id',
      'i.revision',
      'party.code as party',
      'i.form',
      'i.fiscal_year as fiscalYear',
      'i.from_month as from',
      'i.to_month as to',
      'i.mode',
      'i.issued_on as issuedOn',
      'i.due_on as dueOn',
      'i.file_name as fileName',
      'i.withdrawn_on as withdrawnOn',
    ])

/** Books of a fiscal year, newest first. */
export const readIssues = (reader: LedgerReader, fiscalYear: FiscalYear): readonly StoredIssue[] =>
  reader.all(issues().where('i.fiscal_year', '=', fiscalYear).orderBy('i.key', 'desc').limit(500))

/** A book with all that was issued, or null. */
export function findIssue(
  reader: LedgerReader,
  id: string,
): (StoredIssue & { readonly content: CollectionContent }) | null {
  const row = reader.get(issues().select('i.content').where('i.id', '=', id))
  return row === undefined ? null : { ...row, content: parseCollectionContent(row.content) }
}

export interface NewIssue extends CollectionIssue {
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly sendTo: string
  readonly fileName: string
}

/** @throws AppFailure `unknownParty` */
export function insertIssue(write: LedgerWriter, issue: NewIssue): RowReference {
  return write.insert('collection_issue', {
    id: issue.id,
    party_key: partyKey(write, issue.party),
    form: issue.form,
    fiscal_year: issue.fiscalYear,
    from_month: issue.from,
    to_month: issue.to,
    mode: issue.mode,
    issued_on: issue.issuedOn,
    due_on: issue.dueOn,
    send_to: issue.sendTo,
    file_name: issue.fileName,
    content: JSON.stringify(issue.content),
    withdrawn_on: null,
  })
}

export const withdrawIssue = (write: LedgerWriter, id: string, seen: number, on: Day): RowReference =>
  write.update('collection_issue', id, seen, { withdrawn_on: on })
