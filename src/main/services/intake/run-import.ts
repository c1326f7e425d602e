import type { Accounting } from '../../../shared/contract/schemas/intake.ts'
import type { Book } from '../../../shared/intake/book.ts'
import type { Comparison } from '../../../shared/intake/match.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { historyState } from '../../ledger/repositories/history-list.ts'
import { markFinding, readReturned } from '../collection/read-back.ts'
import { compareWithLedger } from './compare.ts'
import { messageOf, RowTeller } from './describe.ts'
import { readIntakeFacts } from './facts.ts'
import type { Reading } from './open-books.ts'
import { type ReadOfBook, understand } from './understand.ts'

/** Reads a book by a profile and compares it: the one way of every door. */
export function readAndCompare(
  reader: LedgerReader,
  book: Book,
  profile: BookProfile,
  fiscalYear: FiscalYear,
): Reading {
  return reader.snapshot(() => {
    // A book that this ledger issued says itself what it is; no profile may lead it elsewhere.
    const read =
      readReturned(reader, book, profile) ??
      withMarkFinding(reader, book, understand(book, profile, readIntakeFacts(reader, fiscalYear)))
    return {
      profile,
      read,
      comparison: compareWithLedger(reader, read),
      sequence: historyState(reader).sequence,
    }
  })
}

function withMarkFinding(reader: LedgerReader, book: Book, read: ReadOfBook): ReadOfBook {
  return { ...read, findings: [...markFinding(reader, book), ...read.findings] }
}

/** What `import` prints (architecture §6). */
export interface ImportAnswer extends Omit<Accounting, 'late'> {
  readonly late: number
  readonly rows: readonly {
    readonly place: { readonly sheet: string; readonly row: number; readonly column: number | null } | null
    readonly outcome: string
    readonly code: string
    readonly message: string
  }[]
  readonly findings: readonly { readonly code: string; readonly message: string }[]
}

/** The rows of a comparison with their reasons; those that are the same or new have none but their warnings. */
export function answerOf(
  reader: LedgerReader,
  { comparison, read }: Reading,
  counts: Accounting,
): ImportAnswer {
  return {
    ...counts,
    rows: rowsOf(comparison, new RowTeller(reader)),
    findings: read.findings.map((finding) => ({ code: finding.code, message: messageOf(finding) })),
  }
}

function rowsOf({ rows, gone }: Comparison, teller: RowTeller): ImportAnswer['rows'] {
  const told = rows.map((match, index) => {
    const { outcome, place, reason, problem, warnings } = teller.row(match, index)
    const [warning] = warnings
    const said = problem ?? reason ?? warning
    return {
      place: problem?.place ?? place,
      outcome,
      code: said?.code ?? '',
      message: [reason?.message, ...warnings.map(({ message }) => message)].filter(Boolean).join(' '),
    }
  })
  const left = gone.map((stored, index) => {
    const { outcome, title } = teller.gone(stored, rows.length + index)
    return { place: null, outcome, code: '', message: title }
  })
  return [...told, ...left]
}
