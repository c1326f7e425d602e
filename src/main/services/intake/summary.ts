import type { BookSummary } from '../../../shared/contract/schemas/intake.ts'
import type { Book } from '../../../shared/intake/book.ts'
import { bookFindingWords } from '../../../shared/words/intake-match.ts'

/** A book for the screen: what it is and what was noticed, none of its cells. */
export function summaryOf(book: Book): BookSummary {
  const { name, format, digest, encoding, sheets, findings, mark } = book
  return {
    name,
    format,
    digest,
    encoding,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: sheet.rows.length,
      columns: sheet.columnCount,
    })),
    findings: findings.map((finding) => ({ ...finding, message: bookFindingWords(finding) })),
    isCollection: mark !== null,
  }
}
