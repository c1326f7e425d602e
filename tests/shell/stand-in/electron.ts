import { EventEmitter } from 'node:events'
import { openPage } from './page.ts'
import { type StandInWindow, state } from './state.ts'

/** As much of `electron` as the bundle uses; what it is asked to do is kept in `state`. */
export const app = Object.assign(state.app, {
  setPath: (name: string, path: string) => void state.paths.set(name, path),
  getVersion: () => '0.1.0',
  requestSingleInstanceLock: () => state.sole,
  whenReady: async () => {},
  commandLine: { appendSwitch: (name: string) => void state.switches.push(name) },
  quit: () => {
    state.quits += 1
    let prevented = false
    state.app.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (!prevented) setTimeout(() => process.exit(0), 20)
  },
})

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void state.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void state.protocolHandlers.set(scheme, handler),
}

export const ipcMain = {
  handle: (channel: string, handler: (event: unknown, ...parameters: unknown[]) => unknown) =>
    void state.ipcHandlers.set(channel, handler),
}

const defaultSession = Object.assign(state.sessionEvents, {
  setPermissionRequestHandler: (handler: typeof state.permissionRequest) =>
    (state.permissionRequest = handler),
  setPermissionCheckHandler: (handler: () => boolean) => (state.permissionCheck = handler),
  setDevicePermissionHandler: (handler: () => boolean) => (state.devicePermission = handler),
  webRequest: { onBeforeRequest: (handler: typeof state.beforeRequest) => (state.beforeRequest = handler) },
})
export const session = { defaultSession }

export const dialog = {
  showOpenDialog: async (...parameters: unknown[]) => {
    state.dialogs.push(parameters.at(-1))
    return state.dialogAnswer
  },
}

export const shell = { showItemInFolder: (file: string) => void state.shownItems.push(file) }

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => (state.menu = menu),
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: EventEmitter
  readonly #window: StandInWindow

  constructor(options: StandInWindow['options']) {
    super()
    const frame = { url: '' }
    const contents = Object.assign(new EventEmitter(), {
      openHandler: null as null | (() => { action: string }),
      mainFrame: frame,
      isDestroyed: () => false,
      setWindowOpenHandler: (handler: () => { action: string }) => (contents.openHandler = handler),
      send: (channel: string, value: unknown) =>
        void this.#window.page
          ?.evaluate(([name, event]) => Reflect.get(window, '__hear')?.(name, event), [channel, value])
          // The page may be going away while an event is on its way.
          .catch(() => {}),
    })
    this.webContents = contents
    this.#window = { options, page: null, contents, shown: false }
    state.windows.push(this.#window)
    state.app.emit('web-contents-created', {}, contents)
  }

  async loadURL(address: string): Promise<void> {
    this.#window.page = await openPage(address, this.#window, this.webContents)
    this.emit('ready-to-show')
  }

  show(): void {
    this.#window.shown = true
  }

  focus(): void {
    state.app.emit('stand-in-focused')
  }

  restore(): void {}

  isMinimized(): boolean {
    return false
  }
}
