import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasDisplay } from '../../src/main/launch/browser.ts'
import { fetchRuntime, rememberUnreachable, wasUnreachable } from '../../src/main/launch/runtime.ts'
import { openWindow } from '../../src/main/launch/window.ts'
import { windowShownLine } from '../../src/main/window-signal.ts'

let folder: string
let server: Server | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fukushi-runtime-'))
})
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
  server = null
  rmSync(folder, { recursive: true, force: true })
})

async function mirror(answer: RequestListener): Promise<string> {
  const started = createServer(answer)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`
}

async function fetchFrom(address: string) {
  const began = performance.now()
  const program = await fetchRuntime({
    dataFolder: folder,
    platform: 'linux',
    arch: 'x64',
    mirror: address,
    answerWithinMs: 300,
    byteWithinMs: 400,
    onProgress: () => {},
  })
  return { program, took: performance.now() - began }
}

describe('fetching the runtime gives up', () => {
  test('when the server takes the call and says nothing', async () => {
    const { program, took } = await fetchFrom(await mirror(() => {}))
    expect(program).toBeNull()
    expect(took).toBeLessThan(2_000)
  })

  test('when bytes stop coming', async () => {
    const address = await mirror((_request, response) => {
      response.writeHead(200, { 'content-length': '1000000' })
      response.write('x'.repeat(1000))
    })
    const { program, took } = await fetchFrom(address)
    expect(program).toBeNull()
    expect(took).toBeLessThan(2_500)
  })

  test('when nobody listens, and when the file is another one', async () => {
    expect((await fetchFrom('http://127.0.0.1:9/')).program).toBeNull()
    const wrong = await mirror((_request, response) => void response.end('not the archive'))
    expect((await fetchFrom(wrong)).program).toBeNull()
    expect(readdirSync(folder).filter((name) => name.startsWith('electron'))).toEqual([])
  })
})

test('a failed attempt is remembered for a day', () => {
  const place = { dataFolder: folder, platform: 'linux', arch: 'x64' } as const
  const now = new Date()
  expect(wasUnreachable(place, now)).toBe(false)
  rememberUnreachable(place)
  expect(wasUnreachable(place, now)).toBe(true)
  expect(wasUnreachable(place, new Date(now.getTime() + 25 * 60 * 60_000))).toBe(false)
})

test('there is no window without a display on Linux', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
  expect(hasDisplay('win32', {})).toBe(true)
})

describe('a window that does not come', () => {
  /** Node in Electron's place: the project's path is its program. */
  const open = (code: string) =>
    openWindow({
      program: process.execPath,
      project: 'unused',
      parameters: ['-e', code],
      variables: process.env,
      withinMs: 600,
    })

  test('reports itself, and its end is known', async () => {
    const outcome = await open(`console.log(${JSON.stringify(windowShownLine)}); setTimeout(() => {}, 200)`)
    expect(outcome.kind).toBe('shown')
    if (outcome.kind === 'shown') await outcome.ended
  })

  test('is silent, fails, or is no program', async () => {
    expect((await open('setTimeout(() => {}, 60_000)')).kind).toBe('silent')
    expect((await open('process.exit(1)')).kind).toBe('failed')
    const none = { project: 'unused', variables: process.env, withinMs: 600 }
    expect((await openWindow({ ...none, program: join(folder, 'none') })).kind).toBe('failed')
  })
})
