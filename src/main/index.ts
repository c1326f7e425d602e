import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow } from 'electron'
import { Backend } from './backend/backend.ts'
import { dataFolder } from './services/data-folder.ts'
import { sendEvents, serveCalls } from './shell/calls.ts'
import { shellPlatform } from './shell/dialogs.ts'
import { forbidNetwork, guardContents, guardSession } from './shell/guards.ts'
import { setMenu } from './shell/menu.ts'
import { registerScheme, serveProtocol } from './shell/protocol.ts'
import { createWindow } from './shell/window.ts'
import { Site } from './site.ts'
import { windowShownLine } from './window-signal.ts'

/** Composition of the Electron shell; built as `out/main/index.js`, with the workers beside it. */
const here = path.dirname(fileURLToPath(import.meta.url))
const data = dataFolder()
let window: BrowserWindow | null = null

const tellShown = (): void => void process.stdout.write(`${windowShownLine}\n`)

app.setPath('userData', path.join(data, 'window'))
forbidNetwork()
guardContents()
registerScheme()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  await app.whenReady()
  open()
} else {
  // The window that is already there comes forward; whoever started this one must not wait for another.
  tellShown()
  app.quit()
}

function open(): void {
  guardSession()
  setMenu()
  const backend = new Backend({
    dataFolder: data,
    entries: {
      writer: new URL('./writer-worker.js', import.meta.url),
      reader: new URL('./reader-worker.js', import.meta.url),
      render: new URL('./render-worker.js', import.meta.url),
      intake: new URL('./intake-worker.js', import.meta.url),
    },
    door: shellPlatform({ version: app.getVersion(), window: () => window }),
  })
  serveProtocol(new Site(process.env.FUKUSHI_SCREENS || path.join(here, '..', 'renderer')), backend)
  serveCalls(backend)
  window = createWindow(path.join(here, '..', 'preload', 'preload.cjs'), tellShown)
  sendEvents(backend, window.webContents)
  window.on('closed', () => {
    window = null
  })
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(backend)
  void backend.begin({ kind: 'usual' })
}

/** Quitting waits until the ledger is closed: checkpoint, seat freed, keys wiped. */
function closeBeforeQuit(backend: Backend): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void backend.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}
