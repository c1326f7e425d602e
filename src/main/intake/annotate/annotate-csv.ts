import iconv from 'iconv-lite'
import type { Book } from '../../../shared/intake/book.ts'
import { annotatedCopyWords } from '../../../shared/words/annotated-copy.ts'
import { findDelimiter } from '../csv/delimiter.ts'
import { decodeText } from '../csv/encoding.ts'
import { type BookNote, byCell, type CellNote } from './notes.ts'

/**
 * A copy of a CSV with two columns more, 「判定」 and 「理由」, in the same encoding; every line is kept as it was
 * written. `headRow`: the row that gets the two words as its head (1-based).
 */
export function annotateCsv(
  bytes: Uint8Array,
  notes: readonly BookNote[],
  headRow: number,
): Uint8Array<ArrayBuffer> {
  const { encoding, text } = decodeText(bytes)
  const delimiter = findDelimiter(text)
  const records = splitRecords(text, delimiter)
  const columns = records.reduce((most, { fields }) => Math.max(most, fields), 0)
  const byRow = new Map(byCell(notes, ({ row }) => ({ row, column: 1 })).map((note) => [note.row, note]))
  const lines = records.map(({ body, end, fields }, index) => {
    const added = index + 1 === headRow ? head : verdict(byRow.get(index + 1))
    if (added === null) return body + end
    return (
      body + delimiter.repeat(columns - fields) + added.map((word) => delimiter + quoted(word)).join('') + end
    )
  })
  return encode(lines.join(''), encoding)
}

const head: readonly string[] = [annotatedCopyWords.verdict, annotatedCopyWords.reason]

const verdict = (note: CellNote | undefined): readonly string[] | null =>
  note === undefined ? null : [annotatedCopyWords.tones[note.tone], note.text.replaceAll('\n', ' ／ ')]

/** Always in quotes; a word that a spreadsheet would take for a formula gets an apostrophe before it. */
const quoted = (word: string): string => `"${word.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`

interface CsvRecord {
  readonly body: string
  /** The line break behind it, as written; empty at the end of a file without one. */
  readonly end: string
  readonly fields: number
}

/** Records as the reader numbers them: line breaks inside quotes end none. A quote opens only at a field's begin. */
function splitRecords(text: string, delimiter: string): readonly CsvRecord[] {
  const records: CsvRecord[] = []
  let begin = 0
  let fields = 1
  let fieldBegin = 0
  let quotedField = false
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    if (quotedField) {
      if (character === '"') {
        if (text[at + 1] === '"') at++
        else quotedField = false
      }
      if (character !== undefined) continue
    }
    if (character === '"' && at === fieldBegin) quotedField = true
    else if (character === delimiter) {
      fields++
      fieldBegin = at + 1
    } else if (character === '\n' || character === '\r' || character === undefined) {
      if (character === undefined && begin === text.length) break
      const end = character === '\r' && text[at + 1] === '\n' ? '\r\n' : (character ?? '')
      records.push({ body: text.slice(begin, at), end, fields })
      at += Math.max(0, end.length - 1)
      begin = at + 1
      fieldBegin = begin
      fields = 1
    }
  }
  return records
}

function encode(text: string, encoding: NonNullable<Book['encoding']>): Uint8Array<ArrayBuffer> {
  switch (encoding) {
    case 'utf-8':
      return new Uint8Array(Buffer.from(text))
    case 'utf-8-bom':
      return new Uint8Array(Buffer.from(`\uFEFF${text}`))
    case 'utf-16':
      return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    case 'cp932':
      return new Uint8Array(iconv.encode(forWindows(text), 'cp932'))
  }
}

/** Characters that Windows writes with other code points than the standard does; without this they became 「?」. */
const forWindows = (text: string): string =>
  text
    .replaceAll('\u301C', '\uFF5E')
    .replaceAll('\u2212', '\uFF0D')
    .replaceAll('\u2014', '\u2015')
    .replaceAll('\u2016', '\u2225')
