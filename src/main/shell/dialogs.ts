import { type BrowserWindow, dialog, shell } from 'electron'
import { folderDialogWords } from '../../shared/words/shell.ts'
import type { DoorPlatform } from '../backend/platform.ts'

/** The platform of the window: the system's own dialogs. */
export function shellPlatform(options: {
  readonly version: string
  readonly window: () => BrowserWindow | null
}): DoorPlatform {
  return {
    info: { version: options.version, door: 'electron', doorReason: null, chooser: 'dialog' },
    listFolders: null,
    chooseFolder: async (purpose, begin) => {
      const words = isPurpose(purpose) ? folderDialogWords[purpose] : folderDialogWords.export
      const question = {
        title: words.title,
        buttonLabel: words.button,
        properties: ['openDirectory' as const, 'createDirectory' as const],
        ...(begin === null ? {} : { defaultPath: begin }),
      }
      const window = options.window()
      const answer = window
        ? await dialog.showOpenDialog(window, question)
        : await dialog.showOpenDialog(question)
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    reveal: (file) => {
      shell.showItemInFolder(file)
      return true
    },
  }
}

function isPurpose(purpose: string): purpose is keyof typeof folderDialogWords {
  return Object.hasOwn(folderDialogWords, purpose)
}
