import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'

/** A value of SQLite as better-sqlite3 hands it over. */
export type Value = number | string | null

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

export const asNumber = (value: Value | undefined): number => (typeof value === 'number' ? value : 0)
export const asText = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
