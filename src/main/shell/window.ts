import { BrowserWindow } from 'electron'
import { product } from '../../shared/words/screens.ts'
import { startAddress } from './origin.ts'

/** The one window: sandboxed, isolated, without Node; shown when it has something to show. */
export function createWindow(preload: string, onShown: () => void): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title: product,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
    },
  })
  window.once('ready-to-show', () => {
    window.show()
    onShown()
  })
  void window.loadURL(startAddress)
  return window
}
