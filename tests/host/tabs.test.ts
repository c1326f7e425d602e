import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Host, startHost } from '../../src/main/host/server.ts'
import { Site } from '../../src/main/site.ts'
import type { AppEvent } from '../../src/shared/contract/events.ts'

let folder: string
let host: Host | null = null
let tell: (event: AppEvent) => void = () => {}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fukushi-tabs-'))
  writeFileSync(join(folder, 'index.html'), '')
})

afterEach(async () => {
  await host?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(times: { firstTabWithin: number; endAfter: number; pingEvery: number }) {
  const abandoned = Promise.withResolvers<number>()
  const began = performance.now()
  host = await startHost({
    backend: {
      call: async () => ({ ok: true, value: {} }),
      file: () => null,
      listen: (hear) => {
        tell = hear
        return () => {}
      },
    },
    site: new Site(folder),
    port: 0,
    onAbandoned: () => abandoned.resolve(performance.now() - began),
    times,
  })
  return { host, abandoned: abandoned.promise }
}

async function openTab(address: string): Promise<{ lines: () => Promise<string>; close: () => void }> {
  const { origin, hash } = new URL(address)
  const entered = await fetch(`${origin}/enter`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: hash.replace('#token=', '') }),
  })
  const { value } = (await entered.json()) as { value: { secret: string } }
  const closing = new AbortController()
  const stream = await fetch(`${origin}/events`, {
    headers: { 'x-fukushi-secret': value.secret },
    signal: closing.signal,
  })
  const reader = stream.body?.getReader()
  return {
    lines: async () => Buffer.from((await reader?.read())?.value ?? []).toString('utf8'),
    close: () => closing.abort(),
  }
}

test('the host ends a while after the last tab, not before', async () => {
  const { host, abandoned } = await start({ firstTabWithin: 60_000, endAfter: 120, pingEvery: 20 })
  const tab = await openTab(host.address)
  const early = await Promise.race([
    abandoned,
    new Promise((resolve) => setTimeout(() => resolve('open'), 400)),
  ])
  expect(early).toBe('open')
  tab.close()
  expect(await abandoned).toBeGreaterThan(400)
})

test('a host that no tab ever opened ends as well', async () => {
  const { abandoned } = await start({ firstTabWithin: 80, endAfter: 60_000, pingEvery: 20 })
  expect(await abandoned).toBeLessThan(5_000)
})

test('events arrive as JSON, a line each', async () => {
  const { host } = await start({ firstTabWithin: 60_000, endAfter: 60_000, pingEvery: 60_000 })
  const tab = await openTab(host.address)
  expect(await tab.lines()).toBe('{"event":"ping"}\n')
  tell({ event: 'saving', waiting: true })
  expect(JSON.parse(await tab.lines())).toEqual({ event: 'saving', waiting: true })
  tab.close()
})
