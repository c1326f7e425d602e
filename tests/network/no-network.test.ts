import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** No request leaves the PC (trust, Nobody gets in §3): sockets, look-ups and datagrams are counted. */
const here = import.meta.dirname
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fukushi-network-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

function waysOutOf(parameters: readonly string[]): {
  readonly tried: readonly string[]
  readonly output: string
} {
  const notes = join(folder, 'notes')
  const run = spawnSync(process.execPath, ['--import', join(here, 'count-sockets.mjs'), ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, COUNT_SOCKETS: notes },
    timeout: 120_000,
  })
  return {
    tried: existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : [],
    output: run.stdout + run.stderr,
  }
}

test('the whole walk, from the first start to exported files, tries no way out', () => {
  expect(waysOutOf([join(here, 'walk.ts'), folder])).toEqual({ tried: [], output: 'walked\n' })
}, 120_000)

test.each([
  ['a request', "fetch('http://192.0.2.1/').catch(() => {})"],
  ['a socket', "require('node:net').connect(80, '192.0.2.1').on('error', () => {}).destroy()"],
  ['a look-up', "require('node:http').get('http://fukushi.invalid/').on('error', () => {})"],
  ['a datagram', "require('node:dgram').createSocket('udp4').close()"],
  ['a thread', `new (require('node:worker_threads').Worker)('${join(here, 'offending-thread.mjs')}')`],
])('planted offender: %s is counted', (_name, code) => {
  const { tried } = waysOutOf(['-e', `${code}; setTimeout(() => process.exit(), 700)`])
  expect(tried.length).toBeGreaterThan(0)
})
