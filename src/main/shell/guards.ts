import { app, type Session, session } from 'electron'
import { isOwnAddress, shellScheme } from './origin.ts'

/** Switches that must be set before the app is ready: no name is ever resolved, no proxy asked. */
export function forbidNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('no-proxy-server')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
}

/** Whatever a page tries: no other address, no new window, no embedded page, no permission. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, address) => {
      if (!isOwnAddress(address)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event, address) => {
      if (!isOwnAddress(address)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Denies permissions and every request that is not the tool's own. */
export function guardSession(guarded: Session = session.defaultSession): void {
  guarded.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.on('will-download', (event) => event.preventDefault())
  guarded.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowedRequest(details.url) })
  })
}

/** Own protocol, pictures made in the page, and the inspector's own files. */
export function isAllowedRequest(address: string): boolean {
  return (
    isOwnAddress(address) || address.startsWith(`blob:${shellScheme}:`) || /^(data|devtools):/.test(address)
  )
}
