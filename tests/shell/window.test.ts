import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { windowShownLine } from '../../src/main/window-signal.ts'
import { requestNames } from '../../src/shared/contract/contract.ts'
import { MainProcess } from './main-process.ts'

let main: MainProcess
const bridge = (name: string, input: unknown = {}) =>
  main.ask<{ ok: boolean; value?: Record<string, unknown>; error?: { code: string } }>(
    'evaluate',
    `window.fukushi.send(${JSON.stringify({ name, input, jobId: null })})`,
  )

beforeAll(async () => {
  main = new MainProcess()
  await main.until(
    () => main.ask<{ windows: { shown: boolean }[] }>('facts'),
    ({ windows }) => windows[0]?.shown === true,
  )
})
afterAll(() => main.end())

interface Facts {
  readonly windows: readonly { readonly preferences: Record<string, unknown> }[]
  readonly schemes: readonly { scheme: string; privileges: Record<string, boolean> }[]
  readonly switches: readonly string[]
  readonly menu: string
  readonly dialogs: readonly Record<string, unknown>[]
  readonly permissionCheck: boolean
  readonly devicePermission: boolean
  readonly channels: readonly string[]
}

describe('the window', () => {
  test('is sandboxed, isolated, without Node, and reported to the launcher', async () => {
    const { windows, schemes, channels, menu } = await main.ask<Facts>('facts')
    expect(windows).toHaveLength(1)
    expect(windows[0]?.preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    })
    expect(schemes).toEqual([
      { scheme: 'fukushi', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    expect(channels).toEqual(['fukushi:call'])
    expect(main.lines).toContain(windowShownLine)
    expect(menu).not.toMatch(/toggleDevTools|reload/i)
  })

  test('shows the screens, built and under the strict policy', async () => {
    await main.until(
      () => main.ask<string>('text'),
      (text) => text.includes('福祉台帳') || text.includes('台帳'),
    )
    const { policy } = await main.ask<{ policy: string }>('protocol', 'fukushi://app/index.html')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
  })
})

describe('the bridge', () => {
  test('holds exactly three functions, and neither Node nor Electron', async () => {
    expect(await main.ask('evaluate', 'Object.keys(window.fukushi).sort()')).toEqual([
      'fetchFile',
      'listen',
      'send',
    ])
    expect(
      await main.ask('evaluate', '[typeof require, typeof process, typeof module, typeof Buffer]'),
    ).toEqual(Array(4).fill('undefined'))
  })

  test('knows the names of the contract and no others; carries no schema', async () => {
    const preload = readFileSync(join(import.meta.dirname, '../../out/preload/preload.cjs'), 'utf8')
    for (const name of requestNames) expect(preload).toContain(`"${name}"`)
    expect(preload).not.toMatch(/zod|ZodError|safeParse/)
    expect([...preload.matchAll(/require\(([^)]*)\)/g)].map((found) => found[1])).toEqual(['"electron"'])
    expect((await bridge('app.info')).value).toMatchObject({ door: 'electron', chooser: 'dialog' })
    for (const name of ['session.unlock', 'fs.readFile', '__proto__', 'papers.model']) {
      expect(await bridge(name)).toMatchObject({ ok: false, error: { code: 'unknownRequest' } })
    }
  })

  test('answers the contract over the real backend: the demonstration ledger on the first start', async () => {
    const status = await main.until(
      () => bridge('ledger.status'),
      ({ value }) => value?.ledger !== null,
      60_000,
    )
    expect(status.value?.ledger).toMatchObject({ fictional: true })
    expect(await bridge('platform.listFolders', { path: null })).toMatchObject({
      ok: false,
      error: { code: 'unknownRequest' },
    })
  })

  test('events reach the page', async () => {
    await main.ask(
      'evaluate',
      'window.heard = []; void window.fukushi.listen((event) => window.heard.push(event.event))',
    )
    expect(await bridge('ledger.close')).toMatchObject({ ok: true })
    await main.until(
      () => main.ask<string[]>('evaluate', 'window.heard'),
      (heard) => heard.includes('ledger-changed'),
    )
  })

  test('a folder comes from the system’s dialog', async () => {
    await main.ask('answerDialog', { canceled: true, filePaths: [] })
    expect((await bridge('platform.chooseFolder', { purpose: 'export', path: null })).value).toEqual({
      folder: null,
    })
    await main.ask('answerDialog', { canceled: false, filePaths: [main.data] })
    const chosen = await bridge('platform.chooseFolder', { purpose: 'export', path: null })
    expect(chosen.value?.folder).toMatchObject({ path: main.data })
    expect((await main.ask<Facts>('facts')).dialogs[0]).toMatchObject({ title: '書き出し先のフォルダー' })
  })
})

// Each attack is named.
describe('attacks', () => {
  test('a call from another frame, another origin, or of another shape', async () => {
    const answers = await main.ask<{ error: { code: string } }[]>('foreignFrames')
    expect(answers.map(({ error }) => error.code)).toEqual([
      ...Array(4).fill('unauthorised'),
      ...Array(3).fill('malformedRequest'),
      'malformedRequest',
      'tooLarge',
    ])
  })

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s to another address',
    async (event) => {
      for (const url of [
        'https://evil.example/',
        'file:///etc/passwd',
        'fukushi://app.evil/',
        'javascript:alert(1)',
      ]) {
        expect(await main.ask('navigate', { event, url })).toBe(true)
      }
      expect(await main.ask('navigate', { event, url: 'fukushi://app/index.html' })).toBe(false)
    },
  )

  test('a new window, an embedded page, a download', async () => {
    expect(await main.ask('openWindow')).toEqual({ action: 'deny' })
    expect(await main.ask('navigate', { event: 'will-attach-webview', url: '' })).toBe(true)
    expect(await main.ask('download')).toBe(true)
  })

  test('every permission', async () => {
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem']) {
      expect(await main.ask('permission', permission)).toBe(false)
    }
    expect(await main.ask<Facts>('facts')).toMatchObject({ permissionCheck: false, devicePermission: false })
  })

  test('the network: every other address is cancelled, no name is resolved', async () => {
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1/',
      'ws://x/',
      'file:///etc/passwd',
      'blob:https://x/1',
    ]) {
      expect(await main.ask('allowsRequest', url)).toBe(false)
    }
    expect(await main.ask('allowsRequest', 'fukushi://app/assets/x.js')).toBe(true)
    expect((await main.ask<Facts>('facts')).switches).toEqual(
      expect.arrayContaining(['host-resolver-rules', 'no-proxy-server', 'disable-background-networking']),
    )
    expect(
      await main.ask('evaluate', "fetch('https://example.com/').then(() => 'left', () => 'refused')"),
    ).toBe('refused')
  })

  test('paths of the protocol that climb out, other hosts, unknown files', async () => {
    for (const url of [
      'fukushi://app/../../package.json',
      'fukushi://app/%2e%2e/%2e%2e/package.json',
      'fukushi://other/index.html',
      'fukushi://app/files/AAAAAAAAAAAAAAAAAAAA',
    ]) {
      expect(await main.ask('protocol', url)).toMatchObject({ status: 404 })
    }
  })
})

describe('a second start, and the end', () => {
  test('the window that is there comes forward', async () => {
    expect(await main.ask('secondInstance')).toBe('focused')
  })

  test('the second process tells its launcher and ends without a window', async () => {
    const second = new MainProcess({ STAND_IN_SECOND: '1' })
    expect(await second.exited).toBe(0)
    expect(second.lines).toContain(windowShownLine)
    await second.end()
  })

  test('closing the last window closes the ledger before the process ends', async () => {
    await main.ask('closeAll')
    expect(await main.exited).toBe(0)
  })
})
