import type { CellFlag } from '../../../shared/cell/cell.ts'
import type { MonthlyCell } from '../../../shared/contract/schemas/monthly.ts'
import type { Entry, LineKey } from '../../../shared/monthly/entry.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { FiscalYear, Month } from '../../../shared/time/day.ts'
import { fail } from '../failures.ts'
import type { LedgerReader } from '../ledger.ts'
import { build, type Query } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

const flagNames = ['provisional', 'revised', 'estimate'] as const satisfies readonly CellFlag[]

/** @throws AppFailure `unknownParty` {party} */
export function partyKey(reader: LedgerReader, party: string): number {
  const row = reader.get(build.selectFrom('party').select('key').where('code', '=', party))
  return row?.key ?? fail('unknownParty', { party })
}

const cellsQuery = (party: number) =>
  build
    .selectFrom('tally as t')
    .select([
      't.id',
      't.revision',
      't.statistic',
      't.month',
      't.by1',
      't.code1',
      't.by2',
      't.code2',
      't.state',
      't.value',
      't.provisional',
      't.revised',
      't.estimate',
      't.adopted',
      't.comment',
    ])
    .where('t.party_key', '=', party)

type QueryRow<Q> = Q extends Query<infer Row> ? Row : never
type CellRow = QueryRow<ReturnType<typeof cellsQuery>>

function cellOf(row: CellRow): MonthlyCell {
  const cuts = [
    [row.by1, row.code1],
    [row.by2, row.code2],
  ].filter(([by]) => by !== '')
  return {
    id: row.id,
    revision: row.revision,
    statistic: row.statistic,
    keys: Object.fromEntries(cuts),
    month: row.month,
    state: row.state,
    value: row.value,
    flags: flagNames.filter((name) => row[name] === 1),
    adopted: row.adopted === 1,
    comment: row.comment,
  }
}

/** 月報の値 of a party in a fiscal year, in the order of recording. */
export function readMonthlyCells(
  reader: LedgerReader,
  party: number,
  fiscalYear: FiscalYear,
): readonly MonthlyCell[] {
  return reader.all(cellsQuery(party).where('t.fiscal_year', '=', fiscalYear).orderBy('t.key')).map(cellOf)
}

/** Cells of a party and year that history touched after an entry, and the rows that it removed. */
export function changedMonthlyCells(
  reader: LedgerReader,
  party: number,
  fiscalYear: FiscalYear,
  since: number,
): { readonly cells: readonly MonthlyCell[]; readonly removed: readonly string[] } {
  const touched = build
    .selectFrom('history')
    .select('row_key')
    .where('seq', '>', since)
    .where('table_name', '=', 'tally')
  const cells = reader
    .all(cellsQuery(party).where('t.fiscal_year', '=', fiscalYear).where('t.key', 'in', touched))
    .map(cellOf)
  const removed = reader.all(
    build
      .selectFrom('history')
      .select('row_id as id')
      .distinct()
      .where('seq', '>', since)
      .where('table_name', '=', 'tally')
      .where('change', '=', 'delete'),
  )
  const there = new Set(cells.map(({ id }) => id))
  return { cells, removed: removed.map(({ id }) => id).filter((id) => !there.has(id)) }
}

/** The two cuts of a line as its columns, in text order; '' where there is none. */
function cutColumns({ keys }: LineKey) {
  const [first = ['', ''], second = ['', '']] = Object.entries(keys).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { by1: first[0] ?? '', code1: first[1] ?? '', by2: second[0] ?? '', code2: second[1] ?? '' }
}

export interface CellPlace extends LineKey {
  readonly party: number
  readonly fiscalYear: FiscalYear
  readonly month: Month | null
}

/** The cell at a place, or null while nothing was entered there. */
export function findMonthlyCell(reader: LedgerReader, place: CellPlace): MonthlyCell | null {
  const cut = cutColumns(place)
  const row = reader.get(
    cellsQuery(place.party)
      .where('t.statistic', '=', place.statistic)
      .where('t.fiscal_year', '=', place.fiscalYear)
      .where('t.month', 'is', place.month)
      .where('t.by1', '=', cut.by1)
      .where('t.code1', '=', cut.code1)
      .where('t.by2', '=', cut.by2)
      .where('t.code2', '=', cut.code2),
  )
  return row === undefined ? null : cellOf(row)
}

/** Writes a cell; `current` is what `findMonthlyCell` found, at the revision that the user saw. */
export function saveMonthlyCell(
  write: LedgerWriter,
  place: CellPlace,
  entry: Entry,
  current: MonthlyCell | null,
): MonthlyCell {
  const columns = {
    state: entry.state,
    value: entry.value,
    provisional: entry.flags.includes('provisional') ? 1 : 0,
    revised: entry.flags.includes('revised') ? 1 : 0,
    estimate: entry.flags.includes('estimate') ? 1 : 0,
    adopted: entry.adopted ? 1 : 0,
    comment: entry.comment,
  }
  const row =
    current === null
      ? write.insert('tally', {
          party_key: place.party,
          statistic: place.statistic,
          fiscal_year: place.fiscalYear,
          month: place.month,
          ...cutColumns(place),
          ...columns,
        })
      : write.update('tally', current.id, current.revision, columns)
  const { statistic, keys, month } = place
  return { statistic, keys, month, ...entry, flags: [...entry.flags], id: row.id, revision: row.revision }
}

/** The items chosen for a party's form, in their order, with the revision of the choice; null: none chosen. */
export function readFormItems(
  reader: LedgerReader,
  party: number,
  form: FormCode,
): { readonly id: string; readonly revision: number; readonly items: readonly LineKey[] } | null {
  const sheet = reader.get(
    build
      .selectFrom('form_sheet')
      .select(['key', 'id', 'revision'])
      .where('party_key', '=', party)
      .where('form', '=', form),
  )
  if (sheet === undefined) return null
  const items = reader.all(
    build
      .selectFrom('form_item')
      .select(['statistic', 'by1', 'code1', 'by2', 'code2'])
      .where('form_sheet_key', '=', sheet.key)
      .orderBy('position'),
  )
  return {
    id: sheet.id,
    revision: sheet.revision,
    items: items.map(({ statistic, by1, code1, by2, code2 }) => ({
      statistic,
      keys: Object.fromEntries([[by1, code1] as const, [by2, code2] as const].filter(([by]) => by !== '')),
    })),
  }
}

/** Chooses the items of a party's form; `seen` is the revision of the choice before, 0 while there is none. */
export function saveFormItems(
  write: LedgerWriter,
  party: number,
  form: FormCode,
  items: readonly LineKey[],
  seen: number,
): number {
  const rows = items.map((item) => ({ statistic: item.statistic, ...cutColumns(item) }))
  const current = readFormItems(write, party, form)
  if (current === null)
    return write.insert('form_sheet', { party_key: party, form, form_item: rows }).revision
  return write.update('form_sheet', current.id, seen, { form_item: rows }).revision
}
