import type { Database } from 'better-sqlite3'
import type { LedgerRows } from '../../../shared/statistics/rows.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** Settings that the ledger itself knows; services name their own. */
export const ledgerSettings = {
  name: 'ledger.name',
  fictional: 'ledger.fictional',
  createdAt: 'ledger.createdAt',
  recordingSince: 'recording.since',
  earlierCasesKnown: 'recording.earlierCasesKnown',
} as const

export interface Setting {
  readonly id: string
  readonly revision: number
  /** As stored: any JSON. Parse it with a schema. */
  readonly value: unknown
}

export function readSetting(reader: LedgerReader, name: string): Setting | null {
  const row = reader.get(
    build.selectFrom('setting').select(['id', 'revision', 'value']).where('name', '=', name),
  )
  return row === undefined ? null : { ...row, value: JSON.parse(row.value) }
}

/** New settings by name; a name that is there already is `invalidValue`. */
export function insertSettings(write: LedgerWriter, settings: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(settings)) {
    write.insert('setting', { name, value: JSON.stringify(value) })
  }
}

/** Makes or changes a setting; `seen` is the revision the client saw, null when there was none. */
export function saveSetting(write: LedgerWriter, name: string, value: unknown, seen: number | null): void {
  const current = readSetting(write, name)
  const text = JSON.stringify(value)
  if (current === null) write.insert('setting', { name, value: text })
  else write.update('setting', current.id, seen ?? 0, { value: text })
}

/** The ledger's own facts, as the frame shows them. */
export interface LedgerFacts {
  readonly name: string
  readonly fictional: boolean
  readonly createdAt: string
}

export function readLedgerFacts(reader: LedgerReader): LedgerFacts {
  return {
    name: String(readSetting(reader, ledgerSettings.name)?.value ?? ''),
    fictional: readSetting(reader, ledgerSettings.fictional)?.value === true,
    createdAt: String(readSetting(reader, ledgerSettings.createdAt)?.value ?? ''),
  }
}

/** Since when the ledger records; used by 新規 of the first year (domain §3). */
export function readRecording(reader: LedgerReader): {
  readonly recordingSince: Day
  readonly earlierCasesKnown: boolean
} {
  const since = readSetting(reader, ledgerSettings.recordingSince)?.value
  return {
    recordingSince: (typeof since === 'string' ? since : '0001-01-01') as Day,
    earlierCasesKnown: readSetting(reader, ledgerSettings.earlierCasesKnown)?.value === true,
  }
}

/** Rows of the two recording settings, unless the ledger has them: the first rows decide. */
export function recordingSettings(
  connection: Database,
  rows: LedgerRows,
): readonly { readonly name: string; readonly value: string }[] {
  const known = connection
    .prepare<[string], number>('SELECT count(*) FROM setting WHERE name = ?')
    .pluck()
    .get(ledgerSettings.recordingSince)
  if (known === 1) return []
  return [
    { name: ledgerSettings.recordingSince, value: JSON.stringify(rows.recordingSince) },
    { name: ledgerSettings.earlierCasesKnown, value: JSON.stringify(rows.earlierCasesKnown) },
  ]
}
