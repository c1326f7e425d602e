import type { RequestEnvelope, Transport } from '../../shared/contract/client.ts'
import { failure, type Result } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'

const secretHeader = 'x-fukushi-secret'
const reconnectMilliseconds = 1000

/** Whether the host answers: the screens say so when it does not. */
export type Reachability = 'connected' | 'lost'

/**
 * The local browser host. The secret goes as a header with every request (no cookie: all ports of
 * 127.0.0.1 share cookies). The open stream of events is the tab's heartbeat.
 */
export function httpTransport(
  secret: string,
  hearReachability: (reachability: Reachability) => void,
): Transport {
  const headers = { [secretHeader]: secret }
  const listeners = new Set<(event: AppEvent) => void>()
  void readEvents(headers, hearReachability, (event) => {
    for (const listener of [...listeners]) listener(event)
  })
  return {
    send: (envelope) => send(headers, envelope, hearReachability),
    async fetchFile(handle) {
      try {
        const answer = await fetch(`/files/${encodeURIComponent(handle)}`, { headers })
        if (!answer.ok) return (await answer.json()) as Result<never>
        return { ok: true, value: new Uint8Array(await answer.arrayBuffer()) }
      } catch {
        hearReachability('lost')
        return failure('workerStopped')
      }
    },
    listen(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

async function send(
  headers: Readonly<Record<string, string>>,
  envelope: RequestEnvelope,
  hearReachability: (reachability: Reachability) => void,
): Promise<Result<unknown>> {
  const body = JSON.stringify(envelope)
  try {
    const answer = await fetch('/call', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body,
      // A save that is under way when the tab closes still arrives. Browsers allow 64 KB for that and refuse
      // more outright; a character is three bytes at most.
      keepalive: body.length < 20_000,
    })
    return (await answer.json()) as Result<unknown>
  } catch {
    hearReachability('lost')
    return failure('workerStopped')
  }
}

async function readEvents(
  headers: Readonly<Record<string, string>>,
  hearReachability: (reachability: Reachability) => void,
  hear: (event: AppEvent) => void,
): Promise<never> {
  for (;;) {
    try {
      const answer = await fetch('/events', { headers, signal: untilHidden() })
      if (answer.ok && answer.body) {
        hearReachability('connected')
        for await (const line of linesOf(answer.body)) {
          const event = JSON.parse(line) as AppEvent | { readonly event: 'ping' }
          if (event.event !== 'ping') hear(event)
        }
      }
    } catch {
      // The host went away; it is tried again until the tab closes.
    }
    hearReachability('lost')
    await new Promise((resolve) => setTimeout(resolve, reconnectMilliseconds))
  }
}

/**
 * Ends the stream when the page goes away: a page that the browser keeps for 「戻る」 would hold one of its
 * six connections to the host.
 */
function untilHidden(): AbortSignal {
  const controller = new AbortController()
  window.addEventListener('pagehide', () => controller.abort(), { once: true })
  return controller.signal
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield line
  }
}
