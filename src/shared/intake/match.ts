import {
  changesBetween,
  type FieldChange,
  type FieldValue,
  type FieldValues,
  fieldsOf,
  overlayIndicator,
} from './match-fields.ts'
import { type Pass, pairUp } from './match-pairs.ts'
import type { BookPlace, IgnoredRow, RowProblem, StagedRecord, StagedRecordRow, StagedRow } from './staged.ts'

/** A row of the ledger, said as a book would say it. */
export interface StoredRecord {
  readonly id: string
  readonly revision: number
  readonly record: StagedRecord
}

/** What becomes of one row of the book. */
export type RowMatch =
  | { readonly outcome: 'new'; readonly row: StagedRecordRow }
  | {
      readonly outcome: 'changed'
      readonly row: StagedRecordRow
      readonly stored: StoredRecord
      readonly changes: readonly FieldChange[]
    }
  /** `stored` null: nothing is told and nothing is there (an empty cell of a tally). */
  | { readonly outcome: 'same'; readonly row: StagedRecordRow; readonly stored: StoredRecord | null }
  | { readonly outcome: 'refused'; readonly place: BookPlace; readonly problem: RowProblem }
  | { readonly outcome: 'ignored'; readonly place: BookPlace; readonly reason: IgnoredRow['reason'] }
  /** New or changed, but for a period that is shut: kept in a list of its own. */
  | {
      readonly outcome: 'late'
      readonly row: StagedRecordRow
      readonly reason: Reason /** The row that it corrects, or null. */
      readonly stored: StoredRecord | null
    }

/** A code of `words/intake-match.ts` with what fills its text. */
export type Reason = Pick<RowProblem, 'code' | 'parameters'>

/** What the ledger answers while a book is compared. */
export interface LedgerSide {
  /** The ledger's records wherever the book's records belong, in the order of recording. */
  readonly stored: readonly StoredRecord[]
  /**
   * The fields that the book's columns tell of this record; of others it says nothing, and they stay as the
   * ledger has them. Null: all.
   */
  readonly told: (row: StagedRecordRow) => ReadonlySet<string> | null
  /** Why the ledger takes no such record at all: the other mode, outside the contract, an unknown party. */
  readonly refuses: (record: StagedRecord) => Reason | null
  /** Why the period of this record is shut: 確定, or handed in to the nation or Tokyo. */
  readonly closes: (record: StagedRecord) => Reason | null
}

/** The book against the ledger: one entry a row, in the order of the book, and what the book has no more. */
export interface Comparison {
  readonly rows: readonly RowMatch[]
  /** Records of the ledger in the book's months that stand in it no more: kept, unless they are withdrawn. */
  readonly gone: readonly StoredRecord[]
}

/**
 * Compares a book with the ledger. A record belongs to (party, kind, month) and is looked for inside it:
 * equal content first, as a multiset; then case + date + channel; then case; then position. So the same book
 * twice changes nothing, a corrected one changes exactly its corrections, and neither cares for the order of
 * its rows.
 */
export function compareBook(rows: readonly StagedRow[], ledger: LedgerSide): Comparison {
  const matches: (RowMatch | null)[] = rows.map((row) => withoutRecord(row, ledger))
  const open = rows.flatMap((row, index) =>
    row.outcome === 'record' && matches[index] === null ? [{ row, index }] : [],
  )
  const stored = Map.groupBy(ledger.stored, ({ record }) => groupOf(record))
  const gone: StoredRecord[] = []
  for (const [group, members] of Map.groupBy(open, ({ row }) => groupOf(row.record))) {
    const found = matchGroup(
      members.map(({ row }) => row),
      stored.get(group) ?? [],
      ledger,
    )
    members.forEach(({ index }, at) => {
      matches[index] = found.matches[at] ?? null
    })
    gone.push(...found.gone)
  }
  return { rows: matches.filter((match) => match !== null), gone }
}

/** What the row alone decides; null where the ledger's records have a say. */
function withoutRecord(row: StagedRow, ledger: LedgerSide): RowMatch | null {
  if (row.outcome !== 'record') return row
  const refused = ledger.refuses(row.record)
  if (refused === null) return null
  const problem = { ...refused, place: row.place, column: '', value: '' }
  return { outcome: 'refused', place: row.place, problem }
}

/** Where a record belongs: only there is it looked for. */
export function groupOf(record: StagedRecord): string {
  switch (record.kind) {
    case 'consultation':
      return `${record.kind} ${record.party} ${record.month}`
    case 'session':
      return `${record.kind} ${record.party} ${record.activityKind} ${record.month}`
    case 'tally':
      return `${record.kind} ${record.party} ${record.fiscalYear} ${record.month ?? ''}`
    case 'indicator':
      return `${record.kind} ${record.goalMark} ${record.measure}`
  }
}

interface Side<Row> {
  readonly of: Row
  readonly record: StagedRecord
  readonly fields: FieldValues
}

function matchGroup(
  rows: readonly StagedRecordRow[],
  stored: readonly StoredRecord[],
  ledger: LedgerSide,
): { readonly matches: readonly RowMatch[]; readonly gone: readonly StoredRecord[] } {
  const staged = rows.map(
    (row): Side<StagedRecordRow> => ({ of: row, ...sideOf(row.record, ledger.told(row)) }),
  )
  // A sheet's columns are the same for all rows of a group: what the first does not tell, none tells.
  const told = rows[0] === undefined ? null : ledger.told(rows[0])
  const known = stored.map((row): Side<StoredRecord> => ({ of: row, ...sideOf(row.record, told) }))
  const { partnerOf, alone } = pairUp(staged, known, passesOf(rows[0]?.record.kind ?? 'tally'))
  const withdrawn: StoredRecord[] = []
  const seen = new Map<string, Side<StagedRecordRow>>()
  const matches = staged.map((side, index): RowMatch => {
    const { of: row } = side
    const twice = tellsTwice(side, seen)
    if (twice !== null) return twice
    const partner = partnerOf[index]
    const existing = partner === null || partner === undefined ? undefined : known[partner]
    if (isEmptyCell(row.record)) {
      // An empty cell takes nothing away by itself: a yearly form comes with its coming months empty.
      if (existing !== undefined && !isEmptyCell(existing.record)) withdrawn.push(existing.of)
      return { outcome: 'same', row, stored: existing?.of ?? null }
    }
    const changes = existing === undefined ? null : changesBetween(existing.fields, toldOver(existing, side))
    if (existing !== undefined && changes?.length === 0) return { outcome: 'same', row, stored: existing.of }
    const reason = ledger.closes(row.record)
    if (reason !== null) return { outcome: 'late', row, reason, stored: existing?.of ?? null }
    if (existing === undefined || changes === null) return { outcome: 'new', row }
    return { outcome: 'changed', row, stored: existing.of, changes }
  })
  // A tally is a sheet of places, not a list: what it has no line for is not gone.
  const left = rows[0]?.record.kind === 'tally' ? [] : alone.flatMap((index) => known[index]?.of ?? [])
  return { matches, gone: [...left, ...withdrawn] }
}

/** What the record is to be: years of an indicator that the book leaves empty stay as the ledger has them. */
function toldOver(existing: Sides, side: Sides): FieldValues {
  if (existing.record.kind !== 'indicator' || side.record.kind !== 'indicator') return side.fields
  return fieldsOf(overlayIndicator(existing.record, side.record))
}

function sideOf(
  record: StagedRecord,
  told: ReadonlySet<string> | null,
): { readonly record: StagedRecord; readonly fields: FieldValues } {
  const all = fieldsOf(record)
  if (told === null) return { record, fields: all }
  // A loop, not entries: this runs for every row of both sides.
  const fields: Record<string, FieldValue> = {}
  for (const name of Object.keys(all)) {
    const value = all[name]
    if (value !== undefined && told.has(name)) fields[name] = value
  }
  return { record, fields }
}

type Sides = Side<StagedRecordRow> | Side<StoredRecord>
const both = (nameOf: (side: Sides) => string | null): Pass<Side<StagedRecordRow>, Side<StoredRecord>> => [
  nameOf,
  nameOf,
]
const content = both(({ fields }) => JSON.stringify(fields))
const position = both(() => '')

/** The names under which records of a kind are looked for, the strongest first. */
function passesOf(kind: StagedRecord['kind']): readonly Pass<Side<StagedRecordRow>, Side<StoredRecord>>[] {
  switch (kind) {
    case 'consultation':
      return [
        content,
        both(({ fields }) => withCase(fields, `${String(fields.day)} ${String(fields.method)}`)),
        both(({ fields }) => withCase(fields, '')),
        position,
      ]
    case 'session':
      return [content, both(({ fields }) => String(fields.date)), position]
    case 'tally':
    case 'indicator':
      // A cell, and an indicator, is the one at its place: no weaker name will do.
      return [both(({ record }) => placeName(record))]
  }
}

const withCase = ({ caseCode }: FieldValues, rest: string): string | null =>
  typeof caseCode === 'string' ? `${caseCode} ${rest}` : null

/** The name of a thing that stands once: a cell by statistic and cuts, an indicator by its name. */
function placeName(record: StagedRecord): string | null {
  if (record.kind === 'indicator') return record.name
  if (record.kind !== 'tally') return null
  const cuts = Object.entries(record.keys).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([record.statistic, cuts])
}

const isEmptyCell = (record: StagedRecord): boolean => record.kind === 'tally' && record.state === 'blank'

/** The same cell told twice: with one value it is the same, with two the second is refused. */
function tellsTwice(side: Side<StagedRecordRow>, seen: Map<string, Side<StagedRecordRow>>): RowMatch | null {
  const { of: row, record } = side
  const name = placeName(record)
  if (name === null) return null
  const first = seen.get(name)
  if (first === undefined) {
    seen.set(name, side)
    return null
  }
  if (changesBetween(first.fields, side.fields).length === 0) return { outcome: 'same', row, stored: null }
  const { sheet, row: number } = first.of.place
  const problem = {
    code: 'toldTwice',
    place: row.place,
    column: '',
    value: '',
    parameters: { sheet, row: number },
  }
  return { outcome: 'refused', place: row.place, problem }
}

/** How many rows came to which end. They close: read is the sum of all but `gone`. */
export interface Counts {
  readonly read: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly refused: number
  readonly ignored: number
  readonly late: number
  readonly gone: number
}

export function countMatches({ rows, gone }: Comparison): Counts {
  const counts = { new: 0, changed: 0, same: 0, refused: 0, ignored: 0, late: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return { read: rows.length, ...counts, gone: gone.length }
}
