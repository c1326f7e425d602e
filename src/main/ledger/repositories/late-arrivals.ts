import type { BookPlace, StagedRecord } from '../../../shared/intake/staged.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LateState } from '../tables/confirming.ts'
import type { LedgerWriter } from '../writer.ts'

/** What came in for a period that is 確定 (domain §8: listed, not lost). */
export interface LateArrival {
  readonly id: string
  readonly revision: number
  readonly party: string
  readonly form: FormCode
  readonly fiscalYear: FiscalYear
  /** Null: a value of the year itself. */
  readonly month: Month | null
  /** The whole record as it is to be. */
  readonly record: StagedRecord
  /** Id of the row of the ledger that it corrects; null: a new one. */
  readonly replaces: string | null
  readonly fileName: string
  readonly place: Pick<BookPlace, 'sheet' | 'row'>
  readonly arrivedOn: Day
  readonly state: LateState
}

/**
 * Keeps a row of a book that came in for a period that is 確定, instead of writing it. The same row of content
 * that still waits is not listed twice: gives null then, else its id. Call it inside the action of the import.
 *
 * @throws AppFailure `unknownParty`.
 */
export function keepLateArrival(
  write: LedgerWriter,
  arrival: Pick<
    LateArrival,
    'party' | 'form' | 'fiscalYear' | 'month' | 'record' | 'replaces' | 'fileName' | 'place' | 'arrivedOn'
  >,
): string | null {
  const { party: code, form, fiscalYear, month, fileName, place, arrivedOn } = arrival
  const party = write.get(build.selectFrom('party').select('key').where('code', '=', code))
  if (party === undefined) fail('unknownParty', { party: code })
  const content = JSON.stringify(arrival.record)
  const waiting = write.get(
    build
      .selectFrom('late_arrival')
      .select('key')
      .where('party_key', '=', party.key)
      .where('form', '=', form)
      .where('content', '=', content)
      .where('sheet', '=', place.sheet)
      .where('sheet_row', '=', place.row)
      .where('state', '=', 'waiting'),
  )
  if (waiting !== undefined) return null
  return write.insert('late_arrival', {
    party_key: party.key,
    form,
    fiscal_year: fiscalYear,
    month,
    content,
    replaces_id: arrival.replaces,
    file_name: fileName,
    sheet: place.sheet,
    sheet_row: place.row,
    arrived_on: arrivedOn,
    state: 'waiting',
  }).id
}

/** Those of a fiscal year, the newest last; all that still wait where `fiscalYear` is null. */
export function readLateArrivals(
  reader: LedgerReader,
  fiscalYear: FiscalYear | null,
): readonly LateArrival[] {
  const listed = build
    .selectFrom('late_arrival as l')
    .innerJoin('party', 'party.key', 'l.party_key')
    .select([
      'l.id',
      'l.revision',
      'party.code as party',
      'l.form',
      'l.fiscal_year as fiscalYear',
      'l.month',
      'l.content',
      'l.replaces_id as replaces',
      'l.file_name as fileName',
      'l.sheet',
      'l.sheet_row as row',
      'l.arrived_on as arrivedOn',
      'l.state',
    ])
    .orderBy('l.key')
  const rows = reader.all(
    fiscalYear === null
      ? listed.where('l.state', '=', 'waiting')
      : listed.where('l.fiscal_year', '=', fiscalYear),
  )
  return rows.map(({ content, sheet, row, ...rest }) => ({
    ...rest,
    record: JSON.parse(content) as StagedRecord,
    place: { sheet, row },
  }))
}

/** Sets what became of it. @throws AppFailure `notFound`, `conflict`. */
export function settleLateArrival(
  write: LedgerWriter,
  id: string,
  seen: number,
  state: Exclude<LateState, 'waiting'>,
): void {
  write.update('late_arrival', id, seen, { state })
}
