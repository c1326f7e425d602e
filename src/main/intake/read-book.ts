import { createHash } from 'node:crypto'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import type { Book } from '../../shared/intake/book.ts'
import { readCsv } from './csv/read-csv.ts'
import { limits } from './limits.ts'
import { recognise } from './recognise.ts'
import { tooLarge } from './refuse.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/**
 * Reads a workbook (.xlsx, .xlsm) or a CSV, told by its bytes and not by its name. Synchronous: up to some
 * seconds for 50,000 rows, so never in the writer. `name` is the file's name, a folder before it is left off;
 * `watch` is called now and then and may throw to stop.
 *
 * Throws AppFailure with one of the codes `book…`, the file's name in its parameters; nothing else.
 */
export function readBook(bytes: Uint8Array, name: string, watch: () => void = () => {}): Book {
  const file = fileName(name)
  try {
    if (bytes.length > limits.fileBytes) throw tooLarge('fileBytes', limits.fileBytes / 1024 / 1024)
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (recognise(bytes) === 'zip') {
      return { format: 'xlsx', name: file, digest, encoding: null, ...readXlsx(bytes, watch) }
    }
    return { format: 'csv', name: file, digest, mark: null, ...readCsv(bytes, file, watch) }
  } catch (error) {
    throw named(error, file)
  }
}

const fileName = (name: string): string => name.split(/[\\/]/).at(-1) ?? name

/** A failure of the reader with the file's name; anything else as it is. */
export function named(error: unknown, name: string): unknown {
  if (!(error instanceof AppFailure) || !error.appError.code.startsWith('book')) return error
  const { code, parameters, field } = error.appError
  return new AppFailure(appError(code, { ...parameters, file: fileName(name) }, field), { cause: error })
}
