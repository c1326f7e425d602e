import { findStatistic } from '../../statistics/catalogue/catalogue.ts'
import { monthParts } from '../../time/calendar.ts'
import type { Month } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import { formatMonthOnly } from '../../time/format.ts'
import { collectionWords as words } from '../../words/collection.ts'
import { cellAt, isBlankCell } from '../cell-text.ts'
import { fold } from '../fold.ts'
import type { BookPlace, RowProblem, StagedRow } from '../staged.ts'
import type { SheetOf, TallyLine } from './content.ts'
import type { CollectionIssue } from './issue.ts'
import { headRow, tallyColumns, textRow } from './keys.ts'
import { columnOf, holdsAny, type LocatedRow, type LocatedSheet, textAt } from './locate.ts'
import { collectionProblem, refusal } from './problems.ts'
import { countReading, readCount } from './read-count.ts'

/** A column of cells: a month's, or the year's own. */
interface Asked {
  readonly key: string
  readonly month: Month | null
  readonly head: string
}

/**
 * The grid of a collection book, cell by cell: each found by the key of its row and of its column. What stands
 * under a head or beside a label that does not fit the key was moved without it, and is refused.
 */
export function readTallySheet(
  located: LocatedSheet,
  sheet: SheetOf<'tally'>,
  issue: Pick<CollectionIssue, 'party' | 'form' | 'fiscalYear'>,
): readonly StagedRow[] {
  const rows: StagedRow[] = []
  const asked = askedColumns(sheet)
  const columns = new Map<string, number>()
  for (const column of asked) {
    const problem = columnProblem(located, column)
    const at = columnOf(located, column.key)
    if (problem !== null) rows.push(refusal(problem))
    else if (at !== null) columns.set(column.key, at)
  }
  const entered = [...columns.values()]
  const lines = new Map(sheet.lines.map((line) => [line.id, line]))
  const taken = new Map<string, LocatedRow>()
  for (const at of located.rows) {
    const line = at.key === null ? undefined : lines.get(at.key)
    if (line === undefined) rows.push(...otherRow(located, at, entered))
    else if (taken.has(line.id)) rows.push(...copiedRow(located, at, line, entered))
    else {
      taken.set(line.id, at)
      rows.push(...readLine(located, at, line, sheet, { asked, columns, issue }))
    }
  }
  for (const line of sheet.lines) {
    if (taken.has(line.id)) continue
    const place = { sheet: located.sheet.name, row: located.keyRow, column: null }
    rows.push(refusal(collectionProblem('collectionRowMissing', place, '', '', { item: line.label })))
  }
  return rows
}

function askedColumns(sheet: SheetOf<'tally'>): readonly Asked[] {
  const months = sheet.lines.some(({ monthly }) => monthly)
    ? sheet.months.map((month) => ({ key: month, month, head: formatMonthOnly(month) }))
    : []
  const year = { key: tallyColumns.year, month: null, head: words.head.year }
  return sheet.lines.some(({ yearly }) => yearly) ? [...months, year] : months
}

function columnProblem(located: LocatedSheet, { key, head, month }: Asked): RowProblem | null {
  const place = { sheet: located.sheet.name, row: located.keyRow, column: null }
  const found = located.columns.get(key) ?? []
  if (found.length === 0)
    return collectionProblem('collectionColumnMissing', place, head, '', { column: head })
  if (found.length > 1) return collectionProblem('collectionColumnTwice', place, head, '', { column: head })
  const column = columnOf(located, key)
  const row = located.rows.find((one) => one.key === headRow)
  const written = row === undefined ? '' : textAt(row.row, column)
  if (row === undefined || month === null || namesOnly(written, month)) return null
  const at = { sheet: located.sheet.name, row: row.row.number, column }
  return collectionProblem('collectionHeadMoved', at, head, written, { column: head, written })
}

/** Whether the head names no other month. */
function namesOnly(written: string, month: Month): boolean {
  const named = /(\d{1,2})月/.exec(written.normalize('NFKC'))?.[1]
  return named === undefined || Number(named) === monthParts(month).month
}

/** A row that is no line: titles and heads of ours, notes of theirs, items that somebody added. */
function otherRow(
  located: LocatedSheet,
  { row, key }: LocatedRow,
  entered: readonly number[],
): readonly StagedRow[] {
  const place: BookPlace = { sheet: located.sheet.name, row: row.number, column: null }
  if (key === headRow) return [{ outcome: 'ignored', place, reason: 'head' }]
  if (key === textRow) return [{ outcome: 'ignored', place, reason: 'title' }]
  const all = row.cells.map((_cell, index) => index + 1)
  if (!holdsAny(row, all)) return [{ outcome: 'ignored', place, reason: 'empty' }]
  if (!holdsAny(row, entered)) return [{ outcome: 'ignored', place, reason: 'note' }]
  return [refusal(collectionProblem('collectionRowWithoutKey', place))]
}

function copiedRow(
  located: LocatedSheet,
  { row }: LocatedRow,
  line: TallyLine,
  entered: readonly number[],
): readonly StagedRow[] {
  const place: BookPlace = { sheet: located.sheet.name, row: row.number, column: null }
  if (!holdsAny(row, entered)) return [{ outcome: 'ignored', place, reason: 'empty' }]
  return [refusal(collectionProblem('collectionRowTwice', place, line.label, '', { item: line.label }))]
}

function readLine(
  located: LocatedSheet,
  { row }: LocatedRow,
  line: TallyLine,
  sheet: SheetOf<'tally'>,
  context: {
    readonly asked: readonly Asked[]
    readonly columns: ReadonlyMap<string, number>
    readonly issue: Pick<CollectionIssue, 'party' | 'form' | 'fiscalYear'>
  },
): readonly StagedRow[] {
  const { asked, columns, issue } = context
  const name = located.sheet.name
  const written = textAt(row, columnOf(located, tallyColumns.label))
  const place: BookPlace = { sheet: name, row: row.number, column: null }
  if (isOtherLabel(written, line, sheet.lines)) {
    const parameters = { item: line.label, written }
    return [refusal(collectionProblem('collectionLabelMoved', place, words.head.item, written, parameters))]
  }
  const note = columnOf(located, tallyColumns.note)
  let remarked = note === null || isBlankCell(cellAt(row, note))
  return asked.flatMap(({ key, month, head }): readonly StagedRow[] => {
    const column = columns.get(key)
    if (column === undefined || !(month === null ? line.yearly : line.monthly)) return []
    const at: BookPlace = { sheet: name, row: row.number, column }
    const reading = readCount(cellAt(row, column), line.unit)
    if (!reading.ok) {
      return [refusal(collectionProblem(reading.code, at, head, reading.text, reading.parameters))]
    }
    const warnings: RowProblem[] = []
    if (reading.remark !== '') warnings.push(collectionProblem('remarkBesideNumber', at, head, reading.text))
    if (!remarked) {
      remarked = true
      warnings.push(collectionProblem('collectionRemark', { ...at, column: note }, words.head.note))
    }
    return [
      {
        outcome: 'record',
        place: at,
        record: {
          kind: 'tally',
          party: issue.party,
          form: findStatistic(line.statistic)?.form ?? issue.form,
          month,
          fiscalYear: month === null ? issue.fiscalYear : fiscalYearOf(month),
          statistic: line.statistic,
          keys: line.keys,
          state: reading.state,
          value: reading.value,
          flags: reading.flags,
        },
        readings: countReading(reading, at, line.statistic),
        warnings,
      },
    ]
  })
}

/** The label beside the key is another line's: the values were sorted without their keys. */
function isOtherLabel(written: string, line: TallyLine, lines: readonly TallyLine[]): boolean {
  const bare = (text: string): string => fold(text).replace(/^うち/, '')
  const seen = bare(written)
  return seen !== bare(line.label) && lines.some((other) => bare(other.label) === seen)
}
