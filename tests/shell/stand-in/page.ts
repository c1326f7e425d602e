import type { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../journeys/support/browser.ts'
import { type StandInWindow, state } from './state.ts'

/** The custom protocol stands on this origin in the browser: Chromium knows no `fukushi:` by itself. */
const stand = 'https://app.fukushi.invalid'
const toOwn = (address: string) => address.replace(stand, 'fukushi://app')

/** Opens the window's page: the protocol's answers, the preload in front of the page, IPC behind it. */
export async function openPage(
  address: string,
  window: StandInWindow,
  contents: EventEmitter,
): Promise<Page> {
  const browser = await launchBrowser()
  process.once('exit', () => void browser.close())
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.route('**/*', async (route) => {
    const asked = toOwn(route.request().url())
    let cancelled = false
    state.beforeRequest?.({ url: asked }, (answer) => {
      cancelled = answer.cancel
    })
    const handler = state.protocolHandlers.get(new URL(asked).protocol.replace(':', ''))
    if (cancelled || !handler) return route.abort()
    const answer = await handler(new Request(asked, { method: route.request().method() }))
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  await page.exposeFunction('__invoke', async (channel: string, envelope: unknown) => {
    const frame = Reflect.get(contents, 'mainFrame') as { url: string }
    frame.url = toOwn(page.url())
    return await state.ipcHandlers.get(channel)?.({ senderFrame: frame, sender: contents }, envelope)
  })
  await page.addInitScript(preloadScript(String(window.options.webPreferences.preload)))
  await page.goto(address.replace('fukushi://app', stand))
  return page
}

/** The built preload as it is, with a `require` that knows only what a sandboxed preload may have. */
function preloadScript(file: string): string {
  return `(() => {
    const listeners = new Map()
    window.__hear = (channel, value) => { for (const hear of listeners.get(channel) ?? []) hear({}, value) }
    const electron = {
      contextBridge: { exposeInMainWorld: (name, value) =>
        Object.defineProperty(window, name, { value: Object.freeze(value), writable: false }) },
      ipcRenderer: {
        invoke: (channel, envelope) => window.__invoke(channel, envelope),
        on: (channel, hear) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(hear)),
        off: (channel, hear) => listeners.get(channel)?.delete(hear),
      },
    }
    const require = (name) => { if (name === 'electron') return electron; throw new Error('not in a sandbox: ' + name) }
    const module = { exports: {} };
    (function (exports, require, module) { ${readFileSync(file, 'utf8')} })(module.exports, require, module)
  })()`
}
