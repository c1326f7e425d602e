import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { homedir, hostname } from 'node:os'
import { v7 } from 'uuid'

/**
 * The file operations that the ledger does itself (SQLite does its own). Tests put a failing layer in
 * place: root may write anywhere, so a refused permission or a full disk must be injected.
 */
export type FileLayer = Pick<
  typeof fs,
  | 'accessSync'
  | 'closeSync'
  | 'copyFileSync'
  | 'existsSync'
  | 'fsyncSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'readSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeSync'
>

/** Everything that differs from run to run; handed in, never read inside the logic. */
export interface Environment {
  /** UTC instant. It may jump: order is never taken from it. */
  readonly now: () => Date
  /** Cryptographically strong, but for the demonstration ledger and tests, which fix it. */
  readonly randomBytes: (count: number) => Uint8Array
  /** A new UUIDv7. */
  readonly newId: () => string
  readonly files: FileLayer
  /** `linux`, `win32`, `darwin`. */
  readonly platform: NodeJS.Platform
  /** Environment variables that name synchronised folders (OneDrive). */
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly host: string
  readonly processId: number
}

const poolBytes = 4_096
const mostFromPool = 64

/** Small amounts (salts, ids) are drawn from a pool: asking the system costs 15 µs a time, each save twice. */
function pooledRandom(): (count: number) => Uint8Array {
  let pool = Buffer.alloc(0)
  let at = 0
  return (count) => {
    if (count > mostFromPool) return randomBytes(count)
    if (at + count > pool.length) {
      pool = randomBytes(poolBytes)
      at = 0
    }
    const taken = Buffer.from(pool.subarray(at, at + count))
    pool.fill(0, at, at + count)
    at += count
    return taken
  }
}

/** The real clock, randomness and file system; `changes` replaces parts of it. */
export function systemEnvironment(changes: Partial<Environment> = {}): Environment {
  const base = {
    now: () => new Date(),
    randomBytes: pooledRandom(),
    files: fs,
    platform: process.platform,
    variables: process.env,
    home: homedir(),
    host: hostname(),
    processId: process.pid,
    ...changes,
  }
  return {
    ...base,
    newId: changes.newId ?? ((): string => v7({ msecs: base.now().getTime(), random: base.randomBytes(16) })),
  }
}
