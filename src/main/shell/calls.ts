import { ipcMain, type WebContents } from 'electron'
import { failure, type Result } from '../../shared/contract/errors.ts'
import { limits } from '../../shared/contract/limits.ts'
import type { Backend } from '../backend/backend.ts'
import { channels, isOwnAddress } from './origin.ts'

/** The one gateway from the page: contract requests, only from the main frame of our own page. */
export function serveCalls(backend: Pick<Backend, 'call'>): void {
  ipcMain.handle(channels.call, async (event, envelope: unknown): Promise<Result<unknown>> => {
    const frame = event.senderFrame
    if (!frame || frame !== event.sender.mainFrame || !isOwnAddress(frame.url)) return failure('unauthorised')
    if (!isEnvelope(envelope)) return failure('malformedRequest')
    const bytes = jsonBytes(envelope)
    if (bytes === null) return failure('malformedRequest')
    if (bytes > limits.requestBytes) return failure('tooLarge')
    return await backend.call(envelope)
  })
}

/** Sends events to a window until it is gone. */
export function sendEvents(backend: Pick<Backend, 'listen'>, contents: WebContents): void {
  const stop = backend.listen((event) => {
    if (!contents.isDestroyed()) contents.send(channels.event, event)
  })
  contents.once('destroyed', stop)
}

function isEnvelope(value: unknown): value is { name: unknown; input: unknown; jobId: unknown } {
  return (
    typeof value === 'object' && value !== null && 'name' in value && 'input' in value && 'jobId' in value
  )
}

/** Size as JSON; null for what JSON cannot say (cycles, bigints). */
function jsonBytes(value: unknown): number | null {
  try {
    return Buffer.byteLength(JSON.stringify(value))
  } catch {
    return null
  }
}
