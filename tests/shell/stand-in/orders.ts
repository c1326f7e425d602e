import { EventEmitter } from 'node:events'
import { ipcProblems } from './foreign-frames.ts'
import { state } from './state.ts'

const page = () => {
  const found = state.windows[0]?.page
  if (!found) throw new Error('no page yet')
  return found
}

/** What a test can ask of the process that runs the bundle. */
export const orders: Readonly<Record<string, (input: never) => unknown>> = {
  facts: () => ({
    windows: state.windows.map(({ options, shown }) => ({ preferences: options.webPreferences, shown })),
    schemes: state.schemes,
    switches: state.switches,
    paths: Object.fromEntries(state.paths),
    menu: JSON.stringify(state.menu),
    dialogs: state.dialogs,
    shownItems: state.shownItems,
    permissionCheck: state.permissionCheck?.(),
    devicePermission: state.devicePermission?.(),
    channels: [...state.ipcHandlers.keys()],
  }),
  evaluate: (script: string) => page().evaluate(script),
  text: () => page().locator('body').innerText(),
  answerDialog: (answer: typeof state.dialogAnswer) => {
    state.dialogAnswer = answer
  },
  permission: (permission: string) =>
    new Promise((resolve) => state.permissionRequest?.({}, permission, resolve)),
  allowsRequest: (url: string) =>
    new Promise((resolve) => state.beforeRequest?.({ url }, ({ cancel }) => resolve(!cancel))),
  openWindow: () => state.windows[0]?.contents.openHandler?.(),
  navigate: ({ event, url }: { event: string; url: string }) => {
    let prevented = false
    const details = { url, preventDefault: () => (prevented = true) }
    state.windows[0]?.contents.emit(event, details, url)
    return prevented
  },
  download: () => {
    let prevented = false
    const details: EventEmitter & { preventDefault?: () => void } = new EventEmitter()
    details.preventDefault = () => (prevented = true)
    state.sessionEvents.emit('will-download', details)
    return prevented
  },
  protocol: async (url: string) => {
    const answer = await state.protocolHandlers.get('fukushi')?.(new Request(url))
    return { status: answer?.status, policy: answer?.headers.get('content-security-policy') }
  },
  foreignFrames: () => ipcProblems(),
  secondInstance: () =>
    new Promise((resolve) => {
      state.app.once('stand-in-focused', () => resolve('focused'))
      state.app.emit('second-instance')
    }),
  closeAll: () => {
    state.app.emit('window-all-closed')
  },
}
