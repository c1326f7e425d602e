export interface Job {
  /** Shared with the worker: 1 means that the user wants to stop. */
  readonly cancel: Int32Array<SharedArrayBuffer>
  readonly id: string | null
  /** Called when the user stops the job. */
  onCancel: (() => void) | null
}

/** Jobs under way, by the id that the client gave. */
export class Jobs {
  readonly #running = new Map<string, Job>()

  start(id: string | null): Job {
    const job: Job = { cancel: new Int32Array(new SharedArrayBuffer(4)), id, onCancel: null }
    if (id !== null) this.#running.set(id, job)
    return job
  }

  end(job: Job): void {
    if (job.id !== null && this.#running.get(job.id) === job) this.#running.delete(job.id)
  }

  /** @returns false when no such job runs. */
  cancel(id: string): boolean {
    const job = this.#running.get(id)
    if (!job) return false
    Atomics.store(job.cancel, 0, 1)
    job.onCancel?.()
    return true
  }

  cancelAll(): void {
    for (const id of [...this.#running.keys()]) this.cancel(id)
  }
}
