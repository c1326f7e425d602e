import { Worker } from 'node:worker_threads'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import type { JobStep } from '../../shared/contract/events.ts'
import type { StaffMember } from '../services/contexts.ts'
import { incidentOf } from './failures.ts'
import type { Incident, RunMessage, WorkerMessage } from './protocol.ts'

export interface RunOptions {
  readonly staff: StaffMember | null
  readonly cancel: Int32Array<SharedArrayBuffer>
  readonly onProgress: (step: JobStep, done: number, total: number | null) => void
}

interface Pending extends RunOptions {
  readonly name: string
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

export interface WorkerHandleOptions {
  readonly name: string
  readonly entry: URL
  /** Before the first task after each start: gives the worker its ledger again. */
  readonly prepare: (worker: WorkerHandle) => Promise<void>
  readonly onIncident: (request: string, incident: Incident) => string
}

/**
 * One worker thread as the backend sees it. It starts at its first task; when it dies, its pending tasks
 * fail with `workerStopped` and the next task starts a new one.
 */
export class WorkerHandle {
  readonly #options: WorkerHandleOptions
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | null = null
  #prepared: Promise<void> | null = null
  #nextId = 1

  constructor(options: WorkerHandleOptions) {
    this.#options = options
  }

  get pending(): number {
    return this.#pending.size
  }

  get running(): boolean {
    return this.#worker !== null
  }

  /** Starts the thread before its first task. */
  warm(): void {
    this.#start()
  }

  /** Runs a request or task. @throws AppFailure what the worker answered, or `workerStopped`. */
  async run(name: string, input: unknown, options: RunOptions): Promise<unknown> {
    this.#start()
    await this.#prepared
    return this.post(name, input, options)
  }

  /** Like `run`, without waiting for `prepare` (for prepare itself). */
  post(name: string, input: unknown, options: RunOptions): Promise<unknown> {
    const worker = this.#start()
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { ...options, name, resolve, reject })
      // Work under way keeps the process alive; idle threads do not.
      worker.ref()
      const message: RunMessage = {
        kind: 'run',
        id,
        name,
        input,
        staff: options.staff,
        cancel: options.cancel,
      }
      try {
        worker.postMessage(message)
      } catch (error) {
        this.#pending.delete(id)
        reject(error)
      }
    })
  }

  /** Ends the thread; pending tasks fail with `workerStopped`. */
  async stop(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    this.#lose(worker)
    await worker.terminate()
  }

  #start(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#options.entry, { name: this.#options.name })
    this.#worker = worker
    worker.on('message', (message: WorkerMessage) => this.#hear(message))
    worker.on('error', (error) => {
      this.#options.onIncident(this.#options.name, incidentOf(error))
      this.#lose(worker)
    })
    worker.on('exit', () => this.#lose(worker))
    worker.unref()
    this.#prepared = this.#options.prepare(this)
    // A failed preparation reaches whoever awaits it in `run`; nobody else.
    this.#prepared.catch(() => this.#forgetPreparation(worker))
    return worker
  }

  #forgetPreparation(worker: Worker): void {
    if (this.#worker !== worker) return
    void this.stop()
  }

  #hear(message: WorkerMessage): void {
    const pending = this.#pending.get(message.id)
    if (!pending) return
    if (message.kind === 'progress') {
      pending.onProgress(message.step, message.done, message.total)
      return
    }
    this.#pending.delete(message.id)
    if (this.#pending.size === 0) this.#worker?.unref()
    if (message.kind === 'done') pending.resolve(message.value)
    else pending.reject(this.#failure(pending.name, message.error, message.incident))
  }

  #failure(name: string, error: AppFailure['appError'], incident: Incident | null): AppFailure {
    if (incident === null) return new AppFailure(error)
    const number = this.#options.onIncident(name, incident)
    return new AppFailure({ ...error, parameters: { ...error.parameters, incident: number } })
  }

  #lose(worker: Worker): void {
    if (this.#worker !== worker) return
    this.#worker = null
    this.#prepared = null
    const lost = [...this.#pending.values()]
    this.#pending.clear()
    for (const pending of lost) pending.reject(new AppFailure(appError('workerStopped')))
  }
}
