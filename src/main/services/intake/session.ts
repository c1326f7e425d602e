import type { BookSummary, DryRun, IntakeRow, RowFilter } from '../../../shared/contract/schemas/intake.ts'
import type { Book } from '../../../shared/intake/book.ts'
import type { Comparison } from '../../../shared/intake/match.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readProfiles, receiptOfAction, receiptOfDigest } from '../../ledger/repositories/intake.ts'
import { changedBeside } from '../../ledger/repositories/intake-side.ts'
import { chooseReturned, markFinding } from '../collection/read-back.ts'
import type { IntakeContext, IntakeHandlers } from '../contexts.ts'
import { messageOf, RowTeller } from './describe.ts'
import { dryRunOf } from './dry-run.ts'
import { readIntakeFacts } from './facts.ts'
import { intakeLayout } from './layout.ts'
import type { OpenBook, Reading } from './open-books.ts'
import { operationsOf, packOperations } from './operations.ts'
import { chooseProfile } from './propose.ts'
import { readAndCompare } from './run-import.ts'
import { summaryOf } from './summary.ts'
import { sumsOf } from './sums.ts'
import { openFile } from './understand.ts'

/** Requests about an open book, in the thread of 取込. */
export const intakeSession = {
  ...intakeLayout,
  'intake.read': ({ session, profile }, context): DryRun => {
    const open = context.books.get(session)
    const reading = readOpen(open, profile as BookProfile, context)
    open.reading = reading
    return dryRunOf(context.ledger, reading, open.fiscalYear)
  },
  'intake.rows': ({ session, filter, offset, limit }, { books, ledger }) => {
    const { comparison } = books.reading(session).reading
    const teller = new RowTeller(ledger)
    const { total, rows } = windowOf(comparison, filter, { offset, limit }, teller)
    return { total, rows }
  },
  'intake.sums': ({ session, withdrawGone }, context) => {
    const { reading } = context.books.reading(session)
    context.progress('counting', 0, null)
    return { sums: sumsOf(context.ledger, reading, withdrawGone, () => context.stopIfCancelled()) }
  },
  'intake.close': ({ session }, { books }) => {
    books.close(session)
    return {}
  },
} satisfies Omit<IntakeHandlers, 'intake.layout' | 'intake.preview'>

/** Steps of requests, in the thread of 取込. */
export const intakeTasks = {
  'intake.openFile': async (
    { file, fiscalYear }: { readonly file: string; readonly fiscalYear: FiscalYear },
    context: IntakeContext,
  ) => {
    const { ledger, books } = context
    context.progress('reading', 0, null)
    const book = await openFile(file, () => context.stopIfCancelled())
    const returned = chooseReturned(ledger, book)
    const chosen = returned ?? chooseProfile(book, readIntakeFacts(ledger, fiscalYear), readProfiles(ledger))
    const session = context.newId()
    books.add({ session, path: file, book, fiscalYear, reading: null })
    return {
      session,
      book: summaryOfOpened(ledger, book, returned !== null),
      ...chosen,
      receivedBefore: receiptOfDigest(ledger, book.digest),
    }
  },
  /** What is to be written, as bytes; compared again when the ledger changed since. */
  'intake.prepare': (
    { session, withdrawGone }: { readonly session: string; readonly withdrawGone: boolean },
    context: IntakeContext,
  ) => {
    const open = context.books.reading(session)
    const { ledger } = context
    const reading = changedBeside(ledger, open.reading.sequence)
      ? readOpen(open, open.reading.profile, context)
      : open.reading
    const operations = operationsOf(open.book, reading.read, reading.comparison, {
      withdrawGone,
      sequence: reading.sequence,
    })
    return { operations: packOperations(operations), accounting: operations.accounting }
  },
  /** What an action applied already: a retry whose session has ended gets the same answer. */
  'intake.done': ({ actionId }: { readonly actionId: string }, { ledger }: IntakeContext) =>
    receiptOfAction(ledger, actionId),
  'intake.annotate': async (
    { session, folder }: { readonly session: string; readonly folder: string },
    { books, ledger }: IntakeContext,
  ) => {
    const open = books.reading(session)
    const { writeAnnotated } = await import('./annotate.ts')
    return await writeAnnotated(open, folder, new RowTeller(ledger))
  },
}

/** Only a book that is read by its identity is called one; of a mark that is not taken it is said why. */
function summaryOfOpened(ledger: LedgerReader, book: Book, isCollection: boolean): BookSummary {
  const summary = summaryOf(book)
  const said = markFinding(ledger, book).map((finding) => ({
    code: finding.code,
    sheet: null,
    row: null,
    column: null,
    count: 1,
    message: messageOf(finding),
  }))
  return { ...summary, isCollection, findings: [...said, ...summary.findings] }
}

function readOpen(open: OpenBook, profile: BookProfile, context: IntakeContext): Reading {
  context.progress('comparing', 0, null)
  return readAndCompare(context.ledger, open.book, profile, open.fiscalYear)
}

function windowOf(
  comparison: Comparison,
  filter: RowFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  teller: RowTeller,
): { readonly rows: IntakeRow[]; readonly total: number } {
  if (filter === 'gone') {
    const page = comparison.gone.slice(offset, offset + limit)
    return {
      total: comparison.gone.length,
      rows: page.map((stored, at) => teller.gone(stored, comparison.rows.length + offset + at)),
    }
  }
  const chosen = [...comparison.rows.entries()].filter(([, match]) => {
    if (filter === 'all') return true
    if (filter === 'warned') return 'row' in match && match.row.warnings.length > 0
    return match.outcome === filter
  })
  return {
    total: chosen.length,
    rows: chosen.slice(offset, offset + limit).map(([index, match]) => teller.row(match, index)),
  }
}
