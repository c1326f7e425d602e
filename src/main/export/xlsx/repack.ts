import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * exceljs stamps the entries of its archive with the time of the run: packed again with one fixed date.
 * `edit` may change the text of a part on the way.
 */
export function repack(
  bytes: Uint8Array,
  clock: Date,
  edit: Readonly<Record<string, (xml: string) => string>> = {},
): Uint8Array<ArrayBuffer> {
  const entries = unzipSync(bytes)
  for (const [name, change] of Object.entries(edit)) {
    const part = entries[name]
    if (part === undefined) throw new Error(`no part ${name} in the workbook`)
    entries[name] = strToU8(change(strFromU8(part)))
  }
  const year = clock.getUTCFullYear()
  // The archive's dates are local and begin in 1980; the zone of the PC must not show in the bytes.
  const mtime = year < 1980 ? new Date(1980, 0, 1) : new Date(year, clock.getUTCMonth(), clock.getUTCDate())
  const ordered = Object.keys(entries).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(ordered.map((name) => [name, entries[name] ?? new Uint8Array()])), {
    mtime,
    level: 6,
  })
}

/** Readers that look at the first entry only expect the list of types there. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels') ? 1 : 2)
