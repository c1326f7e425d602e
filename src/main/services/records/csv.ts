import { stringify } from 'csv-stringify/sync'
import type { ConsultationRow } from '../../../shared/statistics/rows.ts'
import type { RecordColumn } from './columns.ts'

const rowsPerChunk = 500
const byteOrderMark = '\uFEFF'

/**
 * Consultations as CSV, piece by piece: UTF-8 with BOM, CRLF, every field quoted, cells that begin like a
 * formula made safe (documents §4). The first piece is the header, also when there are no rows.
 */
export function* recordsCsv(
  columns: readonly RecordColumn[],
  rows: Iterable<ConsultationRow>,
): Generator<{ readonly text: string; readonly rows: number }> {
  yield { text: byteOrderMark + lines([columns.map((column) => column.name)]), rows: 0 }
  let chunk: (readonly (string | number | null)[])[] = []
  for (const row of rows) {
    chunk.push(columns.map((column) => column.value(row)))
    if (chunk.length < rowsPerChunk) continue
    yield { text: lines(chunk), rows: chunk.length }
    chunk = []
  }
  if (chunk.length > 0) yield { text: lines(chunk), rows: chunk.length }
}

function lines(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([...rows], { quoted: true, escape_formulas: true, record_delimiter: 'windows' })
}
