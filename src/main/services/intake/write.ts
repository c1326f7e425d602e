import { AppFailure } from '../../../shared/contract/errors.ts'
import type { Day } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { mutateMany } from '../../ledger/bulk.ts'
import type { Ledger, LedgerReader } from '../../ledger/ledger.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { insertReceipt } from '../../ledger/repositories/intake.ts'
import { changedBeside } from '../../ledger/repositories/intake-side.ts'
import { keepLateArrival } from '../../ledger/repositories/late-arrivals.ts'
import { readMonthReport, saveReport } from '../../ledger/repositories/reports.ts'
import type { WriterContext } from '../contexts.ts'
import { assertMonthOpen } from '../guards/month-guard.ts'
import { formOf } from './compare.ts'
import { type IntakeOperations, type ReportPlace, unpackOperations } from './operations.ts'
import { writeRecords } from './write-records.ts'

/** What an import wrote. `stale`: the ledger changed since it was compared, and nothing was written. */
export type Written =
  | { readonly kind: 'written'; readonly at: string; readonly withdrawn: number }
  | { readonly kind: 'stale' }

export interface Importing {
  readonly actionId: string
  readonly staff: string
  readonly at: string
  readonly newId: () => string
  /** Told the records written so far; may throw to stop. */
  readonly onProgress: (done: number, total: number) => void
}

/** Steps in the writer. */
export const intakeWriterTasks = {
  'intake.write': (
    { actionId, operations }: { readonly actionId: string; readonly operations: Uint8Array },
    context: WriterContext,
  ): Written =>
    writeBook(context.ledger, unpackOperations(operations), {
      actionId,
      staff: context.staff?.name ?? '',
      at: context.now().toISOString(),
      newId: context.newId,
      onProgress: (done, total) => context.progress('writing', done, total),
    }),
}

class Stale extends Error {}

/**
 * Writes a compared book as one action, all or nothing: records, late arrivals, the reports that it hands in,
 * and a receipt. A book that changes nothing leaves no action. Call it where the comparison is one of this
 * ledger; when others wrote since, nothing is written (`stale`).
 *
 * @throws AppFailure those of `mutate`, and of the guards.
 */
export function writeBook(ledger: Ledger, operations: IntakeOperations, importing: Importing): Written {
  const { actionId, staff, at } = importing
  const written = { kind: 'written', at, withdrawn: operations.removals.length } as const
  if (changesNothing(ledger, operations)) return written
  const { digest, removals } = operations
  const action = {
    actionId,
    staff,
    kind: 'intake.apply',
    reason: '',
    at,
    request: { digest, withdrawn: removals.length > 0 },
  }
  try {
    const size = operations.inserts.length + operations.updates.length + removals.length
    const mutation = mutateMany(ledger, action, size, (write) => {
      if (changedBeside(write, operations.sequence)) throw new Stale()
      writeRecords(write, operations, importing, size)
      keepLate(write, operations, dayInJapan(new Date(at)))
      for (const place of operations.reported) handIn(write, place)
      insertReceipt(write, { ...operations, withdrawn: removals.length, staff, at, actionId })
      return written
    })
    if (mutation.ok) return mutation.value
    throw new AppFailure(mutation.error)
  } catch (error) {
    if (error instanceof Stale) return { kind: 'stale' }
    throw error
  }
}

/** Nothing to record, no late row that is not listed yet, and every month is handed in already. */
function changesNothing(ledger: Ledger, operations: IntakeOperations): boolean {
  const { inserts, updates, removals, late, reported } = operations
  if (inserts.length + updates.length + removals.length + late.length > 0) return false
  return reported.every((place) => stateAfter(ledger, place) === null)
}

function keepLate(write: LedgerWriter, { late, fileName }: IntakeOperations, arrivedOn: Day): void {
  for (const { record, place, replaces } of late) {
    if (record.kind === 'indicator') continue
    const { party, month } = record
    const fiscalYear = record.kind === 'tally' ? record.fiscalYear : fiscalYearOf(record.month)
    const form = formOf(record) ?? 'other'
    keepLateArrival(write, { party, form, fiscalYear, month, record, fileName, place, arrivedOn, replaces })
  }
}

/** What the arrival of a book makes of a month's report; null where it stands already. */
function stateAfter(reader: LedgerReader, place: ReportPlace): 'received' | 'resubmitted' | null {
  const state = readMonthReport(reader, place)?.state ?? 'missing'
  if (state === 'missing') return 'received'
  return state === 'sentBack' ? 'resubmitted' : null
}

/** 未提出 → 受領, 差戻し中 → 再提出 (domain §8): the book is the report. */
function handIn(write: LedgerWriter, place: ReportPlace): void {
  const state = stateAfter(write, place)
  if (state === null) return
  assertMonthOpen(write, place.party, place.form, place.month)
  const seen = readMonthReport(write, place)?.revision ?? 0
  saveReport(write, place, { state, zeroDeclared: false }, seen)
}
