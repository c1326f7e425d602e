import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { Book, Sheet } from '../../../shared/intake/book.ts'
import { Findings } from '../findings.ts'
import { type GridRow, gridRow, Room } from '../grid.ts'
import { limits } from '../limits.ts'
import { damaged, refusal, tooLarge } from '../refuse.ts'
import { TextCells } from '../texts.ts'
import { noteUnknownCharacters } from '../xlsx/read-sheet.ts'
import { findDelimiter } from './delimiter.ts'
import { decodeText } from './encoding.ts'

const recordCharacters = 1024 * 1024

type CsvContent = Pick<Book, 'encoding' | 'sheets' | 'findings'>

/**
 * Reads a CSV as a book of one sheet, named like the file. Every cell is a text: nothing in a CSV says that
 * something is a number. Rows are numbered as a spreadsheet numbers them: a line break inside quotes begins
 * no row, an empty line is one.
 */
export function readCsv(bytes: Uint8Array, file: string, watch: () => void): CsvContent {
  if (bytes.length > limits.csvBytes) throw tooLarge('fileBytes', limits.csvBytes / 1024 / 1024)
  const { encoding, text } = decodeText(bytes)
  const findings = new Findings()
  const texts = new TextCells()
  const room = new Room()
  const name = file.replace(/\.[^.]*$/, '')
  const rows: GridRow[] = []
  let number = 0
  eachRecord(text, (record) => {
    if (number++ % 500 === 0) watch()
    const columns: number[] = []
    const cells: ReturnType<TextCells['of']>[] = []
    for (const [at, value] of record.entries()) {
      const cell = texts.of(value)
      if (cell === null) continue
      if (at >= limits.columns) {
        findings.note('cutCells', name, number, at + 1)
        continue
      }
      columns.push(at + 1)
      cells.push(cell)
    }
    const row = gridRow(number, false, columns, cells, room)
    if (row !== null) rows.push(row)
  })
  noteUnknownCharacters(name, rows, findings)
  if (rows.length === 0) findings.note('emptySheet', name)
  if (texts.cut > 0) findings.note('cutCells', name, null, null, texts.cut)
  const columnCount = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const sheet: Sheet = { name, hidden: false, rows, merges: [], hiddenColumns: [], columnCount }
  return { encoding, sheets: [sheet], findings: findings.all() }
}

/** Hands the records on one by one: all of them as arrays of texts would take several times the file. */
function eachRecord(text: string, take: (record: readonly string[]) => void): void {
  try {
    parse(text, {
      delimiter: findDelimiter(text),
      // All of them, the longest first: by itself the parser takes only the first kind that it meets.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
      max_record_size: recordCharacters,
      on_record: (record: readonly string[]) => {
        take(record)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw refusal('bookQuoteOpen', { line: openQuote(text) })
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge('recordCharacters', recordCharacters)
    throw damaged('CSV')
  }
}

/** The line in which the quote begins that never ends. */
function openQuote(text: string): number {
  let line = 1
  let begun = 1
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x0a) line++
    if (character !== 0x22) continue
    quoted = !quoted
    if (quoted) begun = line
  }
  return begun
}
