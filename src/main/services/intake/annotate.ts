import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { annotatedName } from '../../../shared/words/intake-match.ts'
import { annotatedCopy, type BookNote } from '../../intake/annotate.ts'
import { systemEnvironment } from '../../ledger/environment.ts'
import { writeWhole } from '../../ledger/files.ts'
import { messageOf, type RowTeller } from './describe.ts'
import type { OpenBook, Reading } from './open-books.ts'

export interface AnnotatedCopy {
  readonly file: string
  readonly sha256: string
  readonly marks: number
}

/**
 * Writes a copy of the user's file with a mark on each cell that was refused or is to be looked at, under a name
 * of its own; the file itself is never touched.
 *
 * @throws AppFailure `fileMissing` when it is gone or is another one by now.
 */
export async function writeAnnotated(
  open: OpenBook & { readonly reading: Reading },
  folder: string,
  teller: RowTeller,
): Promise<AnnotatedCopy> {
  const bytes = await readFile(open.path).catch((cause: unknown) => {
    throw new AppFailure(appError('fileMissing', { file: open.book.name }, 'session'), { cause })
  })
  if (createHash('sha256').update(bytes).digest('hex') !== open.book.digest) {
    throw new AppFailure(appError('fileMissing', { file: open.book.name }, 'session'))
  }
  const notes = notesOf(open.reading, teller)
  const copy = annotatedCopy(bytes, open.book.name, notes, headRowOf(open.reading))
  const file = freePath(folder, open.book.name)
  writeWhole(systemEnvironment().files, file, copy)
  return { file, sha256: createHash('sha256').update(copy).digest('hex'), marks: notes.length }
}

function notesOf({ comparison }: Reading, teller: RowTeller): readonly BookNote[] {
  return comparison.rows.flatMap((match, index): BookNote[] => {
    if (match.outcome === 'refused') {
      return [{ place: match.problem.place, text: messageOf(match.problem), tone: 'refused' }]
    }
    if (match.outcome === 'ignored') return []
    const warnings = match.row.warnings.map((warning) => ({
      place: warning.place,
      text: messageOf(warning),
      tone: 'warning' as const,
    }))
    const late = match.outcome === 'late' ? (teller.row(match, index).reason?.message ?? null) : null
    return late === null ? warnings : [...warnings, { place: match.row.place, text: late, tone: 'note' }]
  })
}

/** 「相談受付簿（確認）.xlsx」; a file that is there already is never replaced. */
function freePath(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name)
  for (let count = 1; ; count += 1) {
    const file = path.join(folder, annotatedName(stem, ext, count))
    if (!existsSync(file)) return file
  }
}

/** The row of a CSV under whose head the two columns more stand. */
const headRowOf = ({ comparison }: Reading): number => {
  const head = comparison.rows.findLast((match) => match.outcome === 'ignored' && match.reason === 'head')
  return head !== undefined && 'place' in head ? head.place.row : 1
}
