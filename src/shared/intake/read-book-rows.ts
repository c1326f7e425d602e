import type { FiscalYear } from '../time/day.ts'
import type { Book, Sheet } from './book.ts'
import type { IntakeFacts } from './facts.ts'
import { carryDown } from './layout/carry-down.ts'
import type { SheetLayout } from './layout/sheet-layout.ts'
import { problem } from './problems.ts'
import type { BookProfile } from './profile.ts'
import { checkContacts } from './reading/check-contacts.ts'
import { readConsultations } from './reading/read-consultations.ts'
import { readIndicators } from './reading/read-indicators.ts'
import { readSessions } from './reading/read-sessions.ts'
import { readTally } from './reading/read-tally.ts'
import type { SheetContext } from './reading/sheet-context.ts'
import { sheetFindings } from './reading/sheet-findings.ts'
import { createSink, type IntakeQuestion, type Sink, type UnknownValue } from './reading/sink.ts'
import type { BookKind, RowProblem, StagedRow } from './staged.ts'
import { monthOfFiscalYear } from './time-words.ts'
import { type UnderstoodBook, type UnderstoodSheet, understandBook } from './understand.ts'

/** A column that held who a person is; nothing of it was read. */
export interface DroppedColumn {
  readonly sheet: string
  readonly column: number
  readonly head: string
}

/** Everything that reading a book gave. */
export interface BookRows {
  /** In the order of the book: each row that holds anything is in exactly one outcome (a line of counts: a cell). */
  readonly rows: readonly StagedRow[]
  readonly questions: readonly IntakeQuestion[]
  /** About sheets and the book as a whole, and what contradicts itself. */
  readonly findings: readonly RowProblem[]
  readonly dropped: readonly DroppedColumn[]
  /** Texts that are in no list: they can be taught. */
  readonly unknownValues: readonly UnknownValue[]
  /** By the profile, else as the book says; null: nothing to read. */
  readonly fiscalYear: FiscalYear
  readonly party: string | null
}

const readers: Readonly<Record<BookKind, (context: SheetContext) => void>> = {
  consultations: readConsultations,
  sessions: readSessions,
  tally: readTally,
  indicators: readIndicators,
}

/**
 * Reads a book by a profile (architecture §6: the same accounting in every door). Never throws for what stands
 * in the book; what cannot be read is refused with its place and reason and stops no other row.
 */
export function readBookRows(book: Book, profile: BookProfile, facts: IntakeFacts): BookRows {
  const understood = understandBook(book, profile, facts)
  const sink = createSink(profile.answers)
  const fiscalYear = yearOfBook(book, profile, understood, facts, sink)
  const party = profile.party
  const dropped: DroppedColumn[] = []
  for (const one of understood.sheets) {
    const layout = chosen(one)
    if (layout === null) {
      leaveOut(one, sink)
      continue
    }
    const context = contextOf(layout, { profile, facts, sink, fiscalYear, party })
    dropped.push(...droppedOf(layout))
    sheetFindings(context)
    needParty(context)
    rowsAbove(layout, sink)
    readers[layout.kind](context)
  }
  checkContacts(sink)
  return {
    rows: sink.rows,
    questions: sink.questions(),
    findings: sink.findings,
    dropped,
    unknownValues: sink.unknownValues(),
    fiscalYear,
    party,
  }
}

const chosen = ({ rule, layout }: UnderstoodSheet): SheetLayout | null => (rule?.use === true ? layout : null)

function contextOf(
  layout: SheetLayout,
  book: Pick<SheetContext, 'profile' | 'facts' | 'sink' | 'fiscalYear' | 'party'>,
): SheetContext {
  // A sheet of another year than the book (a copied title) is read as its own title says.
  const fiscalYear = book.profile.fiscalYear ?? layout.fiscalYear ?? book.fiscalYear
  const counts = layout.columns.filter(({ field }) => countFields.has(field)).map(({ column }) => column)
  return {
    ...book,
    layout,
    fiscalYear,
    months: layout.months.map((month) => monthOfFiscalYear(fiscalYear, month)),
    current: { month: null },
    body: carryDown(layout.sheet, layout.sheet.rows.slice(layout.head.bodyFrom), new Set(counts)),
  }
}

/** Merged counts are one count. */
const countFields: ReadonlySet<string> = new Set([
  'attendance',
  'attendanceOfAll',
  'total',
  'cell',
  'value',
  'statistic',
])

function yearOfBook(
  book: Book,
  profile: BookProfile,
  { year, sheets }: UnderstoodBook,
  facts: IntakeFacts,
  sink: Sink,
): FiscalYear {
  const first = { sheet: sheets.find((one) => chosen(one) !== null)?.sheet.name ?? '', row: 1, column: null }
  if (profile.kind === 'indicators') return profile.fiscalYear ?? facts.fiscalYear
  const stated = profile.fiscalYear ?? year.fiscalYear
  if (stated === null) {
    sink.ask('fiscalYear', first, book.name, [facts.fiscalYear, facts.fiscalYear - 1].map(String))
    sink.findings.push(problem('yearAssumed', first, '', book.name, { fiscalYear: facts.fiscalYear }))
    return facts.fiscalYear
  }
  if (stated !== facts.fiscalYear) {
    sink.findings.push(
      problem('otherYear', first, '', book.name, { fiscalYear: stated, window: facts.fiscalYear }),
    )
  }
  if (year.ofDays !== null && year.ofDays !== stated) {
    sink.findings.push(problem('yearContradicts', first, '', book.name, { stated, counted: year.ofDays }))
  }
  return stated
}

function needParty({ layout, party, facts, sink }: SheetContext): void {
  const byColumn = layout.columns.some(({ field, fate }) => field === 'party' && fate === 'taken')
  if (party !== null || byColumn || layout.kind === 'indicators') return
  const place = { sheet: layout.sheet.name, row: layout.head.rows[0] ?? 1, column: null }
  sink.ask(
    'party',
    place,
    layout.preface.join('　'),
    facts.parties.map(({ code }) => code),
  )
}

const noteLine = /^[\s　]*(?:※|＊|\*|注)/

/** Titles, notes and the head itself. */
function rowsAbove({ sheet, head }: SheetLayout, sink: Sink): void {
  for (const row of sheet.rows.slice(0, head.bodyFrom)) {
    const place = { sheet: sheet.name, row: row.number, column: null }
    const first = row.cells.find((cell) => cell?.kind === 'text' && cell.text.trim() !== '')
    const isNote = first?.kind === 'text' && noteLine.test(first.text)
    sink.ignore(
      place,
      head.rows.includes(row.number) ? 'head' : isNote ? 'note' : first === undefined ? 'empty' : 'title',
    )
  }
}

function leaveOut({ sheet, rule, layout }: UnderstoodSheet, sink: Sink): void {
  const place = { sheet: sheet.name, row: sheet.rows[0]?.number ?? 1, column: null }
  if (rule === null && layout !== null)
    sink.findings.push(problem('sheetNotInProfile', place, '', sheet.name))
  if (rule?.use === true && layout === null) sink.findings.push(problem('noHead', place, '', sheet.name))
  for (const row of sheet.rows) sink.ignore({ sheet: sheet.name, row: row.number, column: null }, 'notChosen')
}

const droppedOf = ({
  sheet,
  columns,
}: {
  readonly sheet: Sheet
  readonly columns: SheetLayout['columns']
}): readonly DroppedColumn[] =>
  columns
    .filter(({ fate }) => fate === 'dropped')
    .map(({ column, head }) => ({ sheet: sheet.name, column, head }))
