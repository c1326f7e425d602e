import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'

/** A value of SQLite as better-sqlite3 hands it over. */
export type Value = number | string | null

/** What a packed query answers: counts as numbers, columns as blobs (null without rows). */
export type PackedValue = Value | Uint8Array

/** By place (`?`) or by name (`@asOf`). */
export type Parameters = readonly Value[] | Readonly<Record<string, Value>>

/**
 * Rows as arrays: for the hundreds of thousands of contacts of a year, an object each would cost more
 * than the query itself.
 */
export function rawRows(reader: LedgerReader, sql: string, parameters: Parameters): readonly Value[][] {
  const { connection } = readerInternals(reader)
  const statement = connection.prepare<unknown[], Value[]>(sql)
  if (!statement.readonly) throw new Error(`statistics only read: ${sql.slice(0, 80)}`)
  statement.raw(true)
  return Array.isArray(parameters) ? statement.all(...parameters) : statement.all(parameters)
}

/** The first column alone, as plain values. */
export function plucked(
  reader: LedgerReader,
  sql: string,
  parameters: Readonly<Record<string, Value>>,
): readonly Value[] {
  const { connection } = readerInternals(reader)
  const statement = connection.prepare<unknown[], Value>(sql)
  if (!statement.readonly) throw new Error(`statistics only read: ${sql.slice(0, 80)}`)
  return statement.pluck(true).all(parameters)
}

/** The only row of a query over all of its rows (count, packed columns). */
export function packedRow(
  reader: LedgerReader,
  sql: string,
  parameters: Readonly<Record<string, Value>>,
): readonly PackedValue[] {
  // Asked month after month: prepared once.
  const statement = readerInternals(reader).statements.prepare<PackedValue[]>(sql)
  if (!statement.readonly) throw new Error(`statistics only read: ${sql.slice(0, 80)}`)
  return statement.raw(true).get(parameters) ?? []
}

const noBytes = new Uint8Array(0)

export const asBytes = (value: PackedValue | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : noBytes
export const asNumber = (value: PackedValue | undefined): number => (typeof value === 'number' ? value : 0)
export const asText = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
