import { plain } from '../../../shared/contract/plain.ts'
import type { Book } from '../../../shared/intake/book.ts'
import { readMark } from '../../../shared/intake/collection/identity.ts'
import type { CollectionIssue } from '../../../shared/intake/collection/issue.ts'
import { locateSheets, markInSheets } from '../../../shared/intake/collection/locate.ts'
import { readCollection } from '../../../shared/intake/collection/read.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import type { BookKind, RowProblem } from '../../../shared/intake/staged.ts'
import { sheetPattern } from '../../../shared/intake/time-words.ts'
import { collectionMarkProblem, collectionWords } from '../../../shared/words/collection.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { findIssue } from '../../ledger/repositories/collection.ts'
import type { ChosenProfile } from '../intake/propose.ts'
import type { ReadOfBook } from '../intake/understand.ts'

/** What a book's mark says of it. */
export type Returned =
  | { readonly kind: 'ordinary' }
  /** It carries a mark that is not taken: then it is an ordinary book, and that is said. */
  | { readonly kind: 'notTaken'; readonly why: 'damaged' | 'newer' | 'otherLedger' | 'unknown' | 'withdrawn' }
  | { readonly kind: 'issue'; readonly issue: CollectionIssue }

/** Whether a book is one that this ledger issued. Where its own mark is lost, its sheets still say it. */
export function returnedBook(reader: LedgerReader, book: Book): Returned {
  const mark = book.mark ?? markInSheets(book)
  if (mark === null) return { kind: 'ordinary' }
  const reading = readMark(mark)
  if (!reading.ok) return { kind: 'notTaken', why: reading.reason }
  if (reading.ledger !== reader.id) return { kind: 'notTaken', why: 'otherLedger' }
  const issue = findIssue(reader, reading.issue)
  if (issue === null) return { kind: 'notTaken', why: 'unknown' }
  return issue.withdrawnOn === null ? { kind: 'issue', issue } : { kind: 'notTaken', why: 'withdrawn' }
}

/**
 * A book of ours read by its identity: party, form and months are those of the issue, whatever the profile or
 * the sheets say. Null for every other book.
 */
export function readReturned(reader: LedgerReader, book: Book, profile: BookProfile): ReadOfBook | null {
  const returned = returnedBook(reader, book)
  if (returned.kind !== 'issue') return null
  const { issue } = returned
  const { privateText } = profile.answers
  const rows = readCollection(book, issue, {
    codes: readCodeLists(reader),
    answers: privateText === undefined ? {} : { privateText },
  })
  return {
    kind: kindOf(issue),
    rows,
    questions: [],
    findings: [],
    dropped: [],
    unknownValues: [],
    told: () => null,
  }
}

/** The profile that such a book begins with: it needs none, but the steps of 取込 show one. Null: another book. */
export function profileOfReturned(reader: LedgerReader, book: Book): BookProfile | null {
  const returned = returnedBook(reader, book)
  if (returned.kind !== 'issue') return null
  const { issue } = returned
  const located = new Map(locateSheets(book).map((one) => [one.sheet.name, one.key]))
  return {
    version: 1,
    kind: kindOf(issue),
    party: issue.party,
    fiscalYear: issue.fiscalYear,
    sheets: book.sheets.map(({ name }) => {
      const sheet = issue.content.sheets.find(({ key }) => key === located.get(name))
      return {
        sheet: sheetPattern(name),
        use: sheet !== undefined,
        kind: sheet?.kind ?? null,
        columns: [],
        activityKind: null,
      }
    }),
    values: {},
    answers: {},
  }
}

/** What is to be said of a mark that is not taken. */
export function markFinding(reader: LedgerReader, book: Book): readonly RowProblem[] {
  const returned = returnedBook(reader, book)
  if (returned.kind !== 'notTaken') return []
  const place = { sheet: book.sheets[0]?.name ?? '', row: 0, column: null }
  return [{ code: collectionMarkProblem(returned.why), place, column: '', value: '', parameters: {} }]
}

/** As `chooseProfile` answers, for a book of ours. Null: another book. */
export function chooseReturned(reader: LedgerReader, book: Book): ChosenProfile | null {
  const profile = profileOfReturned(reader, book)
  if (profile === null) return null
  const { kind } = profile
  const sent = plain(profile) as NonNullable<ChosenProfile['profile']>
  return { kind, profile: sent, profileId: null, profileName: collectionWords.profileName }
}

const kindOf = ({ mode, form }: CollectionIssue): BookKind => {
  if (mode === 'tally') return 'tally'
  return form === 'consultation' ? 'consultations' : 'sessions'
}
