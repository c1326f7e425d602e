import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { appErrorOf, fail } from '../failures.ts'
import { readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'
import { pragmaNumber } from './connection.ts'

/** A place that is damaged: what found it, and what it says. */
export interface Damage {
  readonly check: 'pages' | 'foreignKeys' | 'header' | 'size'
  readonly detail: string
}

/** Fields of the plain header, which no page checksum covers. */
function headerDamage(connection: Database): Damage[] {
  const expected: readonly (readonly [pragma: string, value: number | string])[] = [
    ['page_size', 4096],
    ['encoding', 'UTF-8'],
    ['auto_vacuum', 0],
  ]
  return expected
    .filter(([pragma, value]) => connection.pragma(pragma, { simple: true }) !== value)
    .map(([pragma]) => ({ check: 'header', detail: pragma }))
}

/** A file shorter or longer than its header says; only when nothing waits in the write-ahead log. */
function sizeDamage(connection: Database): Damage[] {
  const log = statSync(`${connection.name}-wal`, { throwIfNoEntry: false })
  if (log !== undefined && log.size > 0) return []
  const pages = pragmaNumber(connection, 'page_count')
  const bytes = statSync(connection.name).size
  return bytes === pages * 4096 ? [] : [{ check: 'size', detail: `${bytes} / ${pages * 4096}` }]
}

/** Every page, every index, every reference. Reads the whole file: 1 s for 100 MB or so. */
export function damageOf(connection: Database): Damage[] {
  try {
    const pages = connection.pragma('quick_check(20)') as readonly Record<string, unknown>[]
    const bad = pages.map((row) => String(Object.values(row)[0])).filter((text) => text !== 'ok')
    if (bad.length > 0) return bad.map((detail) => ({ check: 'pages', detail }))
    const references = connection.pragma('foreign_key_check') as readonly { table: string; rowid: number }[]
    return [
      ...headerDamage(connection),
      ...sizeDamage(connection),
      ...references
        .slice(0, 20)
        .map(({ table, rowid }): Damage => ({ check: 'foreignKeys', detail: `${table} ${rowid}` })),
    ]
  } catch (error) {
    const typed = appErrorOf(error)
    if (typed?.code !== 'ledgerDamaged' && typed?.code !== 'inputOutput') throw error
    return [{ check: 'pages', detail: String(typed.parameters.cause ?? '') }]
  }
}

/** Stops with `ledgerDamaged` {path, part}. */
export function requireWhole(connection: Database, path: string): void {
  const [first] = damageOf(connection)
  if (first !== undefined) fail('ledgerDamaged', { path, part: first.check, detail: first.detail })
}

/**
 * quick_check, foreign keys and header of an open ledger: what takes too long to stand between a user
 * and a large ledger (notice `checkPending`). Run it behind, on a reader. Empty when whole.
 */
export function checkLedger(reader: LedgerReader): readonly Damage[] {
  return damageOf(readerInternals(reader).connection)
}
