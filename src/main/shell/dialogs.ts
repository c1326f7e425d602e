import { type BrowserWindow, dialog, shell } from 'electron'
import { bookEndings } from '../../shared/intake/book-files.ts'
import { fileDialogWords, folderDialogWords } from '../../shared/words/shell.ts'
import type { DoorPlatform } from '../backend/platform.ts'

/** The platform of the window: the system's own dialogs. */
export function shellPlatform(options: {
  readonly version: string
  readonly window: () => BrowserWindow | null
}): DoorPlatform {
  return {
    info: { version: options.version, door: 'electron', doorReason: null, chooser: 'dialog' },
    listFolders: null,
    listFiles: null,
    chooseFile: async (_purpose, begin) => {
      const { title, button, kind, everything } = fileDialogWords.book
      const question = {
        title,
        buttonLabel: button,
        properties: ['openFile' as const],
        filters: [
          { name: kind, extensions: bookEndings.map((ending) => ending.slice(1)) },
          { name: everything, extensions: ['*'] },
        ],
        ...(begin === null ? {} : { defaultPath: begin }),
      }
      const window = options.window()
      const answer = window
        ? await dialog.showOpenDialog(window, question)
        : await dialog.showOpenDialog(question)
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
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
