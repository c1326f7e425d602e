import { parentPort } from 'node:worker_threads'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import type { TaskContext } from '../services/contexts.ts'
import { describeFailure } from './failures.ts'
import { newId } from './ids.ts'
import type { RunMessage, WorkerMessage } from './protocol.ts'

type AnyHandler<Context> = (input: never, context: Context) => unknown

/**
 * Answers the backend's messages in a worker thread.
 *
 * @param handlers requests and tasks by name.
 * @param extend adds what this kind of worker has (its ledger) to the context of a task.
 */
export function serveInWorker<Context extends TaskContext>(
  handlers: Readonly<Record<string, AnyHandler<Context>>>,
  extend: (context: TaskContext) => Context,
): void {
  const port = parentPort
  if (!port) throw new Error('not a worker')
  const send = (message: WorkerMessage): void => {
    const moved = message.kind === 'done' ? buffersOf(message.value) : []
    port.postMessage(message, moved)
  }
  port.on('message', (message: RunMessage) => {
    void run(message)
  })

  async function run(message: RunMessage): Promise<void> {
    try {
      const handler = Object.hasOwn(handlers, message.name) ? handlers[message.name] : undefined
      if (!handler) throw new AppFailure(appError('unknownRequest', { name: message.name }))
      const context = extend(taskContext(message, send))
      context.stopIfCancelled()
      const value = await handler(message.input as never, context)
      send({ kind: 'done', id: message.id, value })
    } catch (error) {
      send({ kind: 'failed', id: message.id, ...describeFailure(error) })
    }
  }
}

const progressEveryMs = 80

function taskContext(message: RunMessage, send: (message: WorkerMessage) => void): TaskContext {
  let lastSent = 0
  let lastStep = ''
  const stopIfCancelled = () => {
    if (Atomics.load(message.cancel, 0) !== 0) throw new AppFailure(appError('cancelled'))
  }
  return {
    staff: message.staff,
    now: () => new Date(),
    newId,
    stopIfCancelled,
    progress(step, done, total) {
      stopIfCancelled()
      const now = performance.now()
      if (step === lastStep && done !== total && now - lastSent < progressEveryMs) return
      lastSent = now
      lastStep = step
      send({ kind: 'progress', id: message.id, step, done, total })
    },
  }
}

/** Buffers of the top-level `Uint8Array`s of an answer that own their memory: moved, not copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value)
    .filter((entry): entry is Uint8Array => entry instanceof Uint8Array)
    .filter((entry) => entry.byteLength === entry.buffer.byteLength)
    .map((entry) => entry.buffer)
    .filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer)
}
