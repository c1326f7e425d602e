import { mkdirSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import type { RequestEnvelope } from '../../shared/contract/client.ts'
import { type Contract, contract, type RequestName } from '../../shared/contract/contract.ts'
import { AppFailure, appError, type Result } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { BackupEntry } from '../../shared/contract/schemas/ledger.ts'
import type { BackendContext } from '../services/contexts.ts'
import { FileShelf, type KeptFile } from '../services/file-shelf.ts'
import type { Ask } from '../services/tasks.ts'
import { UserStore } from '../services/user-store.ts'
import { AutomaticBackups } from './automatic-backups.ts'
import { EventHub } from './event-hub.ts'
import { incidentOf } from './failures.ts'
import { newId } from './ids.ts'
import { IncidentLog } from './incident-log.ts'
import { type Job, Jobs } from './jobs.ts'
import { type DoorPlatform, platformHandlers } from './platform.ts'
import { Router } from './router.ts'
import { LedgerSession } from './session.ts'
import { sessionHandlers } from './session-handlers.ts'
import { featureHandlers } from './tables/backend.ts'
import { type PoolTask, quietTask, type WorkerEntries, type WorkerKind, WorkerPool } from './worker-pool.ts'

export interface BackendOptions {
  /** The user's data folder: preferences, recent ledgers, logs. */
  readonly dataFolder: string
  /** Given by the composition root: source files, or entries of a build. */
  readonly entries: WorkerEntries
  readonly door: DoorPlatform
}

type AnyHandler = (input: never, context: BackendContext) => unknown

export type BeginWith =
  | { readonly kind: 'usual' }
  | { readonly kind: 'ledger'; readonly path: string; readonly passphrase: string | null }

/** A cancelled job that goes on is ended with its thread after this time. */
const patienceAfterCancelMs = 4_000

/** Opening a ledger and showing it comes first. */
const checkAfterMs = 15_000

/**
 * The backend behind all doors: parses what comes in and goes out, sends each request to its worker, and
 * tells what happens.
 */
export class Backend {
  readonly session: LedgerSession
  readonly #hub = new EventHub()
  readonly #jobs = new Jobs()
  readonly #shelf = new FileShelf()
  readonly #pool: WorkerPool
  readonly #backups: AutomaticBackups
  readonly #store: UserStore
  readonly #router: Router
  readonly #handlers: Readonly<Record<string, AnyHandler>>
  readonly #tasks = new WeakMap<object, PoolTask>()
  /** What the door opens by itself, opened or failed; the first page's questions wait for it. */
  #begun: Promise<unknown> = Promise.resolve()

  constructor(options: BackendOptions) {
    this.#store = new UserStore(options.dataFolder)
    mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
    const now = () => new Date()
    const log = new IncidentLog(options.dataFolder, now)
    const store = this.#store
    this.#pool = new WorkerPool({
      entries: options.entries,
      prepare: (kind, worker) => this.session.prepare(kind, worker),
      onIncident: (request, incident) => log.incident(request, incident),
      onWaiting: (waiting) => this.#hub.tell({ event: 'saving', waiting }),
    })
    this.session = new LedgerSession({
      pool: this.#pool,
      hub: this.#hub,
      now,
      owner: `${userInfo().username}（${hostname()}）`,
      onOpened: ({ path, name, fictional, readOnly, check }) => {
        store.remember({ path, name, fictional, openedAt: now().toISOString() })
        if (readOnly === null) this.#backups.begin()
        if (check === 'pending') this.#checkLater(log)
      },
      onClosing: async () => {
        this.#shelf.clear()
        await this.#backups.beforeClosing()
      },
    })
    this.#backups = new AutomaticBackups({
      make: (reason) =>
        this.#pool.run(
          'reader',
          'backup.automatic',
          { reason },
          quietTask(null, true),
        ) as Promise<BackupEntry>,
      onMade: ({ takenAt }) => this.session.noteBackup(takenAt),
      onFailed: (error) => log.write({ event: 'backup failed', ...incidentOf(error) }),
    })
    const taskOf = (context: object) => this.#tasks.get(context) ?? quietTask(null)
    this.#handlers = {
      ...featureHandlers,
      ...sessionHandlers({
        session: this.session,
        jobs: this.#jobs,
        dataFolder: options.dataFolder,
        taskOf,
        begun: () => this.#begun,
      }),
      ...platformHandlers({
        door: options.door,
        store,
        shelf: this.#shelf,
        isFictional: () => this.session.status()?.fictional ?? false,
      }),
    }
    this.#pool.warm()
    this.#router = new Router((name, input, jobId) => this.#dispatch(name, input, jobId), log)
  }

  /** Answers a request as it came through a door. Never throws. */
  call(envelope: { readonly [Key in keyof RequestEnvelope]: unknown }): Promise<Result<unknown>> {
    return this.#router.call(envelope)
  }

  /** Bytes by their handle, or null when they are gone. */
  file(handle: string): KeptFile | null {
    return this.#shelf.file(handle)
  }

  listen(hear: (event: AppEvent) => void): () => void {
    return this.#hub.listen(hear)
  }

  /**
   * What a door opens by itself: a given ledger, or on the first start the demonstration ledger.
   * @throws AppFailure every failure to open a given ledger; the first start only shows its start screen.
   */
  begin(what: BeginWith): Promise<void> {
    const beginning = this.#begin(what)
    this.#begun = beginning.catch(() => {})
    return beginning
  }

  async #begin(what: BeginWith): Promise<void> {
    if (what.kind === 'ledger') {
      await this.session.open({ ...what, readOnly: false }, quietTask(null))
      return
    }
    if (this.#store.recentLedgers().length > 0) return
    await this.call({ name: 'ledger.openDemo', input: {}, jobId: null })
  }

  /** Stops jobs, closes the ledger and ends all threads. */
  async close(): Promise<void> {
    this.#jobs.cancelAll()
    await this.session.close()
    await this.#pool.stop()
  }

  async #dispatch(name: RequestName, input: unknown, jobId: string | null): Promise<unknown> {
    const { runs, kind } = contract[name] satisfies Contract[RequestName]
    if (runs === 'writer' || runs === 'reader' || runs === 'intake') await this.#begun
    if (runs === 'writer' || (runs === 'backend' && kind === 'write')) this.session.requireWritable()
    if (runs === 'reader' || runs === 'intake') this.session.requireOpen()
    const job = this.#jobs.start(jobId)
    const task: PoolTask = {
      staff: this.session.staff,
      cancel: job.cancel,
      long: kind === 'job',
      onProgress: (step, done, total) => {
        if (jobId !== null) this.#hub.tell({ event: 'progress', jobId, step, done, total })
      },
    }
    try {
      const answer = await this.#run(name, input, task, job)
      if (kind === 'write') await this.#afterWrite(name)
      return answer
    } finally {
      this.#jobs.end(job)
    }
  }

  /** A large ledger is looked through once its screens are there. */
  #checkLater(log: IncidentLog): void {
    const check = async () => {
      if (this.session.status()?.check !== 'pending') return
      try {
        const damage = await this.session.checkBehind()
        log.write({ event: 'ledger checked', damage })
      } catch (error) {
        log.write({ event: 'check failed', ...incidentOf(error) })
      }
    }
    setTimeout(() => void check(), checkAfterMs).unref()
  }

  #run(name: RequestName, input: unknown, task: PoolTask, job: Job): Promise<unknown> {
    const { runs } = contract[name]
    if (runs === 'writer') return this.#pool.run('writer', name, input, task)
    if (runs === 'reader' || runs === 'intake') {
      return this.#stoppable(runs, job, () => this.#pool.run(runs, name, input, task))
    }
    const handler = this.#handlers[name]
    if (!handler) throw new AppFailure(appError('unknownRequest', { name }))
    const context = this.#context(task, job)
    this.#tasks.set(context, task)
    return Promise.resolve(handler(input as never, context))
  }

  #context(task: PoolTask, job: Job): BackendContext {
    const ask = (worker: WorkerKind, name: string, input: unknown) => {
      if (worker === 'writer') return this.#pool.run(worker, name, input, task)
      return this.#stoppable(worker, job, () => this.#pool.run(worker, name, input, task))
    }
    const stopIfCancelled = () => {
      if (Atomics.load(task.cancel, 0) !== 0) throw new AppFailure(appError('cancelled'))
    }
    return {
      staff: task.staff,
      now: () => new Date(),
      newId,
      shelf: this.#shelf,
      ask: ask as Ask,
      stopIfCancelled,
      progress: (step, done, total) => {
        stopIfCancelled()
        task.onProgress(step, done, total)
      },
    }
  }

  /** Work that may be ended by force: it reads or draws, and loses nothing. */
  async #stoppable<T>(kind: Exclude<WorkerKind, 'writer'>, job: Job, work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | null = null
    let ended = false
    job.onCancel = () => {
      timer ??= setTimeout(() => void this.#pool.restart(kind), patienceAfterCancelMs)
      timer.unref()
      if (ended) clearTimeout(timer)
    }
    try {
      return await work()
    } catch (error) {
      const stopped = error instanceof AppFailure && error.appError.code === 'workerStopped'
      if (stopped && Atomics.load(job.cancel, 0) !== 0) throw new AppFailure(appError('cancelled'))
      throw error
    } finally {
      ended = true
      if (timer) clearTimeout(timer)
      job.onCancel = null
    }
  }

  async #afterWrite(name: RequestName): Promise<void> {
    await this.session.refresh()
    const status = this.session.status()
    if (!status) return
    const { revision } = status
    this.#hub.tell({ event: 'saved', at: status.lastSavedAt ?? new Date().toISOString(), revision })
    this.#hub.tell({ event: 'ledger-changed', what: name, revision })
  }
}
