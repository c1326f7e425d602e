import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Incident } from './protocol.ts'

const mostBytes = 1_000_000
const mostFiles = 5

/**
 * The log file of a PC's user: JSON lines of codes, ids and stack frames. It never holds messages, input
 * or figures (trust, Nobody gets in §6). Full files rotate; a log that cannot be written is given up
 * silently, since nothing may depend on it.
 */
export class IncidentLog {
  readonly #file: string
  readonly #now: () => Date
  #count = 0

  constructor(folder: string, now: () => Date) {
    this.#file = path.join(folder, 'logs', 'fukushi-daicho.log')
    this.#now = now
  }

  /** Writes a bug down. @returns its incident number, for the user to name: `20241130-120301-1`. */
  incident(request: string, incident: Incident): string {
    this.#count += 1
    const stamp = this.#now().toISOString().replaceAll(/[-:]/g, '').slice(0, 15).replace('T', '-')
    const number = `${stamp}-${process.pid % 10_000}-${this.#count}`
    this.write({ incident: number, request, ...incident })
    return number
  }

  /** Writes one line; values are codes and ids, never text that someone typed. */
  write(entry: Readonly<Record<string, unknown>>): void {
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 })
      this.#rotate()
      appendFileSync(this.#file, `${JSON.stringify({ at: this.#now().toISOString(), ...entry })}\n`, {
        mode: 0o600,
      })
    } catch {
      // A full disk must not turn a small failure into a large one.
    }
  }

  #rotate(): void {
    if ((statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0) < mostBytes) return
    rmSync(`${this.#file}.${mostFiles - 1}`, { force: true })
    for (let index = mostFiles - 2; index >= 1; index--) {
      if (statSync(`${this.#file}.${index}`, { throwIfNoEntry: false })) {
        renameSync(`${this.#file}.${index}`, `${this.#file}.${index + 1}`)
      }
    }
    renameSync(this.#file, `${this.#file}.1`)
  }
}
