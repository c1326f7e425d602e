import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Host, type HostedBackend, startHost } from '../../src/main/host/server.ts'
import { Site } from '../../src/main/site.ts'
import { limits } from '../../src/shared/contract/limits.ts'

/** A request whose every header is ours: `fetch` would put the right Host and Origin in by itself. */
interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

interface Got {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

let folder: string
let host: Host
let called: unknown[]
let port: number
let origin: string
let token: string

const backend: HostedBackend = {
  call: async (envelope) => {
    called.push(envelope)
    return { ok: true, value: {} }
  },
  file: (handle) =>
    handle === 'known-handle-0001'
      ? { bytes: new Uint8Array([1, 2, 3]), mediaType: 'application/pdf', name: '資料.pdf' }
      : null,
  listen: () => () => {},
}

beforeEach(async () => {
  called = []
  folder = mkdtempSync(join(tmpdir(), 'fukushi-host-'))
  mkdirSync(join(folder, 'site', 'assets'), { recursive: true })
  writeFileSync(
    join(folder, 'site', 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
  )
  writeFileSync(join(folder, 'site', 'assets', 'main.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'outside the site')
  host = await startHost({ backend, site: new Site(join(folder, 'site')), port: 0, onAbandoned: () => {} })
  const address = new URL(host.address)
  port = Number(address.port)
  origin = `http://127.0.0.1:${port}`
  token = address.hash.replace('#token=', '')
})

afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

function send({ method = 'GET', path, headers = {}, body }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const message = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    message.on('error', reject)
    message.end(body)
  })
}

const json = { 'content-type': 'application/json' }
const own = (more: Record<string, string> = {}) => ({ ...json, origin, ...more })

async function enter(): Promise<string> {
  const got = await send({ method: 'POST', path: '/enter', headers: own(), body: JSON.stringify({ token }) })
  expect(got.status).toBe(200)
  return (JSON.parse(got.body) as { value: { secret: string } }).value.secret
}

const call = (headers: Record<string, string>, body = '{"name":"app.info","input":{},"jobId":null}') =>
  send({ method: 'POST', path: '/call', headers, body })

describe('whoever may speak', () => {
  test('a tab that exchanged the token calls requests', async () => {
    const secret = await enter()
    const got = await call(own({ 'x-fukushi-secret': secret }))
    expect(got.status).toBe(200)
    expect(called).toEqual([{ name: 'app.info', input: {}, jobId: null }])
  })

  test('page and assets carry no data and need no secret; the policy has the page’s own nonce', async () => {
    const page = await send({ path: '/' })
    expect(page.status).toBe(200)
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(
      String(page.headers['content-security-policy']),
    )?.[1]
    expect(page.body).toBe(`<meta property="csp-nonce" nonce="${nonce}"><style nonce="${nonce}"></style>`)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['access-control-allow-origin']).toBeUndefined()
    const again = await send({ path: '/' })
    expect(again.body).not.toBe(page.body)
    expect((await send({ path: '/assets/main.js' })).status).toBe(200)
  })

  test('files are handed out by handle, with the secret', async () => {
    const secret = await enter()
    const got = await send({ path: '/files/known-handle-0001', headers: { 'x-fukushi-secret': secret } })
    expect(got.status).toBe(200)
    expect(got.headers['content-type']).toBe('application/pdf')
    expect((await send({ path: '/files/known-handle-0001' })).status).toBe(401)
    expect((await send({ path: '/files/other', headers: { 'x-fukushi-secret': secret } })).status).toBe(404)
  })
})

// Each attack is named; none may reach the backend.
describe('attacks', () => {
  afterEach(() => expect(called).toEqual([]))

  test('no secret, a wrong secret, a secret of another length', async () => {
    await enter()
    for (const secret of [undefined, 'x', 'A'.repeat(43)]) {
      const got = await call(own(secret === undefined ? {} : { 'x-fukushi-secret': secret }))
      expect(got.status).toBe(401)
    }
    expect((await send({ path: '/events' })).status).toBe(401)
  })

  test('the token used twice', async () => {
    await enter()
    const got = await send({
      method: 'POST',
      path: '/enter',
      headers: own(),
      body: JSON.stringify({ token }),
    })
    expect(got.status).toBe(401)
    expect(got.body).not.toContain('secret')
  })

  test('a guessed token does not use the real one up', async () => {
    for (const guess of ['', 'x', 'A'.repeat(43), 5, null, { a: 1 }]) {
      const body = JSON.stringify({ token: guess })
      expect((await send({ method: 'POST', path: '/enter', headers: own(), body })).status).toBe(401)
    }
    await enter()
  })

  test('DNS rebinding: another Host, with and without the secret', async () => {
    const secret = await enter()
    for (const name of ['evil.example', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port}.evil.example`]) {
      const headers = own({ host: name, 'x-fukushi-secret': secret })
      expect((await call(headers)).status).toBe(403)
      expect((await send({ path: '/', headers: { host: name } })).status).toBe(403)
    }
  })

  test('another page’s Origin, no Origin, a cross-site fetch', async () => {
    const secret = await enter()
    const with_ = { ...json, 'x-fukushi-secret': secret }
    for (const foreign of [
      'https://evil.example',
      'null',
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
    ]) {
      expect((await call({ ...with_, origin: foreign })).status).toBe(403)
    }
    expect((await call(with_)).status).toBe(403)
    expect((await call(own({ 'x-fukushi-secret': secret, 'sec-fetch-site': 'cross-site' }))).status).toBe(403)
    const preflight = await send({
      method: 'OPTIONS',
      path: '/call',
      headers: { origin: 'https://evil.example' },
    })
    expect(preflight.status).toBe(403)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('a form post: a body that is not JSON by its type', async () => {
    const secret = await enter()
    const headers = { origin, 'x-fukushi-secret': secret, 'content-type': 'text/plain' }
    expect((await call(headers)).status).toBe(400)
  })

  test('a body over the limit, told and untold', async () => {
    const secret = await enter()
    const large = JSON.stringify({ name: 'app.info', input: 'あ'.repeat(limits.requestBytes), jobId: null })
    const told = await call(own({ 'x-fukushi-secret': secret }), large).catch(() => ({ status: 413 }))
    expect(told.status).toBe(413)
    const chunked = own({ 'x-fukushi-secret': secret, 'transfer-encoding': 'chunked' })
    const untold = await call(chunked, large).catch(() => ({ status: 413 }))
    expect(untold.status).toBe(413)
  })

  test('a body that is no JSON, or no object', async () => {
    const secret = await enter()
    for (const body of ['{', '', '"text"', 'null', '5', '\u0000']) {
      expect((await call(own({ 'x-fukushi-secret': secret }), body)).status).toBe(400)
    }
  })

  test('paths that climb out of the site', async () => {
    const climbing = [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//secret.txt',
      `/${encodeURIComponent(join(folder, 'secret.txt'))}`,
      '/files/../../secret.txt',
      '/index.html%00.js',
    ]
    for (const path of climbing) {
      const got = await send({ path })
      expect([401, 404]).toContain(got.status)
      expect(got.body).not.toContain('outside')
    }
  })

  test('methods that are not there', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await send({ method, path: '/', headers: { origin } })).status).toBe(405)
    }
  })

  test('another machine: nothing listens beyond the loopback address', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find((address) => !address.internal && address.family === 'IPv4')?.address
    if (outside === undefined) return
    await expect(fetch(`http://${outside}:${port}/`)).rejects.toThrow()
  })
})
