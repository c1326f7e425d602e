import { annotateCsv } from './annotate/annotate-csv.ts'
import { annotateXlsx } from './annotate/annotate-xlsx.ts'
import type { BookNote } from './annotate/notes.ts'
import { named } from './read-book.ts'
import { recognise } from './recognise.ts'

export type { BookNote, NoteTone } from './annotate/notes.ts'

/**
 * The annotated copy of a book that was read (product: 「差戻し」): a workbook with comments and colours on the
 * cells concerned, a CSV with two columns more. Everything else is as it was. The user's file is not touched.
 * `name` as for `readBook`; `headRow` is the row of a CSV that holds its heads.
 *
 * Throws AppFailure with a code `book…`, RangeError for a note on a sheet that is not there.
 */
export function annotatedCopy(
  bytes: Uint8Array,
  name: string,
  notes: readonly BookNote[],
  headRow = 1,
): Uint8Array<ArrayBuffer> {
  try {
    if (recognise(bytes) === 'csv') return annotateCsv(bytes, notes, headRow)
    return annotateXlsx(bytes, notes)
  } catch (error) {
    throw named(error, name)
  }
}
