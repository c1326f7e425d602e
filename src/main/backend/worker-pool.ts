import { AppFailure, appError } from '../../shared/contract/errors.ts'
import type { StaffMember } from '../services/contexts.ts'
import type { Incident } from './protocol.ts'
import { type RunOptions, WorkerHandle } from './worker-handle.ts'

export type WorkerKind = 'writer' | 'reader' | 'render' | 'intake'

export interface WorkerEntries {
  readonly writer: URL
  readonly reader: URL
  readonly render: URL
  readonly intake: URL
}

export interface WorkerPoolOptions {
  readonly entries: WorkerEntries
  /** Gives a started worker its ledger; called before its first task and after each restart. */
  readonly prepare: (kind: WorkerKind, worker: WorkerHandle) => Promise<void>
  readonly onIncident: (request: string, incident: Incident) => string
  /** A write waits behind another one for longer than a moment, or no longer does. */
  readonly onWaiting: (waiting: boolean) => void
}

export interface PoolTask extends RunOptions {
  /** May take long: kept away from the reader that answers the screen's small questions. */
  readonly long: boolean
}

const waitingAfterMs = 250

/**
 * The five threads: one writer (its tasks run one after another), two readers, one that makes files, one that
 * keeps the books that are being taken in.
 * Long reading goes to the second reader, so that a screen's small question never waits behind it.
 */
export class WorkerPool {
  readonly #writer: WorkerHandle
  readonly #readers: readonly [WorkerHandle, WorkerHandle]
  readonly #render: WorkerHandle
  readonly #intake: WorkerHandle
  readonly #options: WorkerPoolOptions
  #writing: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(options: WorkerPoolOptions) {
    this.#options = options
    const make = (kind: WorkerKind, name: string) =>
      new WorkerHandle({
        name,
        entry: options.entries[kind],
        prepare: (worker) => options.prepare(kind, worker),
        onIncident: options.onIncident,
      })
    this.#writer = make('writer', 'writer')
    this.#readers = [make('reader', 'reader-1'), make('reader', 'reader-2')]
    this.#render = make('render', 'render')
    this.#intake = make('intake', 'intake')
  }

  get writer(): WorkerHandle {
    return this.#writer
  }

  get readers(): readonly [WorkerHandle, WorkerHandle] {
    return this.#readers
  }

  get intake(): WorkerHandle {
    return this.#intake
  }

  run(kind: WorkerKind, name: string, input: unknown, task: PoolTask): Promise<unknown> {
    if (kind === 'writer') return this.#runWriting(name, input, task)
    if (kind === 'render') return this.#render.run(name, input, task)
    if (kind === 'intake') return this.#intake.run(name, input, task)
    return this.#reader(task.long).run(name, input, task)
  }

  /** Starts the threads that the first screen needs, so that they load while a password is stretched. */
  warm(): void {
    for (const worker of [this.#writer, this.#readers[0]]) worker.warm()
  }

  /** Ends all threads. */
  async stop(): Promise<void> {
    await Promise.all(
      [this.#writer, ...this.#readers, this.#render, this.#intake].map((worker) => worker.stop()),
    )
  }

  /** Ends a thread that does not react to a cancelled job; the next task starts a new one. */
  async restart(kind: Exclude<WorkerKind, 'writer'>): Promise<void> {
    const worker = { render: this.#render, intake: this.#intake, reader: this.#readers[1] }[kind]
    await worker.stop()
  }

  #reader(long: boolean): WorkerHandle {
    const [first, second] = this.#readers
    if (long) return second
    // A second thread is not started for two small questions: they are answered before it would run.
    return second.running && second.pending < first.pending ? second : first
  }

  async #runWriting(name: string, input: unknown, task: PoolTask): Promise<unknown> {
    const before = this.#writing
    const mine = Promise.withResolvers<void>()
    this.#writing = mine.promise
    const timer = setTimeout(() => this.#countWaiting(1), waitingAfterMs)
    let counted = false
    timer.unref()
    const started = performance.now()
    try {
      await before
      clearTimeout(timer)
      counted = performance.now() - started >= waitingAfterMs
      if (Atomics.load(task.cancel, 0) !== 0) throw new AppFailure(appError('cancelled'))
      return await this.#writer.run(name, input, task)
    } finally {
      if (counted) this.#countWaiting(-1)
      mine.resolve()
    }
  }

  #countWaiting(change: 1 | -1): void {
    const was = this.#waiting > 0
    this.#waiting = Math.max(0, this.#waiting + change)
    const is = this.#waiting > 0
    if (was !== is) this.#options.onWaiting(is)
  }
}

/** A task that nobody cancels and that nobody waits to hear about. */
export function quietTask(staff: StaffMember | null, long = false): PoolTask {
  return { staff, long, cancel: new Int32Array(new SharedArrayBuffer(4)), onProgress: () => {} }
}
