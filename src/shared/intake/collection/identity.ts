/**
 * The hidden identity of a collection book. All of it is plain ASCII in cells and a defined name, so that
 * Excel and LibreOffice save it again as it was: a mark for the book (ledger and issue), and in each sheet a
 * hidden row and a hidden column with keys. A book is read by these keys alone, never by place.
 */
const version = 'fd1'

export interface IssueIdentity {
  /** The ledger's own id. */
  readonly ledger: string
  readonly issue: string
}

/** The mark of a book: letters, digits, `-` and `.` only (`isCollectionMark`). */
export const markOf = ({ ledger, issue }: IssueIdentity): string =>
  `${version}.${ledger}.${issue}.${checkOf(`${ledger}.${issue}`)}`

export type MarkReading =
  | ({ readonly ok: true } & IssueIdentity)
  /** `damaged`: its check does not fit; `newer`: made by a version of the tool that is not known here. */
  | { readonly ok: false; readonly reason: 'damaged' | 'newer' }

export function readMark(text: string): MarkReading {
  const [format = '', ledger = '', issue = '', check = '', ...more] = text.trim().split('.')
  if (/^fd\d+$/.test(format) && format !== version) return { ok: false, reason: 'newer' }
  const whole = format === version && more.length === 0 && checkOf(`${ledger}.${issue}`) === check
  return whole ? { ok: true, ledger, issue } : { ok: false, reason: 'damaged' }
}

/** What a key cell names: the sheet of an issue, one of its columns, or a row. */
export type SheetKey =
  | { readonly kind: 'sheet'; readonly mark: string; readonly key: string }
  | { readonly kind: 'column'; readonly key: string }
  | { readonly kind: 'row'; readonly key: string }

export const sheetKeyText = (mark: string, key: string): string => `${version}:sheet:${mark}:${key}`
export const columnKeyText = (key: string): string => `${version}:col:${key}`
export const rowKeyText = (key: string): string => `${version}:row:${key}`

/** The key in a cell's text; null for any other text. */
export function readKey(text: string): SheetKey | null {
  const found = /^fd1:(sheet|col|row):(.+)$/s.exec(text.trim())
  const [, kind, rest = ''] = found ?? []
  if (kind === 'col') return { kind: 'column', key: rest }
  if (kind === 'row') return { kind: 'row', key: rest }
  const at = rest.indexOf(':')
  return kind === 'sheet' && at > 0
    ? { kind: 'sheet', mark: rest.slice(0, at), key: rest.slice(at + 1) }
    : null
}

/** FNV-1a, 32 bits in hexadecimal: against slips, not against forgers (the ledger knows its own issues). */
function checkOf(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}
