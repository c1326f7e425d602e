import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { failure, type Result } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import { safetyHeaders } from '../content-policy.ts'
import type { KeptFile } from '../services/file-shelf.ts'
import type { Site } from '../site.ts'
import { readJsonBody } from './body.ts'
import { Gate } from './gate.ts'
import { Tabs, usualTabTimes } from './tabs.ts'

/** What the host needs of the backend. */
export interface HostedBackend {
  call(envelope: { name: unknown; input: unknown; jobId: unknown }): Promise<Result<unknown>>
  file(handle: string): KeptFile | null
  listen(hear: (event: AppEvent) => void): () => void
}

export interface HostOptions {
  readonly backend: HostedBackend
  readonly site: Site | Promise<Site>
  /** 0 takes a free one. */
  readonly port: number
  /** Called when no tab has been heard for a minute. */
  readonly onAbandoned: () => void
  readonly times?: typeof usualTabTimes
}

export interface Host {
  /** With its one-time token. */
  readonly address: string
  close(): Promise<void>
}

/**
 * The local browser host: carries contract requests, events and files over HTTP on the loopback address.
 *
 * `GET /` and assets · `POST /enter {token}` → `{secret}` · `POST /call {name, input, jobId}` → Result ·
 * `GET /events` a JSON object a line · `GET /files/HANDLE` bytes.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const tabs = new Tabs({ ...(options.times ?? usualTabTimes), onAbandoned: options.onAbandoned })
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000, headersTimeout: 10_000 })
  server.maxConnections = 64
  server.keepAliveTimeout = 30_000
  await listen(server, options.port)
  const gate = new Gate((server.address() as AddressInfo).port)
  const stopListening = options.backend.listen((event) => tabs.tell(event))
  server.on('request', (request, response) => {
    answer({ request, response, gate, tabs, ...options }).catch(() => {
      if (!response.headersSent) respond(response, 500, failure('internal'))
      response.destroy()
    })
  })
  return {
    address: gate.address,
    async close() {
      stopListening()
      tabs.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly gate: Gate
  readonly tabs: Tabs
  readonly backend: HostedBackend
  readonly site: Site | Promise<Site>
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, gate } = exchange
  const method = request.method ?? ''
  const pathname = (request.url ?? '/').replace(/[?#].*$/s, '')
  const foreign = gate.refuseForeign(method, request.headers)
  if (foreign) return respond(response, foreign.status, failure('unauthorised'))
  const guarded = pathname === '/call' || pathname === '/events' || pathname.startsWith('/files/')
  if (guarded) {
    const stranger = gate.refuseStranger(request.headers)
    if (stranger) return respond(response, stranger.status, failure('unauthorised'))
  }
  if (method === 'POST' && pathname === '/enter') return enter(exchange)
  if (method === 'POST' && pathname === '/call') return call(exchange)
  if (method !== 'GET') return respond(response, 405, failure('unknownRequest'))
  if (pathname === '/events') return events(exchange)
  if (pathname.startsWith('/files/')) return file(exchange, pathname.slice('/files/'.length))
  const page = await (await exchange.site).answer(pathname)
  response.writeHead(page.status, page.headers).end(page.body)
}

async function enter({ request, response, gate, tabs }: Exchange): Promise<void> {
  const body = await readJsonBody(request)
  const token = body.kind === 'json' ? tokenOf(body.value) : null
  const secret = token === null ? null : gate.enter(token)
  if (secret === null) return respond(response, 401, failure('unauthorised'))
  tabs.heard()
  respond(response, 200, { ok: true, value: { secret } })
}

async function call({ request, response, backend, tabs }: Exchange): Promise<void> {
  const body = await readJsonBody(request)
  if (body.kind === 'tooLarge') {
    response.setHeader('Connection', 'close')
    return respond(response, 413, failure('tooLarge'))
  }
  if (body.kind === 'malformed' || typeof body.value !== 'object' || body.value === null) {
    return respond(response, 400, failure('malformedRequest'))
  }
  tabs.heard()
  const { name, input, jobId = null } = body.value as Record<string, unknown>
  respond(response, 200, await backend.call({ name, input, jobId }))
}

function events({ response, tabs }: Exchange): void {
  response.writeHead(200, { ...safetyHeaders, 'Content-Type': 'application/x-ndjson; charset=utf-8' })
  tabs.add(response)
}

function file({ response, backend }: Exchange, handle: string): void {
  const kept = backend.file(handle)
  if (!kept) {
    respond(response, 404, failure('fileMissing', { file: '' }))
    return
  }
  response
    .writeHead(200, {
      ...safetyHeaders,
      'Content-Type': kept.mediaType,
      'Content-Length': kept.bytes.byteLength,
      'Content-Disposition': 'attachment',
    })
    .end(kept.bytes)
}

function respond(response: ServerResponse, status: number, result: Result<unknown>): void {
  response
    .writeHead(status, { ...safetyHeaders, 'Content-Type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(result))
}

function tokenOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('token' in value)) return null
  return typeof value.token === 'string' && value.token.length <= 200 ? value.token : null
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
