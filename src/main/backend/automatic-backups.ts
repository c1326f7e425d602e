import type { BackupEntry } from '../../shared/contract/schemas/ledger.ts'

export interface AutomaticBackupOptions {
  /** Makes a copy unless the newest one already holds everything. */
  readonly make: (reason: 'start' | 'close' | 'hourly') => Promise<BackupEntry>
  readonly onMade: (backup: BackupEntry) => void
  readonly onFailed: (error: unknown) => void
}

const firstAfterMs = 30_000
const everyMs = 60 * 60_000

/** Copies at the start, hourly while something changed, and at the end (trust, Nothing gets lost §3). */
export class AutomaticBackups {
  readonly #options: AutomaticBackupOptions
  #first: NodeJS.Timeout | null = null
  #hourly: NodeJS.Timeout | null = null

  constructor(options: AutomaticBackupOptions) {
    this.#options = options
  }

  /** A writable ledger was opened; the first copy waits until the screens are there. */
  begin(): void {
    this.end()
    this.#first = setTimeout(() => void this.#run('start'), firstAfterMs)
    this.#hourly = setInterval(() => void this.#run('hourly'), everyMs)
    this.#first.unref()
    this.#hourly.unref()
  }

  /** The last copy, while the ledger is still open. A failure does not keep it open. */
  async beforeClosing(): Promise<void> {
    if (this.#hourly === null) return
    this.end()
    await this.#run('close')
  }

  end(): void {
    if (this.#first) clearTimeout(this.#first)
    if (this.#hourly) clearInterval(this.#hourly)
    this.#first = null
    this.#hourly = null
  }

  async #run(reason: 'start' | 'close' | 'hourly'): Promise<void> {
    try {
      this.#options.onMade(await this.#options.make(reason))
    } catch (error) {
      this.#options.onFailed(error)
    }
  }
}
