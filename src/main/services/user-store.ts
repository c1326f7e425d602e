import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type RecentLedger, recentLedgerSchema } from '../../shared/contract/schemas/ledger.ts'
import {
  defaultPreferences,
  type Preferences,
  preferencesSchema,
} from '../../shared/contract/schemas/platform.ts'

const rememberedSchema = z.array(recentLedgerSchema.omit({ present: true }))
const most = 20

/**
 * What this PC remembers for its user, in small files of the data folder: ledgers opened before, and
 * preferences. A file that cannot be read counts as empty: nothing here is worth an error.
 */
export class UserStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  recentLedgers(): RecentLedger[] {
    return this.#remembered().map((entry) => ({ ...entry, present: existsSync(entry.path) }))
  }

  /** Puts a ledger at the head of the list. */
  remember(entry: Omit<RecentLedger, 'present'>): void {
    const others = this.#remembered().filter((other) => other.path !== entry.path)
    this.#write('recent.json', [entry, ...others].slice(0, most))
  }

  forget(ledger: string): void {
    this.#write(
      'recent.json',
      this.#remembered().filter((entry) => entry.path !== ledger),
    )
  }

  preferences(): Preferences {
    const stored = this.#read('preferences.json')
    const merged =
      typeof stored === 'object' && stored !== null ? { ...defaultPreferences, ...stored } : stored
    const parsed = preferencesSchema.safeParse(merged)
    return parsed.success ? parsed.data : defaultPreferences
  }

  setPreferences(preferences: Preferences): Preferences {
    this.#write('preferences.json', preferences)
    return preferences
  }

  #remembered(): z.infer<typeof rememberedSchema> {
    const parsed = rememberedSchema.safeParse(this.#read('recent.json'))
    return parsed.success ? parsed.data : []
  }

  #read(name: string): unknown {
    try {
      return JSON.parse(readFileSync(path.join(this.#folder, name), 'utf8'))
    } catch {
      // Missing on the first start, or written by another version: begin anew.
      return null
    }
  }

  #write(name: string, value: unknown): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const file = path.join(this.#folder, name)
    const temporary = `${file}.${process.pid}.tmp`
    writeFileSync(temporary, JSON.stringify(value, null, 2), { mode: 0o600 })
    renameSync(temporary, file)
  }
}
