import { type CodeLists, findList, otherCode, unknownCode } from '../../codes/code-list.ts'
import { normaliseChoice, readCode } from '../../codes/read-code.ts'
import { type WatchedKind, watchText } from '../../privacy/watch-text.ts'
import { monthOf } from '../../time/calendar.ts'
import type { Day, Month } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import { formatMonth } from '../../time/format.ts'
import { readDay } from '../../time/read-day.ts'
import type { SheetCell, SheetRow } from '../book.ts'
import { cellAt, cellText, isBlankCell } from '../cell-text.ts'
import type { Answers } from '../profile.ts'
import type { BookPlace, Reading, RowProblem, StagedRow } from '../staged.ts'
import type { CollectionContent, RecordColumn } from './content.ts'
import { headRow, textRow } from './keys.ts'
import { columnOf, holdsAny, type LocatedRow, type LocatedSheet } from './locate.ts'
import { type CollectionCode, collectionProblem, refusal } from './problems.ts'

/** What the reading of records needs beside the book. */
export interface RecordFacts {
  readonly content: CollectionContent
  /** The lists of today: their other spellings, for what was typed over a drop-down. */
  readonly codes: CodeLists
  readonly answers: Pick<Answers, 'privateText'>
}

/** Reads the cells of one row by the keys of their columns, and gathers what was doubtful. */
export class RecordRow {
  readonly problems: RowProblem[] = []
  readonly warnings: RowProblem[] = []
  readonly readings: Reading[] = []
  readonly others: Record<string, string> = {}
  readonly #located: LocatedSheet
  readonly #row: SheetRow
  readonly #columns: readonly RecordColumn[]
  readonly #facts: RecordFacts

  constructor(located: LocatedSheet, row: SheetRow, columns: readonly RecordColumn[], facts: RecordFacts) {
    this.#located = located
    this.#row = row
    this.#columns = columns
    this.#facts = facts
  }

  cell(key: string): SheetCell | null {
    const column = columnOf(this.#located, key)
    return column === null ? null : cellAt(this.#row, column)
  }

  text(key: string): string {
    return cellText(this.cell(key)).trim()
  }

  place(key: string): BookPlace {
    return { sheet: this.#located.sheet.name, row: this.#row.number, column: columnOf(this.#located, key) }
  }

  refuse(code: CollectionCode, key: string, parameters: RowProblem['parameters'] = {}): void {
    this.problems.push(collectionProblem(code, this.place(key), this.#label(key), this.text(key), parameters))
  }

  /** As {@link refuse}, without the value: it may be a name. */
  refuseHidden(code: CollectionCode, key: string): void {
    this.problems.push(collectionProblem(code, this.place(key), this.#label(key)))
  }

  /** `shown` is left out where the value may be a name. */
  warn(
    code: CollectionCode,
    key: string,
    parameters: RowProblem['parameters'] = {},
    shown = this.text(key),
  ): void {
    this.warnings.push(collectionProblem(code, this.place(key), this.#label(key), shown, parameters))
  }

  /** A day of one of these months; within one month 「3」 is enough. */
  day(key: string, months: readonly Month[]): Day | null {
    const cell = this.cell(key)
    if (isBlankCell(cell) || cell === null) {
      this.refuse('dayMissing', key)
      return null
    }
    const [first] = months
    if (first === undefined) return null
    const typed = cell.kind === 'number' ? cell.value : this.text(key).normalize('NFKC')
    const alone = months.length === 1 ? /^(\d{1,2})日?$/.exec(String(typed))?.[1] : undefined
    const asDay = alone === undefined ? typed : `${first}-${alone.padStart(2, '0')}`
    const reading =
      cell.kind === 'day'
        ? ({ ok: true, day: cell.day, findings: [] } as const)
        : readDay(asDay, { fiscalYear: fiscalYearOf(first), serials: true })
    if (!reading.ok) {
      this.refuse('dayUnreadable', key, { reason: reading.reason })
      return null
    }
    if (!months.includes(monthOf(reading.day))) {
      const last = months.at(-1) ?? first
      const month = first === last ? formatMonth(first) : `${formatMonth(first)}～${formatMonth(last)}`
      this.refuse('collectionOtherMonth', key, { month })
      return null
    }
    for (const { code, ...parameters } of reading.findings) this.warn(code, key, parameters)
    return reading.day
  }

  /** One code of a list, 不明 for an empty cell. The labels as issued come first, then today's spellings. */
  code(key: string): string {
    return this.#codeOf(key) ?? unknownCode
  }

  /** As {@link code}; null for an empty cell. */
  codeOrNull(key: string): string | null {
    return this.#codeOf(key)
  }

  /** The codes of all columns of a field, each once, in the order of the columns. */
  codes(field: string): readonly string[] {
    const keys = this.#columns.filter((column) => column.field === field).map(({ key }) => key)
    return [...new Set(keys.flatMap((key) => this.#codeOf(key) ?? []))]
  }

  /** What a drop-down named as issued, and nothing else; null for whatever is not in it. */
  named(key: string): string | null {
    const list = this.#columns.find((column) => column.key === key)?.list ?? ''
    const wanted = normaliseChoice(this.text(key))
    const issued = this.#facts.content.lists[list] ?? []
    return wanted === ''
      ? null
      : (issued.find(({ label }) => normaliseChoice(label) === wanted)?.code ?? null)
  }

  /** Free text that seems to hold a name, a telephone number or an address is left out unless it was allowed. */
  freeText(key: string): string {
    const text = this.text(key)
    const found = watchText(text)
    if (found.length === 0) return text
    const kinds = [...new Set(found.map(({ kind }): WatchedKind => kind))].join(',')
    const keep = this.#facts.answers.privateText === 'keep'
    this.warn(keep ? 'privateTextKept' : 'privateTextLeftOut', key, { kinds }, '')
    return keep ? text : ''
  }

  #codeOf(key: string): string | null {
    const text = this.text(key)
    const list = this.#columns.find((column) => column.key === key)?.list ?? null
    if (text === '' || list === null) return null
    const issued = this.#facts.content.lists[list] ?? []
    const wanted = normaliseChoice(text)
    const exact = issued.find(({ label }) => normaliseChoice(label) === wanted)
    if (exact !== undefined) return exact.code
    const other = /^その他\s*[（(：:]\s*(.+?)\s*[）)]?$/su.exec(text)?.[1]
    if (other !== undefined && issued.some(({ code }) => code === otherCode)) {
      this.others[list] = other.slice(0, 200)
      return otherCode
    }
    const known = findList(this.#facts.codes, list)
    const reading = known === null ? null : readCode(known, text)
    if (reading === null || !reading.ok) {
      this.refuse('notInList', key, { list })
      return null
    }
    this.readings.push({ place: this.place(key), field: key, text, as: reading.code, took: 'alias' })
    return reading.code
  }

  #label(key: string): string {
    return this.#columns.find((column) => column.key === key)?.label ?? key
  }
}

/** The rows of a sheet of records; `read` makes one row's record, or null when it left a problem. */
export function readRecordSheet(
  located: LocatedSheet,
  columns: readonly RecordColumn[],
  facts: RecordFacts,
  read: (row: RecordRow) => Extract<StagedRow, { outcome: 'record' }>['record'] | null,
): readonly StagedRow[] {
  const bad = columns.flatMap((column) => columnProblem(located, column) ?? [])
  const entered = columns.flatMap(({ key }) => columnOf(located, key) ?? [])
  return [
    ...bad.map(refusal),
    ...located.rows.flatMap((at) => readRow(located, at, columns, { entered, facts, read })),
  ]
}

function columnProblem(located: LocatedSheet, { key, label }: RecordColumn): RowProblem | null {
  const place = { sheet: located.sheet.name, row: located.keyRow, column: null }
  const found = located.columns.get(key) ?? []
  if (found.length === 1) return null
  const code = found.length === 0 ? 'collectionColumnMissing' : 'collectionColumnTwice'
  return collectionProblem(code, place, label, '', { column: label })
}

function readRow(
  located: LocatedSheet,
  { row, key }: LocatedRow,
  columns: readonly RecordColumn[],
  context: {
    readonly entered: readonly number[]
    readonly facts: RecordFacts
    readonly read: (row: RecordRow) => Extract<StagedRow, { outcome: 'record' }>['record'] | null
  },
): readonly StagedRow[] {
  const place: BookPlace = { sheet: located.sheet.name, row: row.number, column: null }
  if (key === headRow) return [{ outcome: 'ignored', place, reason: 'head' }]
  if (key === textRow) return [{ outcome: 'ignored', place, reason: 'title' }]
  if (!holdsAny(row, context.entered)) {
    const all = row.cells.map((_cell, index) => index + 1)
    return [{ outcome: 'ignored', place, reason: holdsAny(row, all) ? 'note' : 'empty' }]
  }
  const cells = new RecordRow(located, row, columns, context.facts)
  const record = context.read(cells)
  const [problem] = cells.problems
  if (problem !== undefined || record === null) {
    return problem === undefined ? [] : [{ outcome: 'refused', place, problem }]
  }
  return [{ outcome: 'record', place, record, readings: cells.readings, warnings: cells.warnings }]
}
