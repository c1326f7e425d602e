import { readBook } from '../../../src/main/intake/read-book.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import { hostileFiles } from './corpus.ts'

/** Reads every hostile file in one process of its own and prints an answer a line; memory is the process's peak. */
for (const { name, bytes } of hostileFiles) {
  const file = bytes()
  globalThis.gc?.()
  const begun = performance.now()
  const given = answer(file, name)
  const line = {
    name,
    ...given,
    milliseconds: Math.round(performance.now() - begun),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function answer(file: Uint8Array, name: string): object {
  try {
    const book = readBook(file, name)
    const rows = book.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
    return { refused: null, findings: [...new Set(book.findings.map(({ code }) => code))].sort(), rows }
  } catch (error) {
    if (error instanceof AppFailure)
      return { refused: error.appError.code, file: error.appError.parameters.file }
    return { refused: `crash: ${error instanceof Error ? error.stack : String(error)}` }
  }
}
