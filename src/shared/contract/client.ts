import type { RequestInput, RequestName, RequestOutput } from './contract.ts'
import type { Result } from './errors.ts'
import type { AppEvent } from './events.ts'

/** One request as it goes through a door. `jobId` is made by the client; progress and cancelling name it. */
export interface RequestEnvelope {
  readonly name: RequestName
  readonly input: unknown
  readonly jobId: string | null
}

/** What a door must do for the client; IPC and HTTP each have one. */
export interface Transport {
  send(envelope: RequestEnvelope): Promise<Result<unknown>>
  /** Bytes of a file by its handle. */
  fetchFile(handle: string): Promise<Result<Uint8Array<ArrayBuffer>>>
  /** Hears every event until the returned function is called. */
  listen(hear: (event: AppEvent) => void): () => void
}

export interface CallOptions {
  /** For jobs: hears progress. */
  readonly onProgress?: (progress: Extract<AppEvent, { event: 'progress' }>) => void
  /** For jobs: aborting asks the backend to stop; the answer is then `cancelled`. */
  readonly signal?: AbortSignal
}

export interface Client {
  call<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    options?: CallOptions,
  ): Promise<Result<RequestOutput<Name>>>
  fetchFile(handle: string): Promise<Result<Uint8Array<ArrayBuffer>>>
  listen(hear: (event: AppEvent) => void): () => void
}

/**
 * The typed client over a transport. Outputs are parsed by the backend before they leave it, so the
 * client carries no schema (and the screens no zod).
 *
 * @param newId makes job ids (`crypto.randomUUID`).
 */
export function createClient(transport: Transport, newId: () => string): Client {
  const call: Client['call'] = async (name, input, options = {}) => {
    const jobId = options.onProgress || options.signal ? newId() : null
    const stopListening = jobId === null ? () => {} : followJob(transport, jobId, options)
    try {
      const result = await transport.send({ name, input, jobId })
      return result as Result<RequestOutput<typeof name>>
    } finally {
      stopListening()
    }
  }
  return {
    call,
    fetchFile: (handle) => transport.fetchFile(handle),
    listen: (hear) => transport.listen(hear),
  }
}

function followJob(transport: Transport, jobId: string, options: CallOptions): () => void {
  const { onProgress, signal } = options
  const stop = onProgress
    ? transport.listen((event) => {
        if (event.event === 'progress' && event.jobId === jobId) onProgress(event)
      })
    : () => {}
  const cancel = () => {
    void transport.send({ name: 'jobs.cancel', input: { jobId }, jobId: null })
  }
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel)
  return () => {
    stop()
    signal?.removeEventListener('abort', cancel)
  }
}
