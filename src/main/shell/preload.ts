import { contextBridge, ipcRenderer } from 'electron'
import type { RequestEnvelope, Transport } from '../../shared/contract/client.ts'
import type { Result } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import { channels } from './origin.ts'

/** Put in by the build from the contract itself: the only names that leave the page. */
declare const __REQUEST_NAMES__: readonly string[]

const names: ReadonlySet<string> = new Set(__REQUEST_NAMES__)

const refused = (code: 'unknownRequest' | 'fileMissing'): Result<never> => ({
  ok: false,
  error: { code, parameters: {}, field: null },
})

const transport: Transport = {
  async send({ name, input, jobId }: RequestEnvelope): Promise<Result<unknown>> {
    if (!names.has(name)) return refused('unknownRequest')
    return (await ipcRenderer.invoke(channels.call, { name, input, jobId })) as Result<unknown>
  },
  async fetchFile(handle: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const answer = await fetch(`/files/${encodeURIComponent(handle)}`)
    if (!answer.ok) return refused('fileMissing')
    return { ok: true, value: new Uint8Array(await answer.arrayBuffer()) }
  },
  listen(hear: (event: AppEvent) => void): () => void {
    const pass = (_event: unknown, event: AppEvent): void => hear(event)
    ipcRenderer.on(channels.event, pass)
    return () => ipcRenderer.off(channels.event, pass)
  },
}

contextBridge.exposeInMainWorld('fukushi', transport)
