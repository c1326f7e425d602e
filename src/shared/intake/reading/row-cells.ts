import { watchText } from '../../privacy/watch-text.ts'
import { readingWords } from '../../words/intake.ts'
import type { SheetCell, SheetRow } from '../book.ts'
import { cellText, isDitto, quoted } from '../cell-text.ts'
import type { LayoutColumn } from '../layout/sheet-layout.ts'
import { type Doubt, problem } from '../problems.ts'
import type { BookPlace, Reading, RowProblem } from '../staged.ts'
import type { Sink } from './sink.ts'
import { refusedText, type Taken } from './taken.ts'

/** A column that is read, with its reader. A reader gets no ditto marks and no errors of formulas. */
export interface ReadColumn<Value> {
  readonly column: LayoutColumn
  readonly read: (cell: SheetCell, text: string) => Taken<Value>
  /** What an empty cell says; null: nothing. */
  readonly empty: Taken<Value> | null
}

/** What the cells of one row said. */
export interface RowReading<Value> {
  readonly values: readonly Value[]
  readonly readings: Reading[]
  readonly warnings: RowProblem[]
  /** The leftmost cell that cannot be read; the row is refused for it. */
  readonly refusal: RowProblem | null
}

const blankCell: SheetCell = { kind: 'text', text: '' }
const noDittoAbove = refusedText('dittoWithoutAbove')

/** Reads rows one after the other; 〃 takes what the cell above said, also that of a refused row. */
export function createRowReader<Value>(
  columns: readonly ReadColumn<Value>[],
  sheet: string,
  sink: Sink,
): (row: SheetRow) => RowReading<Value> {
  const above = new Array<Taken<Value> | undefined>(columns.length).fill(undefined)
  return (row) => {
    const values: Value[] = []
    const readings: Reading[] = []
    const warnings: RowProblem[] = []
    let refusal: RowProblem | null = null
    for (let index = 0; index < columns.length; index += 1) {
      const current = columns[index]
      if (current === undefined) continue
      const { column } = current
      const cell = row.cells[column.column - 1] ?? null
      const text = cellText(cell)
      const ditto = cell?.kind === 'text' && isDitto(text)
      const found = ditto ? (above[index] ?? noDittoAbove) : readCell(current, cell, text)
      if (found === null) {
        above[index] = undefined
        continue
      }
      above[index] = found
      const place = (): BookPlace => ({ sheet, row: row.number, column: column.column })
      if (found.asks !== null) sink.ask(found.asks, place(), found.asks === 'privateText' ? '' : text)
      if (!found.ok) {
        // 「山田さん（父）」 under 来談者: a problem repeats no name.
        const secret = found.secret || watchText(text).length > 0
        if (found.list !== null && !secret) sink.unknown(found.list, text.trim(), place())
        const value = secret ? readingWords.hidden : text
        refusal ??= problem(found.code, place(), column.head, value, found.parameters)
        continue
      }
      values.push(found.value)
      if (ditto || found.shown !== null) readings.push(readingOf(found, place(), column, text, ditto))
      for (const each of found.doubts) {
        if (each.code === 'unknownVenue') sink.unknown('venue', text.trim(), place())
        warnings.push(warningOf(each, place(), column, text))
      }
    }
    return { values, readings, warnings, refusal }
  }
}

function readCell<Value>(
  { read, empty }: ReadColumn<Value>,
  cell: SheetCell | null,
  text: string,
): Taken<Value> | null {
  if (cell?.kind === 'error') return refusedText('errorCell')
  if (cell?.kind === 'formula') return refusedText('formulaWithoutValue')
  if (cell === null || text.trim() === '') return empty
  return read(cell, text)
}

function readingOf<Value>(
  found: Extract<Taken<Value>, { ok: true }>,
  place: BookPlace,
  column: LayoutColumn,
  text: string,
  ditto: boolean,
): Reading {
  const as = found.shown?.as ?? readingWords.asAbove
  return {
    place,
    field: column.field,
    text: quoted(text),
    as,
    took: ditto ? 'ditto' : (found.shown?.took ?? 'plain'),
  }
}

/** Free text is never repeated in a problem. */
const secretFields: ReadonlySet<string> = new Set(['note', 'content', 'remark'])

const warningOf = (each: Doubt, place: BookPlace, column: LayoutColumn, text: string): RowProblem =>
  problem(each.code, place, column.head, secretFields.has(column.field) ? '' : text, each.parameters)

/** The reading of an empty cell by the reader of its column. */
export const readEmpty = <Value>(read: ReadColumn<Value>['read']): Taken<Value> => read(blankCell, '')
