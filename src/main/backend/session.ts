import path from 'node:path'
import { type AppError, AppFailure, appError } from '../../shared/contract/errors.ts'
import type { BackupEntry, LedgerStatus, Staff } from '../../shared/contract/schemas/ledger.ts'
import { dayInJapan } from '../../shared/time/japan.ts'
import type { OpeningNotice } from '../ledger/ledger.ts'
import type { StaffMember } from '../services/contexts.ts'
import type { LedgerSummary } from '../services/ledger-summary.ts'
import type { EventHub } from './event-hub.ts'
import { describeFailure } from './failures.ts'
import { beginOpening, type OpenState, statusOf } from './open-state.ts'
import type { MadeLedger, NewLedger } from './session-tasks.ts'
import { unlock } from './unlock.ts'
import type { WorkerHandle } from './worker-handle.ts'
import { type PoolTask, quietTask, type WorkerKind, type WorkerPool } from './worker-pool.ts'

export type CreatedAndOpened = { readonly path: string; readonly recoveryKey: string | null } & (
  | { readonly ledger: LedgerStatus; readonly failure: null }
  | { readonly ledger: null; readonly failure: AppError }
)

export interface SessionOptions {
  readonly pool: WorkerPool
  readonly hub: EventHub
  readonly now: () => Date
  /** Who opens, for the next one who finds the ledger in use. */
  readonly owner: string
  /** After a ledger was opened; before it is closed (while it still is open). */
  readonly onOpened: (status: LedgerStatus) => void
  readonly onClosing: () => Promise<void>
}

/**
 * The open ledger of the backend: which one, who works on it, and its key. Opening and closing follow one
 * another, whatever order the requests come in.
 */
export class LedgerSession {
  readonly #options: SessionOptions
  #open: OpenState | null = null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: SessionOptions) {
    this.#options = options
  }

  get staff(): StaffMember | null {
    return this.#open?.staff ?? null
  }

  /** @throws AppFailure `noLedgerOpen`. */
  requireOpen(): void {
    this.#required()
  }

  /** @throws AppFailure `noLedgerOpen`, `ledgerReadOnly`. */
  requireWritable(): void {
    const open = this.#required()
    if (open.readOnly !== null) throw new AppFailure(appError('ledgerReadOnly', { path: open.path }))
  }

  /** The path of the open ledger. @throws AppFailure `noLedgerOpen`. */
  get path(): string {
    return this.#required().path
  }

  status(): LedgerStatus | null {
    return this.#open?.ready ? statusOf(this.#open, dayInJapan(this.#options.now())) : null
  }

  /**
   * Opens a ledger in place of the one that is open. A wrong password leaves that one open; whatever fails
   * after it leaves none.
   */
  open(
    request: { path: string; passphrase: string | null; readOnly: boolean },
    task: PoolTask,
  ): Promise<LedgerStatus> {
    return this.#inTurn(async () => {
      const folder = path.resolve(request.path)
      task.onProgress('reading', 0, null)
      const key = await unlock(folder, request.passphrase)
      return await this.#enter(
        folder,
        key,
        request.readOnly ? await this.#whyReading(folder, key) : null,
        task,
      )
    })
  }

  /**
   * Makes a ledger and opens it. `recoveryKey` is null for a demonstration ledger; it is kept nowhere, so it
   * is answered also when the ledger that was made does not open.
   *
   * @throws AppFailure whatever keeps it from being made.
   */
  create(input: NewLedger, task: PoolTask): Promise<CreatedAndOpened> {
    return this.#inTurn(async () => {
      const made = (await this.#options.pool.run('writer', 'session.create', input, task)) as MadeLedger
      const about = { path: input.path, recoveryKey: made.recoveryKey }
      try {
        return { ...about, ledger: await this.#enter(input.path, made.key, null, task), failure: null }
      } catch (error) {
        return { ...about, ledger: null, failure: describeFailure(error).error }
      }
    })
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#leave('closed'))
  }

  /** Puts a backup in the place of a ledger and opens it; gives where the replaced one is kept. */
  restore(
    request: { backup: string; path: string; passphrase: string | null },
    task: PoolTask,
  ): Promise<{ kept: string | null; ledger: LedgerStatus }> {
    return this.#inTurn(async () => {
      const folder = path.resolve(request.path)
      const { pool, owner } = this.#options
      const who = this.staff?.name ?? owner
      if (this.#open?.path === folder) await this.#leave('closed')
      task.onProgress('comparing', 0, null)
      const input = { ...request, path: folder, staff: who }
      const restored = await pool.run('writer', 'session.restore', input, task)
      const ledger = await this.#enter(folder, await unlock(folder, request.passphrase), null, task)
      return { kept: (restored as { kept: string | null }).kept, ledger }
    })
  }

  /** Backups of a ledger, open or not, newest first. */
  async backups(ledger: string): Promise<readonly BackupEntry[]> {
    const folder = path.resolve(ledger)
    const sequence = this.#open?.path === folder ? this.#open.summary.revision : null
    const input = { path: folder, sequence }
    return (await this.#options.pool.run(
      'reader',
      'session.backups',
      input,
      quietTask(null),
    )) as BackupEntry[]
  }

  /** Reads the summary again, after a write. */
  async refresh(): Promise<void> {
    const open = this.#open
    if (!open) return
    open.summary = await this.#summary()
  }

  /**
   * Looks through every page of the open ledger in a reader, while work goes on: what is too slow to stand
   * before its opening. The status then says `whole` or `damaged`. @returns what found damage.
   */
  async checkBehind(): Promise<readonly string[]> {
    const open = this.#required()
    const run = this.#options.pool.run('reader', 'session.check', null, quietTask(null, true))
    const damage = (await run) as readonly string[]
    if (this.#open !== open) return []
    open.check = damage.length === 0 ? 'whole' : 'damaged'
    const { revision } = open.summary
    this.#options.hub.tell({ event: 'ledger-changed', what: 'ledger.check', revision })
    return damage
  }

  /** A copy was made; `at` is when. */
  noteBackup(at: string): void {
    const open = this.#open
    if (!open) return
    open.summary = { ...open.summary, lastBackupAt: at }
    this.#options.hub.tell({
      event: 'ledger-changed',
      what: 'backup.create',
      revision: open.summary.revision,
    })
  }

  staffList(): readonly Staff[] {
    return this.#required().summary.staff
  }

  /** @throws AppFailure `notFound` for an id that is not in the list. */
  chooseStaff(id: string): Staff {
    const open = this.#required()
    const found = open.summary.staff.find((staff) => staff.id === id)
    if (!found) throw new AppFailure(appError('notFound', { id }, 'id'))
    open.staff = { id: found.id, name: found.name }
    return found
  }

  /** Gives a thread that (re)started the ledger that is open. */
  async prepare(kind: WorkerKind, worker: WorkerHandle): Promise<void> {
    const open = this.#open
    if (!open || kind === 'render') return
    if (kind === 'reader' || kind === 'intake') await this.#attach(worker, open)
    else if (open.readOnly === null) await this.#openWriter(worker, open)
  }

  async #enter(
    folder: string,
    key: Uint8Array,
    readOnly: LedgerStatus['readOnly'],
    task: PoolTask,
  ): Promise<LedgerStatus> {
    const { pool, hub } = this.#options
    await this.#leave('closed')
    try {
      const input = { path: folder, key, owner: this.#options.owner }
      const opened = readOnly === null ? await pool.run('writer', 'session.open', input, task) : null
      const { notices } = (opened ?? { notices: [] }) as { readonly notices: readonly OpeningNotice[] }
      const check = notices.some(({ code }) => code === 'checkPending') ? 'pending' : null
      const open = beginOpening({ path: folder, key, readOnly, check })
      this.#open = open
      for (const reader of [...pool.readers, pool.intake])
        if (reader.running) await this.#attach(reader, open)
      open.summary = await this.#summary()
      const active = open.summary.staff.filter((staff) => staff.active)
      const [only] = active
      if (only && active.length === 1) open.staff = { id: only.id, name: only.name }
      open.ready = true
    } catch (error) {
      await this.#leave('closed')
      key.fill(0)
      throw error
    }
    const status = this.status()
    if (!status) throw new AppFailure(appError('noLedgerOpen'))
    hub.tell({ event: 'ledger-changed', what: 'opened', revision: status.revision })
    this.#options.onOpened(status)
    return status
  }

  async #leave(what: string): Promise<void> {
    const open = this.#open
    if (!open) return
    await this.#options.onClosing()
    const { pool, hub } = this.#options
    this.#open = null
    open.key.fill(0)
    const closing = [
      ...[...pool.readers, pool.intake].map((reader) =>
        reader.running ? reader.post('session.detach', null, quietTask(null)) : null,
      ),
      pool.writer.running ? pool.writer.post('session.close', null, quietTask(null)) : null,
    ]
    await Promise.all(closing)
    hub.tell({ event: 'ledger-changed', what, revision: null })
  }

  async #whyReading(folder: string, key: Uint8Array): Promise<LedgerStatus['readOnly']> {
    const input = { path: folder, key, owner: this.#options.owner }
    // The ledger that is open here would be found in use by itself.
    if (this.#open?.path === folder) await this.#leave('closed')
    const why = await this.#options.pool.run('writer', 'session.whyReading', input, quietTask(null))
    return why as LedgerStatus['readOnly']
  }

  async #summary(): Promise<LedgerSummary> {
    return (await this.#options.pool.run('reader', 'session.summary', null, quietTask(null))) as LedgerSummary
  }

  #attach(worker: WorkerHandle, open: OpenState): Promise<unknown> {
    const { path: ledger, key, readOnly } = open
    // Somebody who was told of damage asked to read what is there.
    const withoutAnchor = readOnly === 'asked' || readOnly === 'damaged'
    return worker.post('session.attach', { path: ledger, key, withoutAnchor }, quietTask(null))
  }

  #openWriter(worker: WorkerHandle, open: OpenState): Promise<unknown> {
    const input = { path: open.path, key: open.key, owner: this.#options.owner }
    return worker.post('session.open', input, quietTask(null))
  }

  #required(): OpenState {
    if (!this.#open?.ready) throw new AppFailure(appError('noLedgerOpen'))
    return this.#open
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work)
    this.#turn = mine.catch(() => {})
    return mine
  }
}
