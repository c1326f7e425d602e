import { refusal } from '../refuse.ts'
import type { Archive } from '../zip/archive.ts'

/** Zips that are no workbook but known by what lies in them, each with its own way out. */
export function refuseOtherArchives(archive: Archive): void {
  const { entries } = archive
  if (entries.has('xl/workbook.bin')) throw refusal('bookBinaryExcel')
  if (entries.has('word/document.xml')) throw refusal('bookWord')
  const kind = openDocumentKind(archive)
  if (kind === null) return
  if (kind.includes('spreadsheet')) throw refusal('bookOds')
  throw refusal(kind.includes('text') ? 'bookWord' : 'bookOtherKind')
}

/** OpenDocument files hold their kind as a first entry that is not packed. */
function openDocumentKind({ entries }: Archive): string | null {
  const entry = entries.get('mimetype')
  if (entry === undefined || entry.method !== 0 || entry.size > 200) return null
  const kind = Buffer.from(entry.packed).toString('latin1')
  return kind.startsWith('application/vnd.oasis.opendocument') ? kind : null
}
