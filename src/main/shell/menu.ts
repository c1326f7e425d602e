import { Menu } from 'electron'
import { menuWords } from '../../shared/words/shell.ts'

/** The window's menu: editing, zoom and closing; everything else is on the screens. */
export function setMenu(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: menuWords.file, submenu: [{ role: 'quit', label: menuWords.quit }] },
      {
        label: menuWords.edit,
        submenu: [
          { role: 'undo', label: menuWords.undo },
          { role: 'redo', label: menuWords.redo },
          { type: 'separator' },
          { role: 'cut', label: menuWords.cut },
          { role: 'copy', label: menuWords.copy },
          { role: 'paste', label: menuWords.paste },
          { role: 'selectAll', label: menuWords.selectAll },
        ],
      },
      {
        label: menuWords.view,
        submenu: [
          { role: 'zoomIn', label: menuWords.zoomIn },
          { role: 'zoomOut', label: menuWords.zoomOut },
          { role: 'resetZoom', label: menuWords.actualSize },
          { role: 'togglefullscreen', label: menuWords.fullScreen },
        ],
      },
      {
        label: menuWords.window,
        submenu: [
          { role: 'minimize', label: menuWords.minimise },
          { role: 'close', label: menuWords.close },
        ],
      },
    ]),
  )
}
